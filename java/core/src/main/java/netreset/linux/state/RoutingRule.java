// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.nio.ByteBuffer;
import java.util.TreeSet;
import netreset.linux.abi.FibRuleHdr;
import netreset.linux.abi.FibRules;
import netreset.linux.netlink.Attributes;
import netreset.linux.netlink.Message;

/**
 * A rule that says which table a packet is looked up in, as an RTM_NEWRULE message describes it. It names links and
 * outlives them: without its link it waits until one of that name comes.
 */
public record RoutingRule(Message message) {
    /** Flags of the moment: whether there are such links. */
    static final int MOMENTARY_FLAGS = FibRules.FIB_RULE_IIF_DETACHED | FibRules.FIB_RULE_OIF_DETACHED;

    /** Whether it is about packets that come or go by the link of that name. */
    boolean names(String link) {
        Attributes attributes = message.attributes();
        return link.equals(attributes.text(FibRules.FRA_IIFNAME)) || link.equals(attributes.text(FibRules.FRA_OIFNAME));
    }

    /** All that makes it what it is in one line. */
    String fact(Labels labels) {
        StringBuilder fact = new StringBuilder("rule");
        ByteBuffer header = message.fixed();
        for (int offset = 0; offset < FibRuleHdr.FLAGS; offset++) {
            fact.append(offset == 0 ? " " : ".").append(Byte.toUnsignedInt(header.get(offset)));
        }
        fact.append(" flags ").append(message.s32(FibRuleHdr.FLAGS) & ~MOMENTARY_FLAGS);
        for (int type : new TreeSet<>(message.attributes().types())) {
            ByteBuffer payload = message.attributes().payload(type);
            if (payload != null) {
                fact.append(' ').append(word(type, payload, labels));
            }
        }
        return fact.toString();
    }

    private String word(int type, ByteBuffer payload, Labels labels) {
        return switch (type) {
            case FibRules.FRA_IIFNAME ->
                "iif " + labels.ofText(String.valueOf(message.attributes().text(type)));
            case FibRules.FRA_OIFNAME ->
                "oif " + labels.ofText(String.valueOf(message.attributes().text(type)));
            case FibRules.FRA_PRIORITY ->
                "pref " + Integer.toUnsignedString(message.attributes().s32(type, 0));
            case FibRules.FRA_TABLE ->
                "table " + Integer.toUnsignedString(message.attributes().s32(type, 0));
            case FibRules.FRA_DST -> "to " + IpText.of(payload, "?");
            case FibRules.FRA_SRC -> "from " + IpText.of(payload, "?");
            default -> "attr" + type + "=" + IpText.hex(payload);
        };
    }
}
