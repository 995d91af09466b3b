// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

/** What a process must be allowed, in the words of plans and errors. */
final class Privilege {
    static final String NETWORK = "CAP_NET_ADMIN in the user namespace that owns the NIC's network namespace";
    static final String DEVLINK = "CAP_NET_ADMIN in the initial user namespace";
    static final String SYSFS = "write access to /sys, which root has (CAP_DAC_OVERRIDE)";
    static final String USB = "write access to the file in /dev/bus/usb, which root has";

    private Privilege() {}
}
