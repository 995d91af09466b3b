// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.abi.Socket;
import netreset.linux.state.NexthopObject;
import netreset.linux.state.Route;

/** Default routes, of any table and family, that lead through what stops. */
final class DefaultRoutes {
    private DefaultRoutes() {}

    static void look(Reach reach, Findings findings) {
        Map<Integer, NexthopObject> nexthops = reach.tables().nexthops().stream()
                .collect(Collectors.toMap(NexthopObject::id, Function.identity(), (first, second) -> first));
        for (Route route : reach.tables().routes()) {
            if (isDefault(route)) {
                ways(route, nexthops).stream()
                        .filter(reach::has)
                        .findFirst()
                        .ifPresent(index -> findings.add(Danger.DEFAULT_ROUTE, sentence(route, reach.by(index))));
            }
        }
    }

    /** Also halves of the address space, with which VPNs go round the default route, and IPv6's global unicast as a whole. */
    private static boolean isDefault(Route route) {
        int longest = route.family() == Socket.AF_INET6 ? 3 : 1;
        boolean isIp = route.family() == Socket.AF_INET6 || route.family() == Socket.AF_INET;
        return isIp && route.type() == Rtnetlink.RTN_UNICAST && route.destinationLength() <= longest;
    }

    private static Set<Integer> ways(Route route, Map<Integer, NexthopObject> nexthops) {
        Set<Integer> ways = new HashSet<>(route.indexes());
        NexthopObject nexthop = nexthops.get(route.nexthop());
        if (nexthop != null) {
            ways.add(nexthop.index());
            for (int member : nexthop.members()) {
                NexthopObject one = nexthops.get(member);
                ways.add(one == null ? 0 : one.index());
            }
        }
        ways.remove(0);
        return ways;
    }

    private static String sentence(Route route, String by) {
        String family = route.family() == Socket.AF_INET6 ? "IPv6" : "IPv4";
        String what = route.destinationLength() == 0 ? "the default route" : "the route to " + route.destination();
        String table =
                route.table() == Rtnetlink.RT_TABLE_MAIN ? "" : " of table " + Integer.toUnsignedString(route.table());
        return "it carries " + what + " for " + family + table + by;
    }
}
