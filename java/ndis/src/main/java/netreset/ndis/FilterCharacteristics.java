// SPDX-License-Identifier: Apache-2.0
package netreset.ndis;

/**
 * What a filter driver registers, apart from its handlers; optional handlers that are not registered are bypassed.
 *
 * @param statusHandler whether FilterStatus is registered
 * @param sendHandler whether the handlers for sends and their completion are
 * @param oidHandler whether the handlers for OID requests and their completion are
 */
public record FilterCharacteristics(String name, boolean statusHandler, boolean sendHandler, boolean oidHandler) {
    /** A filter that looks at status indications only. */
    public static FilterCharacteristics of(String name) {
        return new FilterCharacteristics(name, true, false, false);
    }

    public FilterCharacteristics withStatus(boolean registered) {
        return new FilterCharacteristics(name, registered, sendHandler, oidHandler);
    }

    public FilterCharacteristics withSend(boolean registered) {
        return new FilterCharacteristics(name, statusHandler, registered, oidHandler);
    }

    public FilterCharacteristics withOid(boolean registered) {
        return new FilterCharacteristics(name, statusHandler, sendHandler, registered);
    }
}
