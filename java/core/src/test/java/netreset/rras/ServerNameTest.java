// SPDX-License-Identifier: Apache-2.0
package netreset.rras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import netreset.Reason;
import netreset.ResetException;
import netreset.bridge.MprapiFunction;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerNameTest {
    private final FakeServer server = new FakeServer();

    @Rule("P17")
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {".", "\\\\.", "localhost", "LocalHost", "\\\\localhost"})
    void thisMachineHasNoName(String name) throws ResetException {
        server.connect(RasServer.Options.DEFAULT.withServer(name)).close();
        assertThat(server.log).first().isEqualTo("MprAdminServerConnect NULL");
    }

    @Rule("P17")
    @Test
    void thisMachinesOwnNameIsNone() throws ResetException {
        assertThat(ServerName.parse("\\\\Router", false, () -> "ROUTER").text()).isNull();
        assertThat(ServerName.parse("router2", false, () -> "ROUTER").text()).isEqualTo("\\\\router2");
    }

    @Test
    void anotherHasBackslashesUnlessTheyAreNotWanted() throws ResetException {
        server.connect(RasServer.Options.DEFAULT.withServer("no.such-host")).close();
        server.connect(RasServer.Options.DEFAULT.withServer("\\\\no.such-host")).close();
        server.connect(RasServer.Options.DEFAULT.withServer("\\\\no.such-host").withBareName(true))
                .close();
        assertThat(server.log)
                .filteredOn(line -> line.startsWith("MprAdminServerConnect"))
                .containsExactly(
                        "MprAdminServerConnect \\\\no.such-host",
                        "MprAdminServerConnect \\\\no.such-host",
                        "MprAdminServerConnect no.such-host");
    }

    @Rule("P18")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\\\\",
                "a\0b",
                "a b",
                "a\u00a0b",
                "a\tb",
                "a\u001bb",
                "a/b",
                "a\\b",
                "\\\\a\\share",
                "\\\\\\a",
                "a\u202eb",
                "a\ud800b"
            })
    void noServerIsCalledSo(String name) {
        refused(name);
    }

    @Rule("P18")
    @Test
    void namesHaveAtMost255Characters() throws ResetException {
        server.connect(RasServer.Options.DEFAULT.withServer("a".repeat(255))).close();
        server.log.clear();
        refused("a".repeat(256));
        refused("b".repeat(300));
    }

    private void refused(String name) {
        ResetException e = catchThrowableOfType(
                ResetException.class, () -> server.connect(RasServer.Options.DEFAULT.withServer(name)));
        assertThat(e.reason()).isEqualTo(Reason.INVALID_REQUEST);
        assertThat(e.getMessage()).contains("is no server name").hasLineCount(1).doesNotContain("\u001b", "\u202e");
        assertThat(server.log).isEmpty();
        assertThat(server.calls(MprapiFunction.SERVER_CONNECT)).isZero();
    }
}
