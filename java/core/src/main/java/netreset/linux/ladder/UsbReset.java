// SPDX-License-Identifier: Apache-2.0
package netreset.linux.ladder;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import netreset.Method;
import netreset.Reason;
import netreset.ResetException;
import netreset.linux.abi.Errno;
import netreset.linux.abi.Fcntl;
import netreset.linux.abi.UsbdeviceFs;
import netreset.linux.netlink.KernelText;
import netreset.linux.netlink.Link;

/**
 * USBDEVFS_RESET: the hub resets the port. A driver with {@code pre_reset} and {@code post_reset} keeps its interface; from
 * another the kernel takes the device and gives it back, and so another interface comes (usb_reset_device,
 * drivers/usb/core/hub.c).
 */
final class UsbReset implements Means {
    private final Site site;

    UsbReset(Site site) {
        this.site = site;
    }

    @Override
    public Method method() {
        return Method.USB;
    }

    @Override
    public Has has(Target target) {
        UsbDevice device = target.usb();
        return device == null
                ? Has.no("it is no USB device")
                : Has.yes("it is the USB device " + device.device().name() + ", " + device.node(site.usb()));
    }

    @Override
    public String needs() {
        return Privilege.USB;
    }

    @Override
    public List<String> steps(Target target) {
        UsbDevice device = target.usb();
        return device == null
                ? List.of()
                : List.of("open(" + device.node(site.usb()) + ", O_WRONLY)", "ioctl(USBDEVFS_RESET)");
    }

    @Override
    public List<String> blastRadius(Target target) {
        UsbDevice device = target.usb();
        return device == null
                ? List.of()
                : List.of("every other function of the USB device "
                        + device.device().name());
    }

    @Override
    public List<String> losses() {
        return List.of("the device's registers", "if its driver doesn't know of resets, all that rebind loses");
    }

    @Override
    public String proof() {
        return "the call returned 0; a driver that doesn't know of resets has a new interface index";
    }

    @Override
    public boolean makesAnew() {
        return true;
    }

    @Override
    public Duration mayStartAfter(Target target) {
        return Duration.ofSeconds(1);
    }

    @Override
    public Acted act(Target target, Link now) throws ResetException {
        BusDevice parent = target.parent();
        UsbDevice device = parent == null ? null : UsbDevice.above(parent).orElse(null);
        if (device == null) {
            throw Failure.unsupported(has(target).why());
        }
        Path node = device.node(site.usb());
        byte[] path = KernelText.encode(node.toString());
        int fd = site.libc()
                .open(ByteBuffer.allocateDirect(path.length + 1).put(0, path), Fcntl.O_WRONLY | Fcntl.O_CLOEXEC, 0);
        if (fd < 0) {
            throw cannotOpen(node, -fd);
        }
        int result = site.libc().ioctl(fd, UsbdeviceFs.USBDEVFS_RESET, null);
        site.libc().close(fd);
        List<String> notes = new ArrayList<>();
        if (result < 0) {
            notes.add("the reset of " + node + " failed, and side effects are possible: " + Errno.symbol(-result));
            return Acted.failed(-result, notes);
        }
        return Acted.accepted(notes);
    }

    private static ResetException cannotOpen(Path node, int errno) {
        boolean forbidden = errno == Errno.EACCES || errno == Errno.EPERM || errno == Errno.EROFS;
        return Failure.with(
                forbidden ? Reason.PERMISSION_DENIED : Reason.UNSUPPORTED,
                forbidden
                        ? "resetting a USB device needs " + Privilege.USB + ": " + node
                        : node + " can't be opened: " + Errno.symbol(errno),
                errno);
    }
}
