// SPDX-License-Identifier: Apache-2.0
package netreset.bridge;

/**
 * The grant that Java 22 and later want from the user before a module may call C (JEP 454, JEP 472).
 *
 * @param bridge a class of the bridge
 * @param module the module that makes the restricted calls when the bridge is on the module path
 */
public record NativeAccess(Class<?> bridge, String module) {
    /** One sentence with the exact flag; on the class path all code is one unnamed module. */
    String remedy() {
        return "has no native access, start Java with --enable-native-access="
                + (bridge.getModule().isNamed() ? module : "ALL-UNNAMED");
    }
}
