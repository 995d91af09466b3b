// SPDX-License-Identifier: Apache-2.0
package netreset.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import netreset.ResetException;
import netreset.bridge.Bridge;
import netreset.bridge.CLibrary;
import netreset.bridge.Kernel32;
import netreset.bridge.Libc;
import netreset.bridge.Mprapi;
import netreset.bridge.Symbols;
import netreset.linux.abi.Errno;
import netreset.linux.abi.Ethtool;
import netreset.linux.abi.EthtoolDrvinfo;
import netreset.linux.abi.EthtoolValue;
import netreset.linux.abi.If;
import netreset.linux.abi.Ifinfomsg;
import netreset.linux.abi.Ifreq;
import netreset.linux.abi.Netlink;
import netreset.linux.abi.Nlmsghdr;
import netreset.linux.abi.Pollfd;
import netreset.linux.abi.Rtnetlink;
import netreset.linux.abi.SockaddrNl;
import netreset.linux.abi.Socket;
import netreset.linux.abi.Sockios;
import netreset.linux.ladder.AdminState;
import netreset.linux.ladder.Refusals;
import netreset.linux.netlink.KernelText;
import netreset.linux.netlink.NetlinkBytes;

/**
 * Linux behind the seam, as far as listing and resetting NICs goes: for what a real kernel can't be brought to do at will.
 * Keeps the order of the real one's checks (net/core/dev_ioctl.c, net/ethtool/ioctl.c) and its one lock. Starts with a
 * loopback interface and nothing else.
 */
public final class FakeKernel implements Bridge, Libc {
    private static final int LINKS_A_DATAGRAM = 25;

    final FakeMemory memory = new FakeMemory();
    final ReentrantLock rtnl = new ReentrantLock();
    final List<FakeNic> nics = new ArrayList<>();

    /** Every SIOCETHTOOL: {@code name command}. */
    final List<String> ioctls = new ArrayList<>();

    /** Names a real kernel would have tried to load a module for. */
    final List<String> unknownNames = new ArrayList<>();

    public boolean privileged = true;
    boolean inet = true;

    /** Errno of every socket call; 0 if they succeed. */
    int socketError;

    /** Errnos that the next ioctls fail with before anything else happens. */
    final Deque<Integer> interruptions = new ArrayDeque<>();

    /** Answers every probe and reset with EFAULT, as a kernel would that reads the argument first. */
    boolean readsArgumentFirst;

    /** Run at the beginning of every ETHTOOL_RESET that reaches its driver's operation. */
    Runnable beforeReset = () -> {};

    /** What happens right before which question about links is answered; the first is 1. */
    private final Map<Integer, Runnable> beforeDumps = new HashMap<>();

    private int dumps;

    /** How many of the next dumps overrun the queue of who asked, all but their end. */
    int overrunDumps;

    /** Never used again, as the real kernel doesn't until it has counted to the end. */
    private int nextIndex = 1;

    private final Map<Integer, FakeSocket> sockets = new HashMap<>();
    private int nextFd = 100;

    /** What devlink knows; {@code null} for a kernel without it. */
    FakeDevlink devlink = new FakeDevlink(this);

    /** Files that the seam may open; by default there are none. */
    FakeSysfs files = new FakeSysfs();

    /** Every RTM_SETLINK: {@code index up} or {@code index down}. */
    final List<String> switched = new ArrayList<>();

    /** Errnos that the next RTM_SETLINKs that switch something on fail with. */
    final Deque<Integer> switchErrors = new ArrayDeque<>();

    private final Map<Integer, String> opened = new HashMap<>();

    /** The machine on the other side of every NIC. */
    final FakeHost host = new FakeHost(this);

    /** What /dev/kmsg says, if there is such a file. */
    final FakeLog log = new FakeLog();

    private static final class FakeSocket {
        int domain;
        int boundTo;
        int protocol;
        final Deque<byte[]> queue = new ArrayDeque<>();
        boolean subscribed;
        boolean overrun;
    }

    public FakeKernel() {
        FakeNic lo = add("lo");
        lo.driver = null;
        lo.bus = null;
        lo.operState = If.IF_OPER_UNKNOWN;
    }

    /** Its NICs, with nothing that speaks against a reset, and no files. */
    public LinuxNics nics() throws ResetException {
        LinuxSite site = LinuxSite.of(this, new NetworkNamespace(this, null), Path.of("/nowhere"));
        return new LinuxNics(site, Refusals.NONE, new AdminState(site));
    }

    public FakeNic add(String name) {
        synchronized (this) {
            FakeNic nic = new FakeNic(this, nextIndex++, name);
            nics.add(nic);
            return nic;
        }
    }

