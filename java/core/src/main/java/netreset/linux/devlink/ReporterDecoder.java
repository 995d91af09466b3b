// SPDX-License-Identifier: Apache-2.0
package netreset.linux.devlink;

import netreset.linux.abi.Devlink;
import netreset.linux.netlink.AttributeCursor;
import netreset.linux.netlink.MalformedMessageException;
import org.jspecify.annotations.Nullable;

/** Reads a health reporter out of a message. */
final class ReporterDecoder {
    private String bus = "";
    private String device = "";
    private @Nullable Integer port;
    private String name = "";
    private boolean healthy = true;
    private long errors;
    private long recoveries;

    private ReporterDecoder() {}

    static Reporter decode(AttributeCursor attribute) throws MalformedMessageException {
        ReporterDecoder decoder = new ReporterDecoder();
        while (attribute.next()) {
            switch (attribute.type()) {
                case Devlink.DEVLINK_ATTR_BUS_NAME -> decoder.bus = attribute.text();
                case Devlink.DEVLINK_ATTR_DEV_NAME -> decoder.device = attribute.text();
                case Devlink.DEVLINK_ATTR_PORT_INDEX -> decoder.port = attribute.s32();
                case Devlink.DEVLINK_ATTR_HEALTH_REPORTER -> decoder.take(attribute.nested());
                default -> {}
            }
        }
        return new Reporter(
                new Handle(decoder.bus, decoder.device),
                decoder.port,
                decoder.name,
                decoder.healthy,
                decoder.errors,
                decoder.recoveries);
    }

    private void take(AttributeCursor part) throws MalformedMessageException {
        while (part.next()) {
            switch (part.type()) {
                case Devlink.DEVLINK_ATTR_HEALTH_REPORTER_NAME -> name = part.text();
                case Devlink.DEVLINK_ATTR_HEALTH_REPORTER_STATE -> healthy = part.u8() == 0;
                case Devlink.DEVLINK_ATTR_HEALTH_REPORTER_ERR_COUNT -> errors = part.u64();
                case Devlink.DEVLINK_ATTR_HEALTH_REPORTER_RECOVER_COUNT -> recoveries = part.u64();
                default -> {}
            }
        }
    }
}
