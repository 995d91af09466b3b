// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.util.List;
import netreset.Method;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.linux.abi.Errno;
import netreset.linux.netlink.Link;

/**
 * ETHTOOL_NWAY_RST: the link partners negotiate anew. Resets nothing, and is never said to. Whether a driver has it can't
 * be seen: the kernel reads no argument that could be held back.
 */
final class Nway implements Means {
    private final Site site;

    Nway(Site site) {
        this.site = site;
    }

    @Override
    public Method method() {
        return Method.NWAY;
    }

    @Override
    public Has has(Target target) {
        return target.link().parentDeviceName() == null
                ? Has.no("no hardware stands behind it")
                : Has.unknown("only trying tells whether its driver renegotiates");
    }

    @Override
    public String needs() {
        return Privilege.NETWORK;
    }

    @Override
    public List<String> steps(Target target) {
        return List.of("ioctl(SIOCETHTOOL, \"" + Printable.brief(target.link().name()) + "\", ETHTOOL_NWAY_RST)");
    }

    @Override
    public List<String> blastRadius(Target target) {
        return List.of();
    }

    @Override
    public List<String> losses() {
        return List.of();
    }

    @Override
    public String proof() {
        return "the carrier went and came back, by its counters; not every driver lets it";
    }

    @Override
    public boolean makesAnew() {
        return false;
    }

    @Override
    public Acted act(Target target, Link now) throws ResetException {
        String name = Printable.brief(now.name());
        int result = site.renegotiate(now.name());
        switch (-result) {
            case 0 -> {
                return Acted.accepted(List.of("this is no reset: the link was negotiated anew"));
            }
            case Errno.EOPNOTSUPP ->
                throw Failure.with(
                        Reason.UNSUPPORTED,
                        name + " can't be renegotiated: its driver has no ETHTOOL_NWAY_RST",
                        -result);
            case Errno.EINVAL, Errno.EAGAIN ->
                throw Failure.with(
                        Reason.FLAGS_REJECTED,
                        name + " can't be renegotiated now: autonegotiation is off, or the interface is",
                        -result);
            case Errno.EPERM ->
                throw Failure.with(
                        Reason.PERMISSION_DENIED, "renegotiating " + name + " needs " + Privilege.NETWORK, -result);
            case Errno.ENODEV ->
                throw Failure.with(Reason.DETACHED, name + " is gone, or detached by its driver", -result);
            default -> {
                return Acted.failed(-result, List.of("the driver was called and failed"));
            }
        }
    }
}
