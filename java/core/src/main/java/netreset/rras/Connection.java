// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.ToIntFunction;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.Mprapi;
import netreset.bridge.MprapiFunction;
import netreset.bridge.MprapiModule;
import netreset.rras.abi.Winerror;
import org.jspecify.annotations.Nullable;

/** A server's handle, and the calls on it that take a handle and return a code. Used on the server's thread. */
final class Connection {
    private final MprapiModule module;
    private final Mprapi mprapi;
    private final CallThread thread;
    private final ErrorTexts texts;
    private final @Nullable ByteBuffer serverName;
    private final ByteBuffer out = ByteBuffer.allocateDirect(Long.BYTES).order(ByteOrder.nativeOrder());
    private final Notifications notifications;
    private long handle;

    Connection(MprapiModule module, ServerName name, CallThread thread) {
        this.module = module;
        this.mprapi = module.mprapi();
        this.thread = thread;
        this.texts = new ErrorTexts(this);
        this.serverName = name.wide();
        this.notifications = new Notifications(this);
    }

    /** Connects; a handle it had is given back, but not if connecting fails. */
    void open() throws ResetException {
        out.putLong(0, 0);
        check(
                MprapiFunction.SERVER_CONNECT,
                call(MprapiFunction.SERVER_CONNECT, () -> mprapi.MprAdminServerConnect(serverName, out)));
        long connected = out.getLong(0);
        if (connected == 0) {
            throw new ResetException(Reason.BAD_ANSWER, "MprAdminServerConnect succeeded and gave no handle");
        }
        long old = handle;
        handle = connected;
        if (old != 0) {
            notifications.move(old, connected);
            giveBack(old);
        }
    }

    /** Gives the handle back, if there is one; also after the thread was stopped. */
    void close() {
        if (handle != 0) {
            long old = handle;
            handle = 0;
            notifications.close(old);
            giveBack(old);
        }
    }

    /** Gives back what a connect gave. */
    void giveBack(long connected) {
        cleanup(MprapiFunction.SERVER_DISCONNECT, () -> {
            mprapi.MprAdminServerDisconnect(connected);
            return Winerror.ERROR_SUCCESS;
        });
    }

    long handle() {
        return handle;
    }

    @Nullable
    ByteBuffer serverName() {
        return serverName;
    }

    MprapiModule module() {
        return module;
    }

    Notifications notifications() {
        return notifications;
    }

    /** A call of C. */
    @FunctionalInterface
    interface Call {
        int make();
    }

    /** Makes a call, if it may be made, so that those who wait see it; its raw result. */
    int call(MprapiFunction function, Call call) throws ResetException {
        thread.begin(function);
        try {
            return call.make();
        } finally {
            thread.end();
        }
    }

    /** Makes a call that gives something back, whatever has happened; that it fails changes nothing. */
    void cleanup(MprapiFunction function, Call call) {
        thread.beginCleanup(function);
        try {
            call.make();
        } finally {
            thread.end();
        }
    }

    /** Explains a code that isn't 0. */
    void check(MprapiFunction function, int code) throws ResetException {
        if (code != Winerror.ERROR_SUCCESS) {
            throw failure(function, code);
        }
    }

    /**
     * Reads one structure that the DLL allocates.
     *
     * @param size bytes of it
     */
    <T> T structure(MprapiFunction function, int size, Row<T> row, ToIntFunction<ByteBuffer> call)
            throws ResetException {
        out.putLong(0, 0);
        check(function, call(function, () -> call.applyAsInt(out)));
        long address = out.getLong(0);
        if (address == 0) {
            throw new ResetException(Reason.BAD_ANSWER, function.cName() + " succeeded and gave nothing");
        }
        try {
            return row.read(module.bridge().view(address, size));
        } finally {
            free(address);
        }
    }

    /** Explains a code. */
    ResetException failure(MprapiFunction function, int code) {
        return texts.exception(function, code);
    }

    /** Gives back what the DLL allocated. */
    void free(long buffer) {
        cleanup(MprapiFunction.BUFFER_FREE, () -> mprapi.MprAdminBufferFree(buffer));
    }

    PortResult reset(long port) throws ResetException {
        thread.begin(MprapiFunction.PORT_RESET);
        int code;
        try {
            code = mprapi.MprAdminPortReset(handle, port);
        } finally {
            thread.end();
        }
        return result(MprapiFunction.PORT_RESET, code);
    }

    PortResult disconnect(long port) throws ResetException {
        MprapiFunction function = MprapiFunction.PORT_DISCONNECT;
        return result(function, call(function, () -> mprapi.MprAdminPortDisconnect(handle, port)));
    }

    PortResult clearPort(long port) throws ResetException {
        MprapiFunction function = MprapiFunction.PORT_CLEAR_STATS;
        return result(function, call(function, () -> mprapi.MprAdminPortClearStats(handle, port)));
    }

    PortResult clearConnection(long connection) throws ResetException {
        MprapiFunction function = MprapiFunction.CONNECTION_CLEAR_STATS;
        return result(function, call(function, () -> mprapi.MprAdminConnectionClearStats(handle, connection)));
    }

    private PortResult result(MprapiFunction function, int code) {
        return code == Winerror.ERROR_SUCCESS ? PortResult.ACCEPTED : texts.result(function, code);
    }
}
