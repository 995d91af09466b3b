// SPDX-License-Identifier: Apache-2.0
/** The netreset command. Exports nothing: it is started, not called. */
module netreset.cli {
    requires com.google.gson;
    requires info.picocli;
    requires jdk.net;
    requires netreset.core;
    requires netreset.ndis;
    requires static org.jspecify;
}
