// SPDX-License-Identifier: Apache-2.0
package netreset.linux.state;

import java.nio.ByteBuffer;
import netreset.linux.abi.IfAddr;
import netreset.linux.abi.IfaCacheinfo;
import netreset.linux.abi.Ifaddrmsg;
import netreset.linux.abi.Socket;
import netreset.linux.netlink.Message;
import org.jspecify.annotations.Nullable;

/** An IP address of a link, as an RTM_NEWADDR message describes it. */
public record Address(Message message) {
    /** A lifetime without end. */
    static final long FOREVER = 0xffff_ffffL;

    /** The flags somebody chose; the others are the kernel's view of the moment (net/ipv6/addrconf.c, inet6_rtm_newaddr). */
    static final int CHOSEN_FLAGS = IfAddr.IFA_F_NODAD
            | IfAddr.IFA_F_HOMEADDRESS
            | IfAddr.IFA_F_MANAGETEMPADDR
            | IfAddr.IFA_F_NOPREFIXROUTE
            | IfAddr.IFA_F_MCAUTOJOIN;

    public int family() {
        return message.u8(Ifaddrmsg.IFA_FAMILY);
    }

    public int prefixLength() {
        return message.u8(Ifaddrmsg.IFA_PREFIXLEN);
    }

    int scope() {
        return message.u8(Ifaddrmsg.IFA_SCOPE);
    }

    /** ifindex of its link. */
    public int index() {
        return message.s32(Ifaddrmsg.IFA_INDEX);
    }

    /** {@code IFA_F_*}. */
    public int flags() {
        return message.attributes().s32(IfAddr.IFA_FLAGS, message.u8(Ifaddrmsg.IFA_FLAGS));
    }

    /** The address of this machine; {@code null} if the message has none. */
    public @Nullable ByteBuffer local() {
        ByteBuffer local = message.attributes().payload(IfAddr.IFA_LOCAL);
        return local == null ? message.attributes().payload(IfAddr.IFA_ADDRESS) : local;
    }

    /** The peer's address; {@code null} if there is none but the address itself. */
    @Nullable
    ByteBuffer peer() {
        ByteBuffer peer = message.attributes().payload(IfAddr.IFA_ADDRESS);
        return peer == null || peer.equals(local()) ? null : peer;
    }

    @Nullable
    String label() {
        return message.attributes().text(IfAddr.IFA_LABEL);
    }

    /** Seconds it was to live on when it was read; {@link #FOREVER} has no end. */
    long validSeconds() {
        return lifetime(IfaCacheinfo.IFA_VALID);
    }

    /** Seconds it was to be preferred. */
    long preferredSeconds() {
        return lifetime(IfaCacheinfo.IFA_PREFERED);
    }

    private long lifetime(int offset) {
        ByteBuffer info = message.attributes().payload(IfAddr.IFA_CACHEINFO);
        return info == null || info.capacity() < IfaCacheinfo.SIZE
                ? FOREVER
                : Integer.toUnsignedLong(info.getInt(offset));
    }

    /** Somebody has to renew it: a DHCP client, or routers by their advertisements. */
    public boolean isDynamic() {
        return validSeconds() != FOREVER;
    }

    /** A privacy address (RFC 8981), made and replaced by the kernel alone. IPv4's bit of that number means other things. */
    boolean isTemporary() {
        return family() == Socket.AF_INET6 && (flags() & IfAddr.IFA_F_TEMPORARY) != 0;
    }

    /** The search for another machine with it isn't over. */
    boolean isTentative() {
        return family() == Socket.AF_INET6 && (flags() & IfAddr.IFA_F_TENTATIVE) != 0;
    }

    /** Another machine has it. */
    boolean isDuplicate() {
        return family() == Socket.AF_INET6 && (flags() & IfAddr.IFA_F_DADFAILED) != 0;
    }

    /** The address alone. */
    public String text() {
        return IpText.of(local(), "?");
    }

    /** All that makes it what it is, but no lifetime, in one line. */
    String fact(Labels labels) {
        StringBuilder fact = new StringBuilder("address ").append(text());
        ByteBuffer peer = peer();
        if (peer != null) {
            fact.append(" peer ").append(IpText.of(peer, "?"));
        }
        fact.append('/').append(prefixLength());
        ByteBuffer broadcast = message.attributes().payload(IfAddr.IFA_BROADCAST);
        if (broadcast != null) {
            fact.append(" brd ").append(IpText.of(broadcast, "?"));
        }
        fact.append(" dev ").append(labels.of(index())).append(" scope ").append(scope());
        String label = label();
        if (label != null) {
            fact.append(" label ").append(labels.ofText(label));
        }
        int metric = message.attributes().s32(IfAddr.IFA_RT_PRIORITY, 0);
        if (metric != 0) {
            fact.append(" metric ").append(Integer.toUnsignedString(metric));
        }
        int chosen = flags() & CHOSEN_FLAGS;
        if (chosen != 0) {
            fact.append(" flags 0x").append(Integer.toHexString(chosen));
        }
        fact.append(isTemporary() ? " temporary" : "").append(isDynamic() ? " dynamic" : "");
        return fact.toString();
    }
}
