// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import netreset.DeviceIdentity;
import netreset.LinkState;
import netreset.ResetReport.NicSnapshot;
import netreset.linux.netlink.Link;
import netreset.linux.netlink.MacAddress;
import org.jspecify.annotations.Nullable;

/** From the kernel's description of a link to the parts of it that a report keeps. */
final class Snapshots {
    private Snapshots() {}

    static NicSnapshot of(Link link) {
        return new NicSnapshot(identity(link), state(link));
    }

    static DeviceIdentity identity(Link link) {
        return new DeviceIdentity(link.name(), link.index(), link.parentDeviceName(), text(link.permanentAddress()));
    }

    static LinkState state(Link link) {
        return new LinkState(
                link.isUp(),
                LinkState.Operational.valueOf(link.operState().name()),
                link.carrier(),
                orUnknown(link.carrierUpCount()),
                orUnknown(link.carrierDownCount()));
    }

    static @Nullable String text(@Nullable MacAddress address) {
        return address == null ? null : address.text();
    }

    private static long orUnknown(@Nullable Long count) {
        return count == null ? -1 : count;
    }
}
