// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import netreset.linux.abi.Devlink;
import netreset.linux.abi.Errno;
import netreset.linux.abi.Genetlink;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Nlattr;
import netreset.linux.abi.Nlmsghdr;
import netreset.linux.netlink.NetlinkBytes;

/** Generic netlink behind the seam: the family devlink, with instances that do as scripted. */
final class FakeDevlink {
    private static final int FAMILY = 0x1d;

    final List<FakeInstance> instances = new ArrayList<>();

    /** Every request that isn't for a list: {@code command handle details}. */
    final List<String> acts = new ArrayList<>();

    /** What the next questions for reporters fail with. */
    final Deque<Integer> healthErrors = new ConcurrentLinkedDeque<>();

    private final FakeKernel kernel;

    FakeDevlink(FakeKernel kernel) {
        this.kernel = kernel;
    }

    /** A device with a devlink instance: it reloads with driver_reinit unless told otherwise. */
    static final class FakeInstance {
        final String bus;
        final String device;
        final Map<Integer, Integer> reloads = new LinkedHashMap<>(Map.of(1, 0));
        final List<FakeReporter> reporters = new ArrayList<>();
        FakeNic port;
        boolean reloadFailed;

        /** What the next reloads fail with before anything is done. */
        final Deque<Integer> refusals = new ArrayDeque<>();

        /** What the next reloads fail with while they come up. */
        final Deque<Integer> upErrors = new ArrayDeque<>();

        boolean counts = true;
        int performedBesides;
        Runnable down = () -> {};
        Runnable up = () -> {};

        FakeInstance(String bus, String device) {
            this.bus = bus;
            this.device = device;
        }
    }

    /** A health reporter, which recovers when asked to unless told otherwise. */
    static final class FakeReporter {
        final String name;
        int state;
        long recoveries;
        boolean counts = true;
        int error;

        FakeReporter(String name, int state) {
            this.name = name;
            this.state = state;
        }
    }

    FakeInstance add(String bus, String device) {
        FakeInstance instance = new FakeInstance(bus, device);
        instances.add(instance);
        return instance;
    }

    /** A kernel without devlink lists its other families. */
    static byte[] nobody(int sequence) {
        return done(families("nlctrl", Genetlink.GENL_ID_CTRL, sequence), sequence);
    }

    private static NetlinkBytes families(String name, int number, int sequence) {
        return NetlinkBytes.ofThisMachine()
                .message(
                        Genetlink.GENL_ID_CTRL,
                        Netlink.NLM_F_MULTI,
                        sequence,
                        family -> family.int32(1)
                                .attribute(Genetlink.CTRL_ATTR_FAMILY_NAME, name)
                                .attribute(Genetlink.CTRL_ATTR_FAMILY_ID, u16(number)));
    }

    static byte[] error(int sequence, int errno, String words) {
        int flags = Netlink.NLM_F_CAPPED | (words == null ? 0 : Netlink.NLM_F_ACK_TLVS);
        return NetlinkBytes.ofThisMachine()
                .message(Netlink.NLMSG_ERROR, flags, sequence, error -> {
                    error.int32(-errno).raw(new byte[Nlmsghdr.SIZE]);
                    if (words != null) {
                        error.attribute(Netlink.NLMSGERR_ATTR_MSG, words);
                    }
                })
                .bytes();
    }

    private static byte[] done(NetlinkBytes bytes, int sequence) {
        return bytes.message(Netlink.NLMSG_DONE, Netlink.NLM_F_MULTI, sequence, end -> end.int32(0))
                .bytes();
    }

    byte[] answer(ByteBuffer request, int sequence) {
        int command = request.get(Nlmsghdr.SIZE);
        if (request.getShort(Nlmsghdr.NLMSG_TYPE) == Genetlink.GENL_ID_CTRL) {
            return done(families("devlink", FAMILY, sequence), sequence);
        }
        return switch (command) {
            case Devlink.DEVLINK_CMD_GET -> list(sequence, command, this::describe);
            case Devlink.DEVLINK_CMD_PORT_GET -> list(sequence, command, this::describePort);
            case Devlink.DEVLINK_CMD_HEALTH_REPORTER_GET -> reporters(sequence);
            default -> act(command, attributes(request), sequence);
        };
    }

