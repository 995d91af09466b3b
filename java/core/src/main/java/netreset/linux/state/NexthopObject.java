// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import netreset.linux.abi.Nexthop;
import netreset.linux.abi.Nhmsg;
import netreset.linux.netlink.Attributes;
import netreset.linux.netlink.Message;

/** A nexthop object, which routes share, or a group of them, as an RTM_NEWNEXTHOP message describes it. */
public record NexthopObject(Message message) {
    /** {@code struct nexthop_grp}: u32 id, u8 weight, padding. */
    private static final int MEMBER_SIZE = 8;

    /** Attributes that make it; the others a dump has are of the moment, and refused in a request. */
    static final Set<Integer> MADE_OF = Set.of(
            Nexthop.NHA_ID,
            Nexthop.NHA_GROUP,
            Nexthop.NHA_GROUP_TYPE,
            Nexthop.NHA_BLACKHOLE,
            Nexthop.NHA_OIF,
            Nexthop.NHA_GATEWAY,
            Nexthop.NHA_ENCAP_TYPE,
            Nexthop.NHA_ENCAP,
            Nexthop.NHA_FDB);

    public int id() {
        return message.attributes().s32(Nexthop.NHA_ID, 0);
    }

    /** ifindex of its link; 0 for a group. */
    public int index() {
        return message.attributes().s32(Nexthop.NHA_OIF, 0);
    }

    /** Numbers of the members of a group; none if it isn't one. */
    public List<Integer> members() {
        List<Integer> members = new ArrayList<>();
        ByteBuffer group = message.attributes().payload(Nexthop.NHA_GROUP);
        for (int at = 0; group != null && at + MEMBER_SIZE <= group.capacity(); at += MEMBER_SIZE) {
            members.add(group.getInt(at));
        }
        return members;
    }

    /** All that makes it what it is in one line. */
    String fact(Labels labels) {
        StringBuilder fact = new StringBuilder("nexthop ").append(Integer.toUnsignedString(id()));
        if (index() != 0) {
            fact.append(" dev ").append(labels.of(index()));
        }
        fact.append(" scope ").append(message.u8(Nhmsg.NH_SCOPE));
        fact.append(" flags ").append(message.s32(Nhmsg.NH_FLAGS) & Route.CHOSEN_FLAGS);
        for (int type : new TreeSet<>(message.attributes().types())) {
            ByteBuffer payload = message.attributes().payload(type);
            if (MADE_OF.contains(type) && type != Nexthop.NHA_ID && type != Nexthop.NHA_OIF && payload != null) {
                String value = type == Nexthop.NHA_GATEWAY ? IpText.of(payload, "?") : IpText.hex(payload);
                fact.append(type == Nexthop.NHA_GATEWAY ? " via " : " attr" + type + "=")
                        .append(value);
            }
        }
        Attributes resilient = message.attributes().nested(Nexthop.NHA_RES_GROUP);
        for (int type : new TreeSet<>(resilient.types())) {
            ByteBuffer payload = resilient.payload(type);
            if (type != Nexthop.NHA_RES_GROUP_UNBALANCED_TIME && payload != null) {
                fact.append(" res").append(type).append('=').append(IpText.hex(payload));
            }
        }
        return fact.toString();
    }
}
