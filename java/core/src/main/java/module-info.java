// SPDX-License-Identifier: Apache-2.0
/** Decides: devices, plans, resets, evidence. Knows no native type and depends on nothing but the JDK. */
module netreset.core {
    requires static org.jspecify;
    requires transitive netreset.ndis;

    exports netreset;
    exports netreset.bridge;
    exports netreset.miniport;
    exports netreset.rras;
    exports netreset.rras.operations;

    uses netreset.bridge.Bridge;
}
