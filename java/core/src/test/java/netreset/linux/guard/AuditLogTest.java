// SPDX-License-Identifier: Apache-2.0
package netreset.linux.guard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is in each line. */
class AuditLogTest {
    private static String begun(Map<String, String> environment) {
        return AuditLog.begin("intent", "nic:eth1", environment).end();
    }

    @Rule("L72")
    @Test
    @EnabledOnOs(OS.LINUX)
    void aLineSaysWhoseRightsTheProcessHas() throws Exception {
        Process id = new ProcessBuilder("id", "-u").start();
        String uid = new String(id.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(begun(Map.of())).contains("\"uid\":" + uid + ",");
    }

    @Rule("L72")
    @Test
    void aLineSaysWhoUsedSudo() {
        assertThat(begun(Map.of("SUDO_USER", "alice", "SUDO_UID", "1000")))
                .contains("\"sudoUser\":\"alice\"", "\"sudoUid\":1000,");
        assertThat(begun(Map.of())).contains("\"sudoUser\":null", "\"sudoUid\":null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "x", "1,\"kind\":2", "99999999999"})
    void whatIsNoUserIdIsNone(String text) {
        assertThat(begun(Map.of("SUDO_UID", text))).contains("\"sudoUid\":null");
    }

    /** Of the four, the second: a set-user-ID program's isn't its caller's. */
    @Test
    void theEffectiveUserIsMeant() {
        assertThat(EffectiveUser.id("Name:\tjava\nUid:\t1000\t7\t1000\t1000\nGid:\t0\t0\t0\t0\n"))
                .hasValue(7);
        assertThat(EffectiveUser.id("Uid:\t0\t4294967295\t0\t0\n")).hasValue(-1);
        assertThat(EffectiveUser.id("Name:\tjava\n")).isEmpty();
    }
}
