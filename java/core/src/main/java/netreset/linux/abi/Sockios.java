// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <linux/sockios.h>}: ioctl requests on a socket. */
public final class Sockios {
    /** Ethtool command: the argument is a struct ifreq whose ifr_data points to a struct that starts with the command. */
    public static final long SIOCETHTOOL = 0x8946;

    private Sockios() {}
}
