// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.util.ArrayList;
import java.util.List;
import netreset.linux.abi.If;
import netreset.linux.abi.IfArp;
import netreset.linux.abi.IfLink;
import netreset.linux.netlink.NetlinkBytes;

/** A NIC of a {@link FakeKernel}: up, with carrier, on a PCI bus, and without a reset, unless told otherwise. */
public final class FakeNic {
    final int index;
    final List<String> alternativeNames = new ArrayList<>();
    String name;
    String driver = "e1000e";
    String firmware = "1.8-0";
    String bus = "pci";
    String address;
    byte[] mac;
    boolean adminUp = true;
    boolean carrier = true;
    public boolean present = true;
    int operState = If.IF_OPER_UP;
    int ups = 1;
    int downs = 0;
    int beginError;
    boolean flashing;
    int nwayError;

    /** Index of the link it is a port of. */
    int master;

    /** Whether packets get through it while it has a carrier. */
    volatile boolean passes = true;

    int renegotiations;

    /** Whether switching it on brings its carrier. */
    boolean carrierWhenOn = true;

    ResetDriver reset;
    public int resets;

    private final FakeKernel kernel;

    /** A driver's {@code ethtool_ops.reset}. */
    @FunctionalInterface
    public interface ResetDriver {
        /**
         * Resets.
         *
         * @param flags one element: the bits asked for in, the bits not reset out
         * @return 0 or {@code -errno}
         */
        int reset(int[] flags);
    }

    FakeNic(FakeKernel kernel, int index, String name) {
        this.kernel = kernel;
        this.index = index;
        this.name = name;
        this.address = String.format("0000:%02x:00.0", index);
        this.mac = new byte[] {2, 0, 0, 0, 0, (byte) index};
    }

    /** Resets whatever it is asked for, and does nothing else. */
    public FakeNic resets(String driverName) {
        return resets(driverName, flags -> {
            flags[0] = 0;
            return 0;
        });
    }

    public FakeNic resets(String driverName, ResetDriver op) {
        driver = driverName;
        reset = op;
        return this;
    }

    public void loseCarrier() {
        synchronized (kernel) {
            if (carrier) {
                carrier = false;
                downs++;
                operState = If.IF_OPER_DOWN;
                kernel.publish(this);
            }
        }
    }

    public void regainCarrier() {
        synchronized (kernel) {
            if (!carrier) {
                carrier = true;
                ups++;
                operState = If.IF_OPER_UP;
                kernel.publish(this);
            }
        }
    }

    /** Switched on or off, with its carrier. */
    void switchTo(boolean up) {
        synchronized (kernel) {
            if (adminUp == up) {
                return;
            }
            adminUp = up;
            if (!up) {
                loseCarrier();
            } else if (carrierWhenOn) {
                regainCarrier();
            }
            kernel.publish(this);
        }
    }

    /** So short that no notification shows it: only the counters do. */
    void flapUnseen() {
        synchronized (kernel) {
            downs++;
            ups++;
        }
    }

    NetlinkBytes describe(NetlinkBytes message) {
        int flags = (name.equals("lo") ? If.IFF_LOOPBACK : 0)
                | (adminUp ? If.IFF_UP : 0)
                | (adminUp && carrier ? If.IFF_RUNNING | If.IFF_LOWER_UP : 0);
        message.ifinfomsg(0, name.equals("lo") ? IfArp.ARPHRD_LOOPBACK : IfArp.ARPHRD_ETHER, index, flags)
                .attribute(IfLink.IFLA_IFNAME, name)
                .attribute(IfLink.IFLA_ADDRESS, mac)
                .attribute(IfLink.IFLA_OPERSTATE, new byte[] {(byte) operState})
                .attribute(IfLink.IFLA_CARRIER, new byte[] {(byte) (carrier ? 1 : 0)})
                .attribute(IfLink.IFLA_CARRIER_CHANGES, ups + downs)
                .attribute(IfLink.IFLA_CARRIER_UP_COUNT, ups)
                .attribute(IfLink.IFLA_CARRIER_DOWN_COUNT, downs);
        if (master != 0) {
            message.attribute(IfLink.IFLA_MASTER, master);
        }
        if (!alternativeNames.isEmpty()) {
            message.attribute(
                    IfLink.IFLA_PROP_LIST,
                    list -> alternativeNames.forEach(other -> list.attribute(IfLink.IFLA_ALT_IFNAME, other)));
        }
        if (bus != null) {
            message.attribute(IfLink.IFLA_PERM_ADDRESS, mac)
                    .attribute(IfLink.IFLA_PARENT_DEV_NAME, address)
                    .attribute(IfLink.IFLA_PARENT_DEV_BUS_NAME, bus);
        }
        return message;
    }
}