    @FunctionalInterface
    private interface Describing {
        void describe(FakeInstance instance, NetlinkBytes message);
    }

    private byte[] list(int sequence, int command, Describing how) {
        NetlinkBytes bytes = NetlinkBytes.ofThisMachine();
        for (FakeInstance instance : instances) {
            bytes.message(FAMILY, Netlink.NLM_F_MULTI, sequence, message -> {
                message.int32(command);
                named(instance, message);
                how.describe(instance, message);
            });
        }
        return done(bytes, sequence);
    }

    private static void named(FakeInstance instance, NetlinkBytes message) {
        message.attribute(Devlink.DEVLINK_ATTR_BUS_NAME, instance.bus)
                .attribute(Devlink.DEVLINK_ATTR_DEV_NAME, instance.device);
    }

    private void describe(FakeInstance instance, NetlinkBytes message) {
        Consumer<NetlinkBytes> actions = stats -> instance.reloads.forEach((action, count) -> stats.attribute(
                Devlink.DEVLINK_ATTR_RELOAD_ACTION_INFO,
                info -> info.attribute(Devlink.DEVLINK_ATTR_RELOAD_ACTION, new byte[] {(byte) (int) action})
                        .attribute(
                                Devlink.DEVLINK_ATTR_RELOAD_ACTION_STATS,
                                entries -> entries.attribute(
                                        Devlink.DEVLINK_ATTR_RELOAD_STATS_ENTRY,
                                        entry -> entry.attribute(
                                                        Devlink.DEVLINK_ATTR_RELOAD_STATS_LIMIT, new byte[] {0})
                                                .attribute(Devlink.DEVLINK_ATTR_RELOAD_STATS_VALUE, count)))));
        message.attribute(Devlink.DEVLINK_ATTR_RELOAD_FAILED, new byte[] {(byte) (instance.reloadFailed ? 1 : 0)})
                .attribute(
                        Devlink.DEVLINK_ATTR_DEV_STATS,
                        stats -> stats.attribute(Devlink.DEVLINK_ATTR_RELOAD_STATS, actions));
    }

    private void describePort(FakeInstance instance, NetlinkBytes message) {
        FakeNic port = instance.port;
        if (port != null && kernel.nics.contains(port)) {
            message.attribute(Devlink.DEVLINK_ATTR_PORT_NETDEV_IFINDEX, port.index)
                    .attribute(Devlink.DEVLINK_ATTR_PORT_NETDEV_NAME, port.name);
        }
    }

    private byte[] reporters(int sequence) {
        Integer error = healthErrors.poll();
        if (error != null) {
            return error(sequence, error, null);
        }
        NetlinkBytes bytes = NetlinkBytes.ofThisMachine();
        for (FakeInstance instance : instances) {
            for (FakeReporter reporter : instance.reporters) {
                bytes.message(FAMILY, Netlink.NLM_F_MULTI, sequence, message -> {
                    message.int32(Devlink.DEVLINK_CMD_HEALTH_REPORTER_GET);
                    named(instance, message);
                    message.attribute(
                            Devlink.DEVLINK_ATTR_HEALTH_REPORTER,
                            part -> part.attribute(Devlink.DEVLINK_ATTR_HEALTH_REPORTER_NAME, reporter.name)
                                    .attribute(
                                            Devlink.DEVLINK_ATTR_HEALTH_REPORTER_STATE,
                                            new byte[] {(byte) reporter.state})
                                    .attribute(Devlink.DEVLINK_ATTR_HEALTH_REPORTER_ERR_COUNT, u64(1))
                                    .attribute(
                                            Devlink.DEVLINK_ATTR_HEALTH_REPORTER_RECOVER_COUNT,
                                            u64(reporter.recoveries)));
                });
            }
        }
        return done(bytes, sequence);
    }

