// SPDX-License-Identifier: Apache-2.0
/** Calls C through JNA, on Java 17 and later. Exports nothing: it is found as a service. */
module netreset.jna {
    requires netreset.core;
    requires com.sun.jna;
    requires static org.jspecify;

    provides netreset.bridge.Bridge with
            netreset.jna.JnaBridge;
}