    public void remove(FakeNic nic) {
        synchronized (this) {
            nics.remove(nic);
            announce(Rtnetlink.RTM_DELLINK, nic);
        }
    }

    void beforeDump(int which, Runnable what) {
        beforeDumps.put(which, what);
    }

    public int openSockets() {
        synchronized (this) {
            return sockets.size() + opened.size();
        }
    }

    /** Drops what listeners haven't read, and lets them know. */
    void loseNotifications() {
        synchronized (this) {
            sockets.values().stream().filter(s -> s.subscribed).forEach(s -> {
                s.queue.clear();
                s.overrun = true;
            });
            notifyAll();
        }
    }

    void publish(FakeNic nic) {
        announce(Rtnetlink.RTM_NEWLINK, nic);
    }

    private void announce(int type, FakeNic nic) {
        byte[] message =
                NetlinkBytes.ofThisMachine().message(type, 0, 0, nic::describe).bytes();
        sockets.values().stream().filter(s -> s.subscribed).forEach(s -> s.queue.add(message));
        notifyAll();
    }

    // Bridge

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public String unavailableReason(CLibrary library) {
        return null;
    }

    @Override
    public Kernel32 kernel32() {
        throw new IllegalStateException("this is Linux");
    }

    @Override
    public Mprapi mprapi(Symbols symbols) {
        throw new IllegalStateException("this is Linux");
    }

    @Override
    public Libc libc() {
        return this;
    }

    @Override
    public long address(ByteBuffer buffer) {
        return memory.address(buffer);
    }

    @Override
    public ByteBuffer view(long address, long size) {
        return memory.at(address, (int) size);
    }

    // Libc

    @Override
    public int getpagesize() {
        return FakeMemory.PAGE;
    }

    @Override
    public int open(ByteBuffer path, int flags, int mode) {
        byte[] bytes = new byte[path.capacity() - 1];
        path.get(0, bytes);
        String name = KernelText.decode(ByteBuffer.wrap(bytes), 0, bytes.length);
        int error = files.open(name);
        if (error != 0) {
            return -error;
        }
        synchronized (this) {
            opened.put(++nextFd, name);
            return nextFd;
        }
    }

    @Override
    public long read(int fd, ByteBuffer buffer, long count) {
        return log.read(opened.get(fd), buffer);
    }

    @Override
    public long lseek(int fd, long offset, int origin) {
        log.seekEnd();
        return 0;
    }

    @Override
    public int connect(int fd, ByteBuffer address, int addressLength) {
        throw new AssertionError("connect");
    }

    @Override
    public long write(int fd, ByteBuffer buffer, long count) {
        byte[] bytes = new byte[(int) count];
        buffer.get(0, bytes);
        int error = files.write(opened.get(fd), new String(bytes, StandardCharsets.US_ASCII));
        return error == 0 ? count : -error;
    }

    @Override
    public synchronized int close(int fd) {
        if (opened.remove(fd) != null) {
            return 0;
        }
        return sockets.remove(fd) == null ? -9 : 0;
    }

    @Override
    public synchronized int socket(int domain, int type, int protocol) {
        if (socketError != 0) {
            return -socketError;
        }
        if (domain == Socket.AF_INET && !inet) {
            return -Errno.EAFNOSUPPORT;
        }
        sockets.put(++nextFd, new FakeSocket());
        sockets.get(nextFd).protocol = protocol;
        sockets.get(nextFd).domain = domain;
        return nextFd;
    }

    @Override
    public int bind(int fd, ByteBuffer address, int addressLength) {
        return 0;
    }

    @Override
    public synchronized int setsockopt(int fd, int level, int option, ByteBuffer value, int valueLength) {
        if (level == Netlink.SOL_NETLINK && option == Netlink.NETLINK_ADD_MEMBERSHIP) {
            sockets.get(fd).subscribed = true;
        } else if (level == Socket.SOL_SOCKET && option == Socket.SO_BINDTOIFINDEX) {
            sockets.get(fd).boundTo = value.getInt(0);
        }
        return 0;
    }

