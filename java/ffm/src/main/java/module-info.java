// SPDX-License-Identifier: Apache-2.0
/** Calls C through java.lang.foreign, on Java 22 and later. Exports nothing: it is found as a service. */
module netreset.ffm {
    requires netreset.core;
    requires static org.jspecify;

    provides netreset.bridge.Bridge with
            netreset.ffm.FfmBridge;
}
