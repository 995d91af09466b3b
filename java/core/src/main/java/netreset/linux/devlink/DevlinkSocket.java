// SPDX-License-Identifier: Apache-2.0
package netreset.linux.devlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import netreset.bridge.Libc;
import netreset.linux.abi.Devlink;
import netreset.linux.abi.Errno;
import netreset.linux.netlink.AttributeCursor;
import netreset.linux.netlink.Conversation;
import netreset.linux.netlink.GenericSocket;
import netreset.linux.netlink.MalformedMessageException;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.netlink.Request;
import org.jspecify.annotations.Nullable;

/** Asks devlink, and acts by it. Used by one thread at a time; the two acts block for as long as the driver takes. */
public final class DevlinkSocket implements AutoCloseable {
    private static final String FAMILY = "devlink";

    private final GenericSocket socket;
    private final int family;

    private DevlinkSocket(GenericSocket socket, int family) {
        this.socket = socket;
        this.family = family;
    }

    /**
     * Opens a socket in the network namespace of the calling thread.
     *
     * @return empty if this kernel has no devlink
     */
    public static Optional<DevlinkSocket> open(Libc libc) throws NetlinkException {
        GenericSocket socket = GenericSocket.open(libc);
        try {
            OptionalInt family = socket.family(FAMILY);
            if (family.isPresent()) {
                return Optional.of(new DevlinkSocket(socket, family.getAsInt()));
            }
        } catch (NetlinkException e) {
            socket.close();
            throw e;
        }
        socket.close();
        return Optional.empty();
    }

    /** Every instance. */
    public List<Instance> instances() throws NetlinkException {
        List<Instance> instances = new ArrayList<>();
        ask("DEVLINK_CMD_GET", Devlink.DEVLINK_CMD_GET, attribute -> instances.add(InstanceDecoder.decode(attribute)));
        return instances;
    }

    /** The instance of this name; empty if there is none. */
    public Optional<Instance> instance(Handle handle) throws NetlinkException {
        return instances().stream().filter(i -> i.handle().equals(handle)).findFirst();
    }

    /** Every port that has an interface in this network namespace. */
    public List<Port> ports() throws NetlinkException {
        List<Port> ports = new ArrayList<>();
        ask("DEVLINK_CMD_PORT_GET", Devlink.DEVLINK_CMD_PORT_GET, attribute -> {
            Port port = port(attribute);
            if (port.index() > 0) {
                ports.add(port);
            }
        });
        return ports;
    }

    private static Port port(AttributeCursor attribute) throws MalformedMessageException {
        String bus = "";
        String device = "";
        String name = "";
        int index = 0;
        while (attribute.next()) {
            switch (attribute.type()) {
                case Devlink.DEVLINK_ATTR_BUS_NAME -> bus = attribute.text();
                case Devlink.DEVLINK_ATTR_DEV_NAME -> device = attribute.text();
                case Devlink.DEVLINK_ATTR_PORT_NETDEV_IFINDEX -> index = attribute.s32();
                case Devlink.DEVLINK_ATTR_PORT_NETDEV_NAME -> name = attribute.text();
                default -> {}
            }
        }
        return new Port(new Handle(bus, device), index, name);
    }

    /** The health reporters of an instance and its ports; none if its driver has none. */
    public List<Reporter> reporters(Handle handle) throws NetlinkException {
        List<Reporter> reporters = new ArrayList<>();
        try {
            ask(
                    "DEVLINK_CMD_HEALTH_REPORTER_GET",
                    Devlink.DEVLINK_CMD_HEALTH_REPORTER_GET,
                    attribute -> reporters.add(ReporterDecoder.decode(attribute)));
        } catch (NetlinkException e) {
            if (e.errno() != Errno.EOPNOTSUPP) {
                throw e;
            }
        }
        reporters.removeIf(reporter -> !reporter.handle().equals(handle));
        return reporters;
    }

    @FunctionalInterface
    private interface Taker {
        void take(AttributeCursor attributes) throws MalformedMessageException;
    }

    private void ask(String call, int command, Taker taker) throws NetlinkException {
        socket.ask(GenericSocket.dump(call, family, command), message -> taker.take(GenericSocket.attributes(message)));
    }

    /**
     * Reloads an instance. The action is always named: only then does the kernel say what was performed.
     *
     * @param noReset that nothing is to be reset and no link to go down, which is for firmware that can be changed alive.
     *     The bitfield says so with 2 in value and selector: newer kernels take no other bit in the selector (policy in
     *     net/devlink/netlink_gen.c), older ones don't mind
     * @throws NetlinkException if the kernel or the driver refuses, or the reload fails
     */
    public Reloaded reload(Handle handle, ReloadAction action, boolean noReset) throws NetlinkException {
        Request request = on(handle, "DEVLINK_CMD_RELOAD", Devlink.DEVLINK_CMD_RELOAD)
                .attributeU8(Devlink.DEVLINK_ATTR_RELOAD_ACTION, action.number());
        if (noReset) {
            int limit = 1 << Devlink.DEVLINK_RELOAD_LIMIT_NO_RESET;
            request.attributeBitfield32(Devlink.DEVLINK_ATTR_RELOAD_LIMITS, limit, limit);
        }
        int[] performed = {0};
        String words = socket.ask(request, message -> {
            AttributeCursor attribute = GenericSocket.attributes(message);
            while (attribute.next()) {
                if (attribute.type() == Devlink.DEVLINK_ATTR_RELOAD_ACTIONS_PERFORMED) {
                    performed[0] = attribute.bitfield32();
                }
            }
        });
        return new Reloaded(performed[0], words);
    }

    /**
     * Lets a health reporter recover what it watches. The kernel does nothing, and says 0, if all is well.
     *
     * @return the kernel's own words, verbatim; {@code null} if it had none
     */
    public @Nullable String recover(Reporter reporter) throws NetlinkException {
        Request request = on(
                reporter.handle(), "DEVLINK_CMD_HEALTH_REPORTER_RECOVER", Devlink.DEVLINK_CMD_HEALTH_REPORTER_RECOVER);
        if (reporter.port() != null) {
            request.attributeU32(Devlink.DEVLINK_ATTR_PORT_INDEX, reporter.port());
        }
        request.attribute(Devlink.DEVLINK_ATTR_HEALTH_REPORTER_NAME, reporter.name());
        return socket.ask(request, Conversation.Reader.NOTHING);
    }

    private Request on(Handle handle, String call, int command) {
        return GenericSocket.act(call, family, command)
                .attribute(Devlink.DEVLINK_ATTR_BUS_NAME, handle.bus())
                .attribute(Devlink.DEVLINK_ATTR_DEV_NAME, handle.device());
    }

    /** Closes the socket; again does nothing. */
    @Override
    public void close() {
        socket.close();
    }
}
