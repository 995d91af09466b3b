// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import netreset.NativeCode;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.Kernel32;
import netreset.bridge.MprapiFunction;
import netreset.bridge.MprapiModule;
import netreset.bridge.WideStrings;
import netreset.rras.abi.Winbase;
import netreset.rras.abi.Winerror;
import org.jspecify.annotations.Nullable;

/**
 * The one door from a function's code to what a person reads. Our own words come first; Windows is asked for codes we
 * have none for, and that it can't answer changes nothing: the number stays. Used on the server's thread.
 */
final class ErrorTexts {
    /** In characters; the longest text that is read. */
    private static final int MAX_LENGTH = 2048;

    private final Connection connection;
    private final MprapiModule module;
    private final Kernel32 kernel32;
    private final ByteBuffer pointer = ByteBuffer.allocateDirect(Long.BYTES).order(ByteOrder.nativeOrder());

    ErrorTexts(Connection connection) {
        this.connection = connection;
        this.module = connection.module();
        this.kernel32 = module.kernel32();
    }

    /** For a call that had to succeed. */
    ResetException exception(MprapiFunction function, int code) {
        return new ResetException(Win32Code.reason(function, code), message(function, code), nativeCode(code), null);
    }

    /** For a call on a port. */
    PortResult result(MprapiFunction function, int code) {
        Reason reason = Win32Code.reason(function, code);
        return new PortResult(
                reason == Reason.OUTCOME_UNKNOWN ? PortResult.Status.OUTCOME_UNKNOWN : PortResult.Status.REFUSED,
                nativeCode(code),
                reason,
                message(function, code));
    }

    private static NativeCode nativeCode(int code) {
        return new NativeCode("win32", code, Win32Code.symbol(code));
    }

    private String message(MprapiFunction function, int code) {
        Win32Code known = Win32Code.of(code);
        String name = module.exportName(function) + ": ";
        if (known != null) {
            return name + known.meaning() + " (" + known + ", " + code + ")";
        }
        String text = text(code);
        return name + "error " + Integer.toUnsignedString(code) + " (0x" + Integer.toHexString(code) + ", "
                + Win32Code.origin(code) + ")" + (text == null ? "" : ": " + text);
    }

    private @Nullable String text(int code) {
        String text = Win32Code.mayBeOfRouting(code) ? routingText(code) : null;
        // In winerror.h the numbers of raserror.h and mprerror.h are other errors.
        if (text == null && !Win32Code.isOfRas(code) && !Win32Code.isOfRouter(code)) {
            text = moduleText(Winbase.FORMAT_MESSAGE_FROM_SYSTEM, 0, code);
        }
        String line = text == null ? "" : Printable.line(text.strip().replaceAll("\\s+", " "));
        return line.isEmpty() ? null : line;
    }

    private @Nullable String routingText(int code) {
        String text = module.has(MprapiFunction.GET_ERROR_STRING) ? errorString(code) : null;
        if (text != null) {
            return text;
        }
        long texts = module.texts();
        return texts == 0 ? null : moduleText(Winbase.FORMAT_MESSAGE_FROM_HMODULE, texts, code);
    }

    /** The only string of this API that LocalFree gives back; allocated only if the function succeeds. */
    private @Nullable String errorString(int code) {
        pointer.putLong(0, 0);
        int failure;
        try {
            failure = connection.call(
                    MprapiFunction.GET_ERROR_STRING, () -> module.mprapi().MprAdminGetErrorString(code, pointer));
        } catch (ResetException | IllegalStateException e) {
            // The session has ended meanwhile: nothing more is called.
            return null;
        }
        long text = pointer.getLong(0);
        if (failure != Winerror.ERROR_SUCCESS || text == 0) {
            return null;
        }
        try {
            return string(text);
        } finally {
            kernel32.LocalFree(text);
        }
    }

    /** Character by character: nobody says how much memory is there, only that it ends with a NUL. */
    private String string(long address) {
        StringBuilder text = new StringBuilder();
        while (text.length() < MAX_LENGTH) {
            long at = address + (long) Character.BYTES * text.length();
            char c = module.bridge().view(at, Character.BYTES).getChar(0);
            if (c == 0) {
                break;
            }
            text.append(c);
        }
        return text.toString();
    }

    /** Into memory of ours, so that there is nothing to give back. */
    private @Nullable String moduleText(int where, long texts, int code) {
        ByteBuffer buffer =
                ByteBuffer.allocateDirect(Character.BYTES * MAX_LENGTH).order(ByteOrder.nativeOrder());
        int flags = where | Winbase.FORMAT_MESSAGE_IGNORE_INSERTS;
        int length = kernel32.FormatMessageW(flags, texts, code, 0, buffer, MAX_LENGTH);
        return length <= 0 ? null : WideStrings.read(buffer, 0, Character.BYTES * Math.min(length, MAX_LENGTH));
    }
}
