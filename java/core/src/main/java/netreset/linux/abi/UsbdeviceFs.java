// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

/** {@code <linux/usbdevice_fs.h>}: ioctl requests on /dev/bus/usb/BBB/DDD. */
public final class UsbdeviceFs {
    /** Resets the device's port; drivers that can't bear it are bound anew. No argument. */
    public static final long USBDEVFS_RESET = 0x5514;

    private UsbdeviceFs() {}
}
