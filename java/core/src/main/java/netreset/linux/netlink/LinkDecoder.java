// SPDX-License-Identifier: Apache-2.0
package netreset.linux.netlink;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import netreset.linux.abi.IfLink;
import netreset.linux.abi.Ifinfomsg;
import netreset.linux.abi.Socket;
import org.jspecify.annotations.Nullable;

/** Decodes one RTM_NEWLINK or RTM_DELLINK message. */
final class LinkDecoder {
    private @Nullable String name;
    private List<String> alternativeNames = List.of();
    private OperState operState = OperState.UNKNOWN;
    private @Nullable String kind;
    private @Nullable String slaveKind;
    private @Nullable MacAddress address;
    private @Nullable MacAddress permanentAddress;
    private long mtu;
    private int masterIndex;
    private int lowerIndex;
    private @Nullable Integer lowerNamespaceId;
    private @Nullable Boolean carrier;
    private @Nullable Long carrierChanges;
    private @Nullable Long carrierUpCount;
    private @Nullable Long carrierDownCount;
    private @Nullable String parentDeviceName;
    private @Nullable String parentBusName;
    private @Nullable String physicalPortName;
    private int event = IfLink.IFLA_EVENT_NONE;
    private boolean wireless;

    private LinkDecoder() {}

    /**
     * The link that the message the cursor is at describes.
     *
     * @return {@code null} if the message isn't about a link as such: a bridge's view of a port (whose RTM_DELLINK means
     *     that the port left the bridge), or a wireless event
     */
    static @Nullable Link decode(MessageCursor message) throws MalformedMessageException {
        AttributeCursor attributes = message.attributes(Ifinfomsg.SIZE, "ifinfomsg");
        ByteBuffer buffer = message.buffer();
        int start = message.payloadStart();
        if (buffer.get(start + Ifinfomsg.IFI_FAMILY) != Socket.AF_UNSPEC) {
            return null;
        }
        LinkDecoder decoder = new LinkDecoder();
        while (attributes.next()) {
            decoder.take(attributes);
        }
        if (decoder.wireless) {
            return null;
        }
        return decoder.link(
                buffer.getInt(start + Ifinfomsg.IFI_INDEX),
                Short.toUnsignedInt(buffer.getShort(start + Ifinfomsg.IFI_TYPE)),
                buffer.getInt(start + Ifinfomsg.IFI_FLAGS));
    }

    private void take(AttributeCursor attribute) throws MalformedMessageException {
        switch (attribute.type()) {
            case IfLink.IFLA_IFNAME -> name = attribute.text();
            case IfLink.IFLA_PROP_LIST -> takeProperties(attribute.nested());
            case IfLink.IFLA_OPERSTATE -> operState = OperState.of(attribute.u8());
            case IfLink.IFLA_LINKINFO -> takeInfo(attribute.nested());
            case IfLink.IFLA_ADDRESS -> address = addressIn(attribute);
            case IfLink.IFLA_PERM_ADDRESS -> permanentAddress = addressIn(attribute);
            case IfLink.IFLA_MTU -> mtu = attribute.u32();
            case IfLink.IFLA_MASTER -> masterIndex = attribute.s32();
            case IfLink.IFLA_LINK -> lowerIndex = attribute.s32();
            case IfLink.IFLA_LINK_NETNSID -> lowerNamespaceId = attribute.s32();
            case IfLink.IFLA_CARRIER -> carrier = attribute.u8() != 0;
            case IfLink.IFLA_CARRIER_CHANGES -> carrierChanges = attribute.u32();
            case IfLink.IFLA_CARRIER_UP_COUNT -> carrierUpCount = attribute.u32();
            case IfLink.IFLA_CARRIER_DOWN_COUNT -> carrierDownCount = attribute.u32();
            case IfLink.IFLA_PARENT_DEV_NAME -> parentDeviceName = attribute.text();
            case IfLink.IFLA_PARENT_DEV_BUS_NAME -> parentBusName = attribute.text();
            case IfLink.IFLA_PHYS_PORT_NAME -> physicalPortName = attribute.text();
            case IfLink.IFLA_EVENT -> event = attribute.s32();
            case IfLink.IFLA_WIRELESS -> wireless = true;
            default -> {}
        }
    }

    private void takeProperties(AttributeCursor property) throws MalformedMessageException {
        List<String> names = new ArrayList<>(alternativeNames);
        while (property.next()) {
            if (property.type() == IfLink.IFLA_ALT_IFNAME) {
                names.add(property.text());
            }
        }
        alternativeNames = names;
    }

    private void takeInfo(AttributeCursor info) throws MalformedMessageException {
        while (info.next()) {
            switch (info.type()) {
                case IfLink.IFLA_INFO_KIND -> kind = info.text();
                case IfLink.IFLA_INFO_SLAVE_KIND -> slaveKind = info.text();
                default -> {}
            }
        }
    }

    /** Link types without addresses have an empty attribute. */
    private static @Nullable MacAddress addressIn(AttributeCursor attribute) {
        return attribute.length() == 0 ? null : attribute.macAddress();
    }

    private Link link(int index, int type, int flags) throws MalformedMessageException {
        if (index <= 0) {
            throw new MalformedMessageException("ifi_index is " + index);
        }
        if (name == null || name.isEmpty()) {
            throw new MalformedMessageException("link " + index + " has no name");
        }
        return new Link(
                index,
                name,
                alternativeNames,
                type,
                flags,
                operState,
                kind,
                slaveKind,
                address,
                permanentAddress,
                mtu,
                masterIndex,
                lowerIndex,
                lowerNamespaceId,
                carrier,
                carrierChanges,
                carrierUpCount,
                carrierDownCount,
                parentDeviceName,
                parentBusName,
                physicalPortName,
                event);
    }
}
