// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import netreset.bridge.MprapiFunction;
import netreset.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class RasDoctorTest {
    private final RasHost host = new RasHost();

    @Test
    @Rule({"P3", "P7"})
    void saysWhatItFoundAndChangesNothing() {
        host.server.missing.add(MprapiFunction.CONNECTION_ENUM_EX);

        Ran ran = host.run("doctor");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .anyMatch(line -> line.matches("ok    library    .+, version (unknown|[0-9.]+), through fake"))
                .anyMatch(line -> line.matches("ok    exports    MprAdminIsServiceRunning, .*"))
                .anyMatch(line -> line.matches("note  exports    not there: MprAdminConnectionEnumEx"))
                .anyMatch(line -> line.matches("ok    service    running, in .*"))
                .anyMatch(line -> line.matches("ok    server     up 00:01:00, ports 3, in use 2"))
                .anyMatch(line ->
                        line.matches("ok    ports      3 listed, in .*; 1 idle, 0 transitional, 1 active, 1 suspect.*"))
                .anyMatch(line -> line.matches("note  ports      1 look stuck.*"))
                .anyMatch(line -> line.matches("ok    who        1 connections, 1 ports with theirs"))
                .anyMatch(line -> line.matches("ok    handles    .*: 0 on 1, -1 on 0, 0xffffffff on 0"))
                .anyMatch(line -> line.matches("ok    answer     MprAdminPortGetInfo level 2: .*"))
                .endsWith("PASS WITH NOTES");
        assertThat(host.server.log)
                .noneMatch(call -> call.matches("MprAdmin(PortReset|PortDisconnect|.*ClearStats).*"));
        assertThat(host.server.calls(MprapiFunction.SERVER_DISCONNECT))
                .isEqualTo(host.server.calls(MprapiFunction.SERVER_CONNECT));
    }

    @Test
    void aStoppedServiceFails() {
        host.server.failAlways(MprapiFunction.IS_SERVICE_INITIALIZED, 1062);

        Ran ran = host.run("doctor", "--json");

        JsonNode json = ran.json();
        assertThat(ran.exit()).isEqualTo(5);
        assertThat(json.get("verdict").textValue()).isEqualTo("FAIL");
        assertThat(json.toString()).contains("start RemoteAccess");
        assertThat(host.server.calls(MprapiFunction.PORT_ENUM)).isZero();
    }

    @Test
    void oneAnswerThatCannotBeHadHidesNoOther() {
        host.server.failAlways(MprapiFunction.SERVER_GET_INFO, 5);
        host.server.failAlways(MprapiFunction.CONNECTION_ENUM_EX, 5);

        assertThat(host.run("doctor").out())
                .anyMatch(line -> line.matches("note  server .*ERROR_ACCESS_DENIED.*"))
                .anyMatch(line -> line.matches("note  who .*ERROR_ACCESS_DENIED.*"))
                .anyMatch(line -> line.matches("ok    answer .*"));
    }

    @Test
    void portsThatCannotBeListedFailAsThat() {
        host.server.failAlways(MprapiFunction.PORT_ENUM, 5);

        Ran doctor = host.run("doctor");

        assertThat(doctor.exit()).isEqualTo(5);
        assertThat(doctor.out())
                .anyMatch(line -> line.matches("ok    connect .*"))
                .anyMatch(line -> line.matches("FAIL  ports .*ERROR_ACCESS_DENIED.*"))
                .as("what else can be asked is asked all the same")
                .anyMatch(line -> line.matches("ok    answer .*"))
                .noneMatch(line -> line.matches("FAIL  connect .*"));
    }

    @Test
    @Rule("P1")
    @EnabledOnOs(OS.LINUX)
    void thereIsNoSuchServerOnLinux() {
        for (String command :
                new String[] {"ports", "connections", "watch", "reset x", "disconnect x", "clear-stats x"}) {
            Ran.here(("ras " + command).split(" ")).failed(5, "needs Windows", "Linux");
        }
        Ran doctor = Ran.here("ras", "doctor");
        assertThat(doctor.exit()).isEqualTo(5);
        assertThat(doctor.out()).endsWith("FAIL").anyMatch(line -> line.matches("FAIL  library .*needs Windows.*"));
    }
}