    @Override
    public long sendto(int fd, ByteBuffer buffer, long length, int flags, ByteBuffer address, int addressLength) {
        if (sockets.get(fd).domain == Socket.AF_INET) {
            return echo(sockets.get(fd), buffer, (int) length);
        }
        int sequence = buffer.getInt(Nlmsghdr.NLMSG_SEQ);
        if (sockets.get(fd).protocol == Netlink.NETLINK_GENERIC) {
            byte[] answer = devlink == null ? FakeDevlink.nobody(sequence) : devlink.answer(buffer, sequence);
            synchronized (this) {
                sockets.get(fd).queue.add(answer);
                notifyAll();
            }
            return length;
        }
        if (buffer.getShort(Nlmsghdr.NLMSG_TYPE) == Rtnetlink.RTM_SETLINK) {
            byte[] answer = setLink(buffer, sequence);
            synchronized (this) {
                sockets.get(fd).queue.add(answer);
                notifyAll();
            }
            return length;
        }
        boolean dump = (buffer.getShort(Nlmsghdr.NLMSG_FLAGS) & Netlink.NLM_F_DUMP) == Netlink.NLM_F_DUMP;
        int index = buffer.getInt(Nlmsghdr.SIZE + Ifinfomsg.IFI_INDEX);
        rtnl.lock();
        try {
            synchronized (this) {
                beforeDumps.getOrDefault(++dumps, () -> {}).run();
                if (dump) {
                    dump(sequence, sockets.get(fd));
                } else {
                    sockets.get(fd).queue.add(one(sequence, index));
                }
                notifyAll();
            }
        } finally {
            rtnl.unlock();
        }
        return length;
    }

    private synchronized long echo(FakeSocket socket, ByteBuffer request, int length) {
        byte[] answer = host.answer(socket.boundTo, request, length);
        if (answer != null) {
            socket.queue.add(answer);
            notifyAll();
        }
        return length;
    }

    private byte[] setLink(ByteBuffer request, int sequence) {
        int index = request.getInt(Nlmsghdr.SIZE + Ifinfomsg.IFI_INDEX);
        boolean up = (request.getInt(Nlmsghdr.SIZE + Ifinfomsg.IFI_FLAGS) & If.IFF_UP) != 0;
        rtnl.lock();
        try {
            synchronized (this) {
                switched.add(index + (up ? " up" : " down"));
                FakeNic nic =
                        nics.stream().filter(n -> n.index == index).findFirst().orElse(null);
                Integer error = !privileged ? Integer.valueOf(Errno.EPERM) : up ? switchErrors.poll() : null;
                if (nic == null || error != null) {
                    return FakeDevlink.error(sequence, error == null ? Errno.ENODEV : error, null);
                }
                nic.switchTo(up);
                return FakeDevlink.error(sequence, 0, null);
            }
        } finally {
            rtnl.unlock();
        }
    }

    /** As many links a datagram as the real kernel packs into one, about. */
    private void dump(int sequence, FakeSocket to) {
        to.overrun = overrunDumps > 0;
        overrunDumps -= to.overrun ? 1 : 0;
        for (int from = 0; from < nics.size(); from += LINKS_A_DATAGRAM) {
            NetlinkBytes bytes = NetlinkBytes.ofThisMachine();
            nics.subList(from, Math.min(nics.size(), from + LINKS_A_DATAGRAM))
                    .forEach(nic -> bytes.message(Rtnetlink.RTM_NEWLINK, Netlink.NLM_F_MULTI, sequence, nic::describe));
            if (!to.overrun) {
                to.queue.add(bytes.bytes());
            }
        }
        to.queue.add(NetlinkBytes.ofThisMachine()
                .message(Netlink.NLMSG_DONE, Netlink.NLM_F_MULTI, sequence, done -> done.int32(0))
                .bytes());
    }

    private byte[] one(int sequence, int index) {
        NetlinkBytes bytes = NetlinkBytes.ofThisMachine();
        for (FakeNic nic : nics) {
            if (nic.index == index) {
                return bytes.message(Rtnetlink.RTM_NEWLINK, 0, sequence, nic::describe)
                        .bytes();
            }
        }
        return bytes.message(
                        Netlink.NLMSG_ERROR,
                        Netlink.NLM_F_CAPPED,
                        sequence,
                        error -> error.int32(-Errno.ENODEV).raw(new byte[Nlmsghdr.SIZE]))
                .bytes();
    }

    @Override
    public synchronized long recvfrom(
            int fd, ByteBuffer buffer, long length, int flags, ByteBuffer address, ByteBuffer addressLength) {
        FakeSocket socket = sockets.get(fd);
        if (socket.overrun) {
            socket.overrun = false;
            return -Errno.ENOBUFS;
        }
        byte[] datagram = socket.queue.poll();
        if (datagram == null) {
            return -Errno.EAGAIN;
        }
        buffer.duplicate().clear().put(datagram, 0, (int) Math.min(length, datagram.length));
        if (address != null) {
            address.duplicate().clear().put(new byte[SockaddrNl.SIZE]);
            addressLength.putInt(0, SockaddrNl.SIZE);
        }
        return datagram.length;
    }

