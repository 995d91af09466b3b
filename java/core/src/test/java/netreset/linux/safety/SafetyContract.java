// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import netreset.Refusal;
import netreset.Rung;
import netreset.bridge.Bridge;
import netreset.linux.state.FakeFiles;
import netreset.linux.state.KernelFiles;
import netreset.linux.state.Namespace;
import netreset.rules.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Refusals as a real kernel's state gives them, in namespaces of the test's own. Needs root. */
@Timeout(120)
public abstract class SafetyContract {
    private static final Act LINK_CYCLE = new Act(Rung.R1, false);

    private final Bridge bridge;
    private Namespace namespace;

    @SuppressWarnings("NullAway.Init")
    protected SafetyContract(Bridge bridge) {
        this.bridge = bridge;
    }

    @BeforeEach
    void open() {
        namespace = new Namespace(bridge.libc());
        namespace.ip("link add nic type veth peer name wire");
        namespace.ip("link set wire up");
        namespace.ip("link set nic up");
    }

    @AfterEach
    void close() {
        namespace.close();
    }

    private List<Refusal> refusals(String link, KernelFiles files, boolean ownNamespace, Act act) throws Exception {
        int index = namespace.index(link);
        return namespace.in(() -> {
            try (SafetyCheck check = SafetyCheck.open(bridge.libc(), files, ownNamespace)) {
                return check.assess(index, act).refusals();
            }
        });
    }

    /** Without {@code virtual}, which all links here are. */
    private List<String> codes(String link) throws Exception {
        return refusals(link, KernelFiles.REAL, false, LINK_CYCLE).stream()
                .map(Refusal::code)
                .filter(code -> !code.equals("virtual"))
                .toList();
    }

    @Rule("L64")
    @Test
    void aLinkWithNothingOnItIsOnlyVirtual() throws Exception {
        assertThat(refusals("nic", KernelFiles.REAL, false, LINK_CYCLE))
                .containsExactly(new Refusal("virtual", "no hardware stands behind it, it is a veth"));
        assertThat(codes("lo")).containsExactly("loopback");
    }

    @Rule("L64")
    @Test
    void defaultRoutes() throws Exception {
        namespace.ip("addr add 10.1.0.2/24 dev nic");
        assertThat(codes("nic")).isEmpty();

        namespace.ip("route add default via 10.1.0.1 table 100");
        assertThat(codes("nic")).containsExactly("default-route");
        assertThat(codes("wire")).isEmpty();
        namespace.ip("route flush table 100");

        namespace.ip("-6 route add default via fe80::1 dev nic");
        assertThat(codes("nic")).containsExactly("default-route");
        namespace.ip("-6 route del default dev nic");

        namespace.ip("nexthop add id 7 via 10.1.0.1 dev nic");
        namespace.ip("nexthop add id 8 group 7");
        namespace.ip("route add default nhid 8");
        assertThat(codes("nic")).containsExactly("default-route");
    }

    @Rule("L64")
    @Test
    void aBridgeAndWhatIsOnIt() throws Exception {
        namespace.linkOfKind("bridge", "br0 type bridge");
        namespace.ip("link set nic master br0");
        namespace.ip("link set br0 up");
        assertThat(codes("nic")).containsExactly("bridge-port");

        namespace.ip("addr add 10.1.0.2/24 dev br0");
        namespace.ip("route add default via 10.1.0.1");
        assertThat(codes("nic")).containsExactly("default-route", "bridge-port");
    }

    @Rule("L64")
    @Test
    void whatIsOnIt() throws Exception {
        namespace.linkOfKind("macvlan", "link nic name above type macvlan");
        assertThat(codes("nic")).containsExactly("upper-devices");

        namespace.ip("link set above up");
        namespace.ip("addr add 10.1.0.2/24 dev above");
        namespace.ip("route add default via 10.1.0.1");
        assertThat(codes("nic")).containsExactly("default-route", "upper-devices");
    }

    @Rule("L66")
    @Test
    void aBondMayLoseAPortWhileAnotherWorks() throws Exception {
        namespace.linkOfKind("bond", "bond0 type bond mode active-backup miimon 50");
        namespace.ip("link add second type veth peer name wire2");
        namespace.ip("link set wire2 up");
        for (String port : List.of("nic", "second")) {
            namespace.ip("link set " + port + " down");
            namespace.ip("link set " + port + " master bond0");
        }
        namespace.ip("link set bond0 up");
        namespace.ip("addr add 10.1.0.2/24 dev bond0");
        namespace.ip("route add default via 10.1.0.1");
        await(List.of());

        namespace.ip("link set wire2 down");
        await(List.of("default-route", "bond-member"));

        namespace.ip("link set wire2 up");
        await(List.of());

        namespace.ip("link set second nomaster");
        await(List.of("default-route", "bond-member"));
    }

    /** Bonds look at their ports from time to time. */
    private void await(List<String> expected) throws Exception {
        for (int i = 0; i < 100 && !codes("nic").equals(expected); i++) {
            Thread.sleep(100);
        }
        assertThat(codes("nic")).isEqualTo(expected);
    }

    @Rule("L64")
    @Test
    void theWayToAnSshClient(@TempDir Path folder) throws Exception {
        namespace.ip("addr add 10.1.0.2/24 dev nic");
        namespace.ip("link add second type veth peer name wire2");
        namespace.ip("link set wire2 up");
        namespace.ip("link set second up");
        namespace.ip("addr add 10.2.0.2/24 dev second");
        namespace.ip("route add 192.0.2.0/24 via 10.2.0.1");
        KernelFiles files = new FakeFiles(folder)
                .file("proc/1/environ", "SSH_CONNECTION=192.0.2.9 4711 10.1.0.2 22\0")
                .kernelFiles();

        assertThat(refusals("nic", files, true, LINK_CYCLE))
                .extracting(Refusal::code)
                .contains("ssh-session");
        assertThat(refusals("second", files, true, LINK_CYCLE))
                .extracting(Refusal::code)
                .contains("ssh-session");
        assertThat(refusals("wire", files, true, LINK_CYCLE))
                .extracting(Refusal::code)
                .doesNotContain("ssh-session");
    }

    @Rule({"L31", "L64"})
    @Test
    void anotherNamespace() throws Exception {
        assertThat(refusals("nic", KernelFiles.REAL, false, new Act(Rung.R7, false)))
                .extracting(Refusal::code)
                .contains("other-namespace");
    }
}
