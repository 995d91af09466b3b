// SPDX-License-Identifier: Apache-2.0
package netreset.linux.devlink;

import java.util.HashMap;
import java.util.Map;
import netreset.linux.abi.Devlink;
import netreset.linux.netlink.AttributeCursor;
import netreset.linux.netlink.MalformedMessageException;

/**
 * Reads an instance out of a message: its name, and how often it was reloaded, which lies five levels deep. The kernel
 * counts for each action its driver has, and for no other (devlink_reload_stats_put, net/devlink/dev.c).
 */
final class InstanceDecoder {
    private String bus = "";
    private String device = "";
    private boolean failed;
    private final Map<Integer, Long> reloads = new HashMap<>();

    private InstanceDecoder() {}

    static Instance decode(AttributeCursor attribute) throws MalformedMessageException {
        InstanceDecoder decoder = new InstanceDecoder();
        while (attribute.next()) {
            switch (attribute.type()) {
                case Devlink.DEVLINK_ATTR_BUS_NAME -> decoder.bus = attribute.text();
                case Devlink.DEVLINK_ATTR_DEV_NAME -> decoder.device = attribute.text();
                case Devlink.DEVLINK_ATTR_RELOAD_FAILED -> decoder.failed = attribute.u8() != 0;
                case Devlink.DEVLINK_ATTR_DEV_STATS -> decoder.takeStatistics(attribute.nested());
                default -> {}
            }
        }
        return new Instance(new Handle(decoder.bus, decoder.device), decoder.failed, decoder.reloads);
    }

    /** Only this machine's own: reloads by another host of the same device are under another attribute. */
    private void takeStatistics(AttributeCursor statistics) throws MalformedMessageException {
        while (statistics.next()) {
            if (statistics.type() == Devlink.DEVLINK_ATTR_RELOAD_STATS) {
                AttributeCursor action = statistics.nested();
                while (action.next()) {
                    if (action.type() == Devlink.DEVLINK_ATTR_RELOAD_ACTION_INFO) {
                        takeAction(action.nested());
                    }
                }
            }
        }
    }

    private void takeAction(AttributeCursor part) throws MalformedMessageException {
        int action = 0;
        long count = 0;
        while (part.next()) {
            switch (part.type()) {
                case Devlink.DEVLINK_ATTR_RELOAD_ACTION -> action = part.u8();
                case Devlink.DEVLINK_ATTR_RELOAD_ACTION_STATS -> count = count(part.nested());
                default -> {}
            }
        }
        reloads.put(action, count);
    }

    private static long count(AttributeCursor entry) throws MalformedMessageException {
        long count = 0;
        while (entry.next()) {
            AttributeCursor part = entry.nested();
            while (entry.type() == Devlink.DEVLINK_ATTR_RELOAD_STATS_ENTRY && part.next()) {
                count += part.type() == Devlink.DEVLINK_ATTR_RELOAD_STATS_VALUE ? part.u32() : 0;
            }
        }
        return count;
    }
}