    private byte[] act(int command, Map<Integer, ByteBuffer> attributes, int sequence) {
        FakeInstance instance = instances.stream()
                .filter(i -> i.bus.equals(text(attributes.get(Devlink.DEVLINK_ATTR_BUS_NAME)))
                        && i.device.equals(text(attributes.get(Devlink.DEVLINK_ATTR_DEV_NAME))))
                .findFirst()
                .orElseThrow();
        if (!kernel.privileged) {
            return error(sequence, Errno.EPERM, null);
        }
        return command == Devlink.DEVLINK_CMD_RELOAD
                ? reload(instance, attributes, sequence)
                : recover(instance, text(attributes.get(Devlink.DEVLINK_ATTR_HEALTH_REPORTER_NAME)), sequence);
    }

    private byte[] reload(FakeInstance instance, Map<Integer, ByteBuffer> attributes, int sequence) {
        ByteBuffer named = attributes.get(Devlink.DEVLINK_ATTR_RELOAD_ACTION);
        ByteBuffer limits = attributes.get(Devlink.DEVLINK_ATTR_RELOAD_LIMITS);
        int action = named == null ? 0 : named.get(0);
        acts.add("reload " + instance.bus + "/" + instance.device + " action " + action
                + (limits == null ? "" : " limits " + limits.getInt(0) + "/" + limits.getInt(4)));
        if (limits != null && (limits.getInt(4) & ~6) != 0) {
            return error(sequence, Errno.EINVAL, "Attribute failed policy validation");
        }
        if (!instance.refusals.isEmpty()) {
            return error(sequence, instance.refusals.poll(), "reload refused, as its script says");
        }
        instance.down.run();
        if (!instance.upErrors.isEmpty()) {
            instance.reloadFailed = true;
            return error(sequence, instance.upErrors.poll(), "not back, as its script says");
        }
        instance.reloadFailed = false;
        instance.up.run();
        if (instance.counts) {
            instance.reloads.merge(action, 1, Integer::sum);
        }
        NetlinkBytes bytes = NetlinkBytes.ofThisMachine();
        if (named != null) {
            bytes.message(FAMILY, 0, sequence, reply -> {
                reply.int32(Devlink.DEVLINK_CMD_RELOAD);
                named(instance, reply);
                reply.attribute(
                        Devlink.DEVLINK_ATTR_RELOAD_ACTIONS_PERFORMED,
                        bits -> bits.int32(1 << action | instance.performedBesides)
                                .int32(6));
            });
        }
        return bytes.raw(error(sequence, 0, null)).bytes();
    }

    private byte[] recover(FakeInstance instance, String name, int sequence) {
        acts.add("recover " + instance.bus + "/" + instance.device + " " + name);
        for (FakeReporter reporter : instance.reporters) {
            if (reporter.name.equals(name)) {
                if (reporter.error != 0) {
                    return error(sequence, reporter.error, "recovery failed, as its script says");
                }
                if (reporter.state != 0 && reporter.counts) {
                    reporter.recoveries++;
                    reporter.state = 0;
                }
                return error(sequence, 0, null);
            }
        }
        return error(sequence, Errno.EINVAL, null);
    }

    private static Map<Integer, ByteBuffer> attributes(ByteBuffer request) {
        Map<Integer, ByteBuffer> attributes = new LinkedHashMap<>();
        int at = Nlmsghdr.SIZE + 4;
        while (at < request.limit()) {
            int length = request.getShort(at + Nlattr.NLA_LEN);
            ByteBuffer value =
                    request.slice(at + Nlattr.SIZE, length - Nlattr.SIZE).order(ByteOrder.nativeOrder());
            attributes.put((int) request.getShort(at + Nlattr.NLA_TYPE), value);
            at += (length + 3) & -4;
        }
        return attributes;
    }

    private static String text(ByteBuffer value) {
        byte[] bytes = new byte[value.capacity() - 1];
        value.get(0, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] u16(int value) {
        return ByteBuffer.allocate(2)
                .order(ByteOrder.nativeOrder())
                .putShort((short) value)
                .array();
    }

    private static byte[] u64(long value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.nativeOrder())
                .putLong(value)
                .array();
    }
}