    @Override
    public synchronized int poll(ByteBuffer fds, long count, int timeoutMillis) {
        FakeSocket socket = sockets.get(fds.getInt(Pollfd.FD));
        long deadline = System.nanoTime() + timeoutMillis * 1_000_000L;
        while (socket.queue.isEmpty() && !socket.overrun) {
            long left = (deadline - System.nanoTime() + 999_999) / 1_000_000;
            if (left <= 0) {
                return 0;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                return -Errno.EINTR;
            }
        }
        return 1;
    }

    @Override
    public int ioctl(int fd, long request, ByteBuffer argument) {
        if (opened.containsKey(fd)) {
            return -files.ioctl(opened.get(fd), request);
        }
        if (request != Sockios.SIOCETHTOOL || argument.capacity() < Ifreq.SIZE) {
            throw new AssertionError("no SIOCETHTOOL with a struct ifreq");
        }
        Integer interruption = interruptions.poll();
        if (interruption != null) {
            return -interruption;
        }
        long address = argument.getLong(Ifreq.IFR_DATA);
        ByteBuffer command = memory.at(address, Integer.BYTES);
        if (command == null) {
            return -Errno.EFAULT;
        }
        rtnl.lock();
        try {
            return ethtool(name(argument), command.getInt(0), address);
        } finally {
            rtnl.unlock();
        }
    }

    /** As the kernel reads it: 15 bytes at most, cut at the first colon. */
    private static String name(ByteBuffer ifreq) {
        byte[] bytes = new byte[If.IFNAMSIZ - 1];
        ifreq.get(Ifreq.IFR_NAME, bytes);
        String name = KernelText.decode(ByteBuffer.wrap(bytes), 0, bytes.length);
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    private int ethtool(String name, int command, long address) {
        ioctls.add(name + " " + Integer.toHexString(command));
        FakeNic nic = nics.stream()
                .filter(n -> n.name.equals(name) || n.alternativeNames.contains(name))
                .findFirst()
                .orElse(null);
        if (nic == null) {
            unknownNames.add(name);
            return -Errno.ENODEV;
        }
        boolean reads = command == Ethtool.ETHTOOL_GDRVINFO || command == Ethtool.ETHTOOL_GLINK;
        if (!reads && !privileged) {
            return -Errno.EPERM;
        } else if (!nic.present) {
            return -Errno.ENODEV;
        } else if (nic.beginError != 0) {
            return -nic.beginError;
        }
        return switch (command) {
            case Ethtool.ETHTOOL_GDRVINFO -> drvinfo(nic, address);
            case Ethtool.ETHTOOL_GLINK -> 0;
            case Ethtool.ETHTOOL_RESET -> reset(nic, address);
            case Ethtool.ETHTOOL_NWAY_RST -> renegotiate(nic);
            default -> throw new AssertionError("ethtool command " + command);
        };
    }

    private static int renegotiate(FakeNic nic) {
        if (nic.nwayError == 0) {
            nic.renegotiations++;
            nic.flapUnseen();
        }
        return -nic.nwayError;
    }

    private int drvinfo(FakeNic nic, long address) {
        if (nic.driver == null) {
            return -Errno.EOPNOTSUPP;
        }
        ByteBuffer info = memory.at(address, EthtoolDrvinfo.SIZE);
        put(info, EthtoolDrvinfo.DRIVER, nic.driver);
        put(info, EthtoolDrvinfo.FW_VERSION, nic.firmware);
        put(info, EthtoolDrvinfo.BUS_INFO, nic.address);
        return 0;
    }

    private static void put(ByteBuffer struct, int offset, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        struct.put(offset, bytes);
    }

    private int reset(FakeNic nic, long address) {
        if (readsArgumentFirst && memory.at(address, EthtoolValue.SIZE) == null) {
            return -Errno.EFAULT;
        } else if (nic.reset == null) {
            return -Errno.EOPNOTSUPP;
        } else if (nic.flashing) {
            return -Errno.EBUSY;
        }
        ByteBuffer value = memory.at(address, EthtoolValue.SIZE);
        if (value == null) {
            return -Errno.EFAULT;
        }
        beforeReset.run();
        nic.resets++;
        int[] flags = {value.getInt(EthtoolValue.DATA)};
        int result = nic.reset.reset(flags);
        if (result == 0) {
            value.putInt(EthtoolValue.DATA, flags[0]);
        }
        return result;
    }

    @Override
    public long mmap(long address, long length, int protection, int flags, int fd, long offset) {
        return memory.map(length);
    }

    @Override
    public int mprotect(long address, long length, int protection) {
        memory.protect(address);
        return 0;
    }

    @Override
    public int munmap(long address, long length) {
        memory.unmap(address);
        return 0;
    }

    @Override
    public int setns(int fd, int namespaceType) {
        return -Errno.EINVAL;
    }

    /** A clean direct buffer in native order. */
    static ByteBuffer direct(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }
}
