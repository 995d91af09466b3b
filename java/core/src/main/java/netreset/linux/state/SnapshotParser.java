// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import netreset.linux.abi.FibRuleHdr;
import netreset.linux.abi.Genlmsghdr;
import netreset.linux.abi.Ifaddrmsg;
import netreset.linux.abi.Ifinfomsg;
import netreset.linux.abi.Ndmsg;
import netreset.linux.abi.Nhmsg;
import netreset.linux.abi.Rtmsg;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.netlink.KernelText;
import netreset.linux.netlink.MalformedMessageException;
import netreset.linux.netlink.Message;
import org.jspecify.annotations.Nullable;

/** Reads what {@link SnapshotWriter} wrote. */
final class SnapshotParser {
    /** Links on links on links: the kernel allows eight (net/core/dev.c, MAX_NEST_DEV). */
    private static final int MAX_DEPTH = 8;

    private final List<String> lines;
    private int at;
    private String bootId = "";
    private double uptimeSeconds;
    private @Nullable NicState nic;
    private final Map<Integer, String> names = new HashMap<>();
    private final List<String> gaps = new ArrayList<>();
    private final List<NexthopObject> nexthops = new ArrayList<>();
    private final List<NeighbourEntry> neighbours = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final List<RoutingRule> rules = new ArrayList<>();

    private SnapshotParser(List<String> lines) {
        this.lines = lines;
    }

    static Snapshot parse(String text) throws MalformedSnapshotException {
        SnapshotParser parser = new SnapshotParser(text.lines().toList());
        try {
            return parser.snapshot();
        } catch (MalformedMessageException | IllegalArgumentException e) {
            throw parser.malformed(String.valueOf(e.getMessage()));
        }
    }

    private MalformedSnapshotException malformed(String why) {
        return new MalformedSnapshotException(Math.max(at, 1), why);
    }

    private Snapshot snapshot() throws MalformedSnapshotException, MalformedMessageException {
        if (!next().equals(SnapshotWriter.FORMAT)) {
            throw malformed("not '" + SnapshotWriter.FORMAT + "'");
        }
        for (String line = next(); !line.equals(SnapshotWriter.END); line = next()) {
            take(line);
        }
        if (nic == null) {
            throw malformed("no link before the end");
        }
        return new Snapshot(bootId, uptimeSeconds, nic, nexthops, neighbours, routes, rules, names, gaps);
    }

    private String next() throws MalformedSnapshotException {
        if (at == lines.size()) {
            throw malformed("it ends too early");
        }
        return lines.get(at++);
    }

    private void take(String line) throws MalformedSnapshotException, MalformedMessageException {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case "boot" -> {
                bootId = decode(word(words, 1));
                uptimeSeconds = Double.parseDouble(word(words, 2));
            }
            case "name" -> names.put(Integer.valueOf(word(words, 1)), decode(word(words, 2)));
            case "gap" -> gaps.add(decode(word(words, 1)));
            case "link" -> nic = link(0, linkFacts(word(words, 1)));
            case "nexthop" ->
                nexthops.add(new NexthopObject(Message.parse(Rtnetlink.RTM_NEWNEXTHOP, Nhmsg.SIZE, word(words, 1))));
            case "neighbour" ->
                neighbours.add(new NeighbourEntry(Message.parse(Rtnetlink.RTM_NEWNEIGH, Ndmsg.SIZE, word(words, 1))));
            case "route" -> routes.add(Route.of(Message.parse(Rtnetlink.RTM_NEWROUTE, Rtmsg.SIZE, word(words, 1))));
            case "rule" ->
                rules.add(new RoutingRule(Message.parse(Rtnetlink.RTM_NEWRULE, FibRuleHdr.SIZE, word(words, 1))));
            default -> throw malformed("unknown word");
        }
    }

    private String word(String[] words, int number) throws MalformedSnapshotException {
        if (number >= words.length) {
            throw malformed("a value is missing");
        }
        return words[number];
    }

    private static LinkFacts linkFacts(String hex) throws MalformedMessageException {
        return new LinkFacts(Message.parse(Rtnetlink.RTM_NEWLINK, Ifinfomsg.SIZE, hex));
    }

    /** The lines below a link's, as long as they are indented deeper. */
    private NicState link(int depth, LinkFacts link) throws MalformedSnapshotException, MalformedMessageException {
        LinkFacts master = null;
        List<Address> addresses = new ArrayList<>();
        Map<EthtoolSetting, Message> ethtool = new EnumMap<>(EthtoolSetting.class);
        Integer virtualFunctions = null;
        List<NicState> children = new ArrayList<>();
        List<LinkFacts> strangers = new ArrayList<>();
        String indent = " ".repeat(depth + 1);
        while (at < lines.size() && lines.get(at).startsWith(indent)) {
            String[] words = next().substring(indent.length()).split(" ", -1);
            String value = word(words, 1);
            switch (words[0]) {
                case "master" -> master = linkFacts(value);
                case "address" ->
                    addresses.add(new Address(Message.parse(Rtnetlink.RTM_NEWADDR, Ifaddrmsg.SIZE, value)));
                case "vfs" -> virtualFunctions = Integer.valueOf(value);
                case "stranger" -> strangers.add(linkFacts(value));
                case "link" -> children.add(child(depth + 1, value));
                default ->
                    ethtool.put(
                            setting(words[0]), Message.parse(Integer.parseInt(value), Genlmsghdr.SIZE, word(words, 2)));
            }
        }
        return new NicState(link, master, addresses, ethtool, virtualFunctions, children, strangers);
    }

    private NicState child(int depth, String hex) throws MalformedSnapshotException, MalformedMessageException {
        if (depth > MAX_DEPTH) {
            throw malformed("links on links, deeper than the kernel allows");
        }
        return link(depth, linkFacts(hex));
    }

    private EthtoolSetting setting(String word) throws MalformedSnapshotException {
        for (EthtoolSetting setting : EthtoolSetting.values()) {
            if (setting.word().equals(word)) {
                return setting;
            }
        }
        throw malformed("unknown word");
    }

    private static String decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%' && i + 2 < encoded.length()) {
                bytes.write(HexFormat.fromHexDigits(encoded, i + 1, i + 3));
                i += 2;
            } else if (c < 0x80 && c != '%') {
                bytes.write(c);
            } else {
                throw new IllegalArgumentException("text isn't percent-encoded");
            }
        }
        return KernelText.decode(ByteBuffer.wrap(bytes.toByteArray()), 0, bytes.size());
    }
}
