// SPDX-License-Identifier: Apache-2.0
/** The NDIS reset contract, executable. Depends on nothing and touches nothing of the machine. */
module netreset.ndis {
    requires static org.jspecify;

    exports netreset.ndis;
    exports netreset.ndis.condis;
    exports netreset.ndis.decode;
    exports netreset.ndis.explore;
    exports netreset.ndis.library;
    exports netreset.ndis.miniports;
    exports netreset.ndis.picture;
    exports netreset.ndis.realtime;
    exports netreset.ndis.rules;
    exports netreset.ndis.scenario;
    exports netreset.ndis.scenario.run;
    exports netreset.ndis.sim;
    exports netreset.ndis.trace;
}
