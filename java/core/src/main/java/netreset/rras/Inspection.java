// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.Mprapi;
import netreset.bridge.MprapiFunction;
import netreset.bridge.WideStrings;
import netreset.rras.abi.Lmcons;
import netreset.rras.abi.Winerror;

/**
 * Asks a server what its documentation leaves open: which levels of information it has, what it does with a page that is
 * too small, and how it wants its name written. Reads codes and counts, and nothing of what is given; changes nothing.
 */
public final class Inspection {
    /** RAS_PORT_2, of which no documentation says who gives it. */
    private static final int LAST_PORT_LEVEL = 2;

    private static final int LAST_SERVER_LEVEL = 2;
    private static final int LAST_CONNECTION_LEVEL = 3;

    private final Connection connection;
    private final Mprapi mprapi;
    private final List<Answer> answers = new ArrayList<>();

    private Inspection(Connection connection) {
        this.connection = connection;
        this.mprapi = connection.module().mprapi();
    }

    /**
     * What one call came back with.
     *
     * @param question the function and what was asked
     * @param code Windows' number, 0 to 4294967295; -1 if it hasn't come back
     * @param symbol its name; why there is no number
     * @param entries things it gave; -1 where it doesn't count
     */
    public record Answer(String question, long code, String symbol, long entries) {}

    /**
     * Asks. To be asked last: a name that Windows looks for in vain may cost the timeout, and then the session.
     *
     * @throws ResetException if the session ends before
     */
    public static List<Answer> of(RasServer server) throws ResetException {
        List<Answer> answers = new ArrayList<>(server.reading(session -> {
            Inspection inspection = new Inspection(session.connection());
            inspection.server();
            inspection.port(session);
            inspection.connections();
            inspection.smallPage();
            return inspection.answers;
        }));
        String host = server.host();
        if (!host.isEmpty()) {
            answers.addAll(names(server, host));
        }
        return List.copyOf(answers);
    }

    /** With backslashes first, as servers are called unless somebody wants it otherwise. */
    private static List<Answer> names(RasServer server, String host) throws ResetException {
        List<Answer> answers = new ArrayList<>();
        for (String before : List.of("\\\\", "")) {
            String how = before + "NAME";
            try {
                answers.addAll(server.reading(session -> {
                    Inspection inspection = new Inspection(session.connection());
                    inspection.connect(how, WideStrings.of(before + host));
                    return inspection.answers;
                }));
            } catch (ResetException e) {
                if (e.reason() == Reason.INTERRUPTED) {
                    throw e;
                }
                String question = MprapiFunction.SERVER_CONNECT.cName() + " " + how;
                answers.add(new Answer(question, -1, String.valueOf(e.getMessage()), -1));
                break;
            }
        }
        return answers;
    }

    /** A connect alone asks nothing of the server, so that a second question goes with it. */
    private void connect(String how, ByteBuffer name) throws ResetException {
        ByteBuffer handle = pointer();
        int code = connection.call(MprapiFunction.SERVER_CONNECT, () -> mprapi.MprAdminServerConnect(name, handle));
        answer(MprapiFunction.SERVER_CONNECT, how, code, -1);
        long connected = handle.getLong(0);
        if (code == Winerror.ERROR_SUCCESS && connected != 0) {
            try {
                server(connected, "level 0 by " + how, 0);
            } finally {
                connection.giveBack(connected);
            }
        }
    }

    private interface Question {
        int ask(ByteBuffer buffer, ByteBuffer entries);
    }

    private void server() throws ResetException {
        for (int level = 0; level <= LAST_SERVER_LEVEL; level++) {
            server(connection.handle(), "level " + level, level);
        }
    }

    private void server(long handle, String what, int level) throws ResetException {
        if (connection.module().has(MprapiFunction.SERVER_GET_INFO)) {
            single(MprapiFunction.SERVER_GET_INFO, what, out -> mprapi.MprAdminServerGetInfo(handle, level, out));
        }
    }

    /** Whichever comes first; none if they can't be listed, which the caller has been told elsewhere. */
    private void port(RasSession session) throws ResetException {
        List<RasPort> ports;
        try {
            ports = session.list().ports();
        } catch (ResetException e) {
            if (e.code() == null) {
                throw e;
            }
            ports = List.of();
        }
        for (int level = 0; !ports.isEmpty() && level <= LAST_PORT_LEVEL; level++) {
            int asked = level;
            long port = ports.get(0).handle();
            single(
                    MprapiFunction.PORT_GET_INFO,
                    "level " + level,
                    out -> mprapi.MprAdminPortGetInfo(connection.handle(), asked, port, out));
        }
    }

    private void connections() throws ResetException {
        for (int level = 0; level <= LAST_CONNECTION_LEVEL; level++) {
            int asked = level;
            ask(
                    MprapiFunction.CONNECTION_ENUM,
                    "level " + level,
                    true,
                    (buffer, entries) -> mprapi.MprAdminConnectionEnum(
                            connection.handle(),
                            asked,
                            buffer,
                            Lmcons.MAX_PREFERRED_LENGTH,
                            entries,
                            number(),
                            number()));
        }
    }

    /** Of one byte: MS-RRASM 3.1.4.46 has a server give nothing then, or one entry more than there is room for. */
    private void smallPage() throws ResetException {
        ask(
                MprapiFunction.PORT_ENUM,
                "level 0, room for 1 byte",
                true,
                (buffer, entries) -> mprapi.MprAdminPortEnum(
                        connection.handle(), 0, Lister.EVERY_CONNECTION, buffer, 1, entries, number(), number()));
    }

    private interface Single {
        int ask(ByteBuffer buffer);
    }

    private void single(MprapiFunction function, String what, Single question) throws ResetException {
        ask(function, what, false, (buffer, entries) -> question.ask(buffer));
    }

    private void ask(MprapiFunction function, String what, boolean counts, Question question) throws ResetException {
        ByteBuffer buffer = pointer();
        ByteBuffer entries = number();
        int code = connection.call(function, () -> question.ask(buffer, entries));
        boolean gave = code == Winerror.ERROR_SUCCESS || code == Winerror.ERROR_MORE_DATA;
        if (gave && buffer.getLong(0) != 0) {
            connection.free(buffer.getLong(0));
        }
        answer(function, what, code, gave && counts ? Integer.toUnsignedLong(entries.getInt(0)) : -1);
    }

    private void answer(MprapiFunction function, String what, int code, long entries) {
        answers.add(new Answer(
                function.cName() + " " + what, Integer.toUnsignedLong(code), Win32Code.symbol(code), entries));
    }

    private static ByteBuffer pointer() {
        return ByteBuffer.allocateDirect(Long.BYTES).order(ByteOrder.nativeOrder());
    }

    private static ByteBuffer number() {
        return ByteBuffer.allocateDirect(Integer.BYTES).order(ByteOrder.nativeOrder());
    }
}
