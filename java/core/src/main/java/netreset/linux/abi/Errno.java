// SPDX-License-Identifier: Apache-2.0
package netreset.linux.abi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code <asm-generic/errno-base.h>} and {@code <asm-generic/errno.h>}: why a call failed. */
public final class Errno {
    public static final int EPERM = 1;
    public static final int ENOENT = 2;
    public static final int EINTR = 4;
    public static final int EIO = 5;
    public static final int EAGAIN = 11;
    public static final int ENOMEM = 12;
    public static final int EACCES = 13;
    public static final int EFAULT = 14;
    public static final int EBUSY = 16;
    public static final int EEXIST = 17;
    public static final int ENODEV = 19;
    public static final int EINVAL = 22;
    public static final int ENOTTY = 25;
    public static final int EROFS = 30;
    public static final int EPIPE = 32;
    public static final int ENOSYS = 38;
    public static final int EOPNOTSUPP = 95;
    public static final int EAFNOSUPPORT = 97;
    public static final int ENETUNREACH = 101;
    public static final int ENOBUFS = 105;
    public static final int EISCONN = 106;
    public static final int ETIMEDOUT = 110;
    public static final int ECONNREFUSED = 111;
    public static final int EHOSTUNREACH = 113;
    public static final int EINPROGRESS = 115;

    /** All symbols in the order of their numbers from 1 on; a dash where there is none. */
    private static final String[] SYMBOLS = """
            EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT ENOTBLK
            EBUSY EEXIST EXDEV ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY ETXTBSY EFBIG ENOSPC ESPIPE
            EROFS EMLINK EPIPE EDOM ERANGE EDEADLK ENAMETOOLONG ENOLCK ENOSYS ENOTEMPTY ELOOP - ENOMSG EIDRM
            ECHRNG EL2NSYNC EL3HLT EL3RST ELNRNG EUNATCH ENOCSI EL2HLT EBADE EBADR EXFULL ENOANO EBADRQC
            EBADSLT - EBFONT ENOSTR ENODATA ETIME ENOSR ENONET ENOPKG EREMOTE ENOLINK EADV ESRMNT ECOMM EPROTO
            EMULTIHOP EDOTDOT EBADMSG EOVERFLOW ENOTUNIQ EBADFD EREMCHG ELIBACC ELIBBAD ELIBSCN ELIBMAX
            ELIBEXEC EILSEQ ERESTART ESTRPIPE EUSERS ENOTSOCK EDESTADDRREQ EMSGSIZE EPROTOTYPE ENOPROTOOPT
            EPROTONOSUPPORT ESOCKTNOSUPPORT EOPNOTSUPP EPFNOSUPPORT EAFNOSUPPORT EADDRINUSE EADDRNOTAVAIL
            ENETDOWN ENETUNREACH ENETRESET ECONNABORTED ECONNRESET ENOBUFS EISCONN ENOTCONN ESHUTDOWN
            ETOOMANYREFS ETIMEDOUT ECONNREFUSED EHOSTDOWN EHOSTUNREACH EALREADY EINPROGRESS ESTALE EUCLEAN
            ENOTNAM ENAVAIL EISNAM EREMOTEIO EDQUOT ENOMEDIUM EMEDIUMTYPE ECANCELED ENOKEY EKEYEXPIRED
            EKEYREVOKED EKEYREJECTED EOWNERDEAD ENOTRECOVERABLE ERFKILL EHWPOISON
            """.strip().split("\\s+");

    private static final Map<Integer, String> TEXTS = Map.of(
            EPERM, "the process lacks the capability this needs",
            EIO, "the device or its firmware failed",
            ENOMEM, "the kernel has no memory for this",
            EFAULT, "the kernel can't access the memory it was given",
            EBUSY, "the device is busy",
            ENODEV, "no such device, or it is detached for now",
            EINVAL, "the driver refuses these arguments",
            EOPNOTSUPP, "the driver has no such operation, or not with these arguments",
            ETIMEDOUT, "the device or its firmware didn't answer in time");

    private Errno() {}

    /**
     * The C name of a number, such as {@code ENODEV} for 19.
     *
     * @param errno as C has it, not negated
     * @return {@code "errno 4242"} for a number without a name
     */
    public static String symbol(int errno) {
        if (errno >= 1 && errno <= SYMBOLS.length) {
            String symbol = SYMBOLS[errno - 1];
            if (!symbol.equals("-")) {
                return symbol;
            }
        }
        return "errno " + errno;
    }

    /** What the number means when an ethtool request fails with it; {@code null} if netreset has no text for it. */
    public static @Nullable String text(int errno) {
        return TEXTS.get(errno);
    }
}
