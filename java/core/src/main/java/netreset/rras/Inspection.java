// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import netreset.ResetException;
import netreset.bridge.Mprapi;
import netreset.bridge.MprapiFunction;
import netreset.rras.abi.Lmcons;
import netreset.rras.abi.Winerror;

/**
 * Asks a server what its documentation leaves open: which levels of information it has, and what it does with a page that
 * is too small. Reads codes and counts, and nothing of what is given; changes nothing.
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
     * @param code Windows' number, 0 to 4294967295
     * @param symbol its name
     * @param entries things it gave; -1 where it doesn't count
     */
    public record Answer(String question, long code, String symbol, long entries) {}

    /** Asks. */
    public static List<Answer> of(RasServer server) throws ResetException {
        return server.inSession(session -> {
            Inspection inspection = new Inspection(session.connection());
            inspection.server();
            List<RasPort> ports = session.list().ports();
            if (!ports.isEmpty()) {
                inspection.port(ports.get(0).handle());
            }
            inspection.connections();
            inspection.smallPage();
            return List.copyOf(inspection.answers);
        });
    }

    private interface Question {
        int ask(ByteBuffer buffer, ByteBuffer entries);
    }

    private void server() throws ResetException {
        MprapiFunction function = MprapiFunction.SERVER_GET_INFO;
        for (int level = 0; connection.module().has(function) && level <= LAST_SERVER_LEVEL; level++) {
            int asked = level;
            single(function, level, buffer -> mprapi.MprAdminServerGetInfo(connection.handle(), asked, buffer));
        }
    }

    private void port(long port) throws ResetException {
        for (int level = 0; level <= LAST_PORT_LEVEL; level++) {
            int asked = level;
            single(
                    MprapiFunction.PORT_GET_INFO,
                    level,
                    buffer -> mprapi.MprAdminPortGetInfo(connection.handle(), asked, port, buffer));
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

    private void single(MprapiFunction function, int level, Single question) throws ResetException {
        ask(function, "level " + level, false, (buffer, entries) -> question.ask(buffer));
    }

    private void ask(MprapiFunction function, String what, boolean counts, Question question) throws ResetException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(Long.BYTES).order(ByteOrder.nativeOrder());
        ByteBuffer entries = number();
        int code = connection.call(function, () -> question.ask(buffer, entries));
        boolean gave = code == Winerror.ERROR_SUCCESS || code == Winerror.ERROR_MORE_DATA;
        if (gave && buffer.getLong(0) != 0) {
            connection.free(buffer.getLong(0));
        }
        answers.add(new Answer(
                function.cName() + " " + what,
                Integer.toUnsignedLong(code),
                Win32Code.symbol(code),
                gave && counts ? Integer.toUnsignedLong(entries.getInt(0)) : -1));
    }

    private static ByteBuffer number() {
        return ByteBuffer.allocateDirect(Integer.BYTES).order(ByteOrder.nativeOrder());
    }
}
