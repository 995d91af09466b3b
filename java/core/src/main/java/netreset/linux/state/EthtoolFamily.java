// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import netreset.linux.abi.Errno;
import netreset.linux.abi.EthtoolNetlink;
import netreset.linux.abi.Genetlink;
import netreset.linux.abi.Genlmsghdr;
import netreset.linux.abi.Netlink;
import netreset.linux.netlink.Attributes;
import netreset.linux.netlink.KernelSocket;
import netreset.linux.netlink.Message;
import netreset.linux.netlink.NetlinkException;
import netreset.linux.netlink.Request;

/** Reads and writes {@link EthtoolSetting}s (Documentation/networking/ethtool-netlink.rst). */
final class EthtoolFamily {
    private static final String NAME = "ethtool";

    private final KernelSocket socket;
    private int id;

    /** @param socket of {@link Netlink#NETLINK_GENERIC} */
    EthtoolFamily(KernelSocket socket) {
        this.socket = socket;
    }

    /**
     * The family's number, which differs from boot to boot. All families are listed for it: asked for one by name, a kernel
     * without it would try to load a module.
     */
    private int id() throws NetlinkException {
        if (id == 0) {
            Request request = new Request(
                            "CTRL_CMD_GETFAMILY", Genetlink.GENL_ID_CTRL, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP)
                    .u8(Genetlink.CTRL_CMD_GETFAMILY)
                    .u8(1)
                    .u16(0);
            id = socket.ask(request, Genlmsghdr.SIZE).messages().stream()
                    .filter(family -> NAME.equals(family.attributes().text(Genetlink.CTRL_ATTR_FAMILY_NAME)))
                    .mapToInt(family -> family.attributes().u16(Genetlink.CTRL_ATTR_FAMILY_ID, 0))
                    .findFirst()
                    .orElse(0);
            if (id == 0) {
                throw NetlinkException.unusable("CTRL_CMD_GETFAMILY", "this kernel has no ethtool netlink", null);
            }
        }
        return id;
    }

    /**
     * All settings of a link that its driver tells.
     *
     * @param gaps gets a sentence for each that can't be known
     */
    Map<EthtoolSetting, Message> read(int index, List<String> gaps) {
        Map<EthtoolSetting, Message> settings = new EnumMap<>(EthtoolSetting.class);
        for (EthtoolSetting setting : EthtoolSetting.values()) {
            try {
                Request request = request(setting, setting.get(), index);
                socket.ask(request, Genlmsghdr.SIZE).messages().stream()
                        .findFirst()
                        .ifPresent(answer -> settings.put(setting, answer));
            } catch (NetlinkException e) {
                if (e.errno() != Errno.EOPNOTSUPP) {
                    gaps.add("its " + setting.word() + " can't be read: " + e.getMessage());
                }
            }
        }
        return settings;
    }

    /** Sets the one attribute of a link as {@code wanted} has it. */
    void write(EthtoolSetting setting, int index, int attribute, ByteBuffer wanted) throws NetlinkException {
        socket.order(request(setting, setting.set(), index).attribute(attribute, wanted));
    }

    private Request request(EthtoolSetting setting, int command, int index) throws NetlinkException {
        String call = setting.call() + (command == setting.get() ? "_GET" : "_SET");
        return new Request(call, id(), Netlink.NLM_F_REQUEST | Netlink.NLM_F_ACK)
                .u8(command)
                .u8(EthtoolNetlink.ETHTOOL_GENL_VERSION)
                .u16(0)
                .nest(
                        setting.header(),
                        header -> header.attributeU32(EthtoolNetlink.ETHTOOL_A_HEADER_DEV_INDEX, index));
    }

    /** The value of one attribute, 8 or 32 bits, as a number. */
    static String value(Attributes attributes, int attribute) {
        ByteBuffer payload = attributes.payload(attribute);
        return switch (payload == null ? 0 : payload.capacity()) {
            case Byte.BYTES -> String.valueOf(attributes.u8(attribute, 0));
            case Integer.BYTES -> Integer.toUnsignedString(attributes.s32(attribute, 0));
            default -> payload == null ? "" : IpText.hex(payload);
        };
    }
}
