// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import netreset.linux.netlink.Message;
import org.jspecify.annotations.Nullable;

/**
 * One link as it was: the NIC itself, or a VLAN (or macvlan) on it, which goes when the NIC goes.
 *
 * @param link the link
 * @param master the bridge, bond or the like it was a port of; {@code null} if none
 * @param addresses its addresses, in the order in which they were added
 * @param ethtool what its driver told
 * @param virtualFunctions how many it had; {@code null} if its device can have none
 * @param children what was on it and can be made again
 * @param strangers what was on it and can't be made again by netreset
 */
public record NicState(
        LinkFacts link,
        @Nullable LinkFacts master,
        List<Address> addresses,
        Map<EthtoolSetting, Message> ethtool,
        @Nullable Integer virtualFunctions,
        List<NicState> children,
        List<LinkFacts> strangers) {

    /** Copies what can change. */
    public NicState {
        addresses = List.copyOf(addresses);
        ethtool = Map.copyOf(ethtool);
        children = List.copyOf(children);
        strangers = List.copyOf(strangers);
    }

    /** Itself and all on it, itself first. */
    List<NicState> all() {
        List<NicState> all = new ArrayList<>();
        all.add(this);
        children.forEach(child -> all.addAll(child.all()));
        return all;
    }
}
