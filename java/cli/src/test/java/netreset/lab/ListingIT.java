// SPDX-License-Identifier: Apache-2.0
package netreset.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import netreset.NetReset;
import netreset.Nic;
import netreset.Reason;
import netreset.ResetException;
import netreset.ResetReport;
import netreset.ResetRequest;
import netreset.Resettability;
import netreset.Verification;
import netreset.rules.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ListingIT {
    private static NetReset netReset;

    @BeforeAll
    static void open() throws ResetException {
        netReset = Guest.open();
    }

    @AfterAll
    static void close() {
        netReset.close();
    }

    private static Resettability resettability(String name) throws ResetException {
        return Guest.nic(netReset, name).resettability();
    }

    @Test
    void theKernelTellsEverythingAboutATestNic() throws ResetException {
        TestNic.fresh(0);
        Nic nic = Guest.nic(netReset, "nrt0");
        assertThat(nic.hardware())
                .isEqualTo(new Nic.Hardware(
                        null,
                        false,
                        "02:6e:72:74:00:00",
                        "02:6e:72:74:00:00",
                        "nrtestnic",
                        "platform",
                        "nrtestnic.0",
                        "1.0-test"));
        assertThat(nic.link().adminUp()).isTrue();
        assertThat(nic.link().carrier()).isTrue();
        assertThat(nic.link().carrierUps()).isPositive();
    }

    @Test
    void realDriversAndVirtualDevicesAreToldApart() throws ResetException {
        Nic e1000e = Guest.nic(netReset, "eth0");
        assertThat(e1000e.driver()).isEqualTo("e1000e");
        assertThat(e1000e.hardware().bus()).isEqualTo("pci");
        assertThat(e1000e.hardware().busAddress()).matches("0000:00:[0-9a-f]{2}\\.0");
        assertThat(e1000e.hardware().virtual()).isFalse();
        assertThat(Guest.nic(netReset, "eth1").driver()).isEqualTo("virtio_net");
        assertThat(Guest.nic(netReset, "lo").hardware().virtual()).isTrue();
    }

    @Rule({"L19", "L20", "L21", "L22", "L24"})
    @Test
    void theProbeKnowsWhoCanResetAndNoDriverIsCalled() throws ResetException {
        TestNic able = TestNic.fresh(0);
        TestNic unable = TestNic.fresh(4);
        assertThat(resettability("nrt0").answer()).isEqualTo(Resettability.Answer.YES);
        for (String name : List.of("nrt4", "nrt5", "eth0", "eth1", "lo")) {
            assertThat(resettability(name).answer()).as(name).isEqualTo(Resettability.Answer.NO);
            assertThat(resettability(name).source()).as(name).isEqualTo(Resettability.Source.PROBE);
        }
        assertThat(able.get("begins"))
                .as("the probe did get as far as the driver's door")
                .isPositive();
        assertThat(able.get("resets")).isZero();
        assertThat(unable.get("resets")).isZero();
    }

    @Rule("L22")
    @Test
    void aDetachedNicIsListedAndNothingIsSaidOfIt() throws ResetException {
        TestNic nic = TestNic.fresh(0).set("detached", 1);
        assertThat(resettability("nrt0").answer()).isEqualTo(Resettability.Answer.UNKNOWN);
        nic.set("detached", 0);
        assertThat(resettability("nrt0").answer()).isEqualTo(Resettability.Answer.YES);
    }

    @Rule("L26")
    @Test
    void anAlternativeNameOfAnyLengthLeadsToTheNic() throws ResetException {
        TestNic nic = TestNic.fresh(0).set("down_ms", 20);
        String longName = "a-rack-and-slot-and-port-name-of-far-more-than-fifteen-bytes";
        Guest.run("ip", "link", "property", "add", "dev", "nrt0", "altname", longName, "altname", "short0");
        try {
            assertThat(Guest.nic(netReset, "nrt0").alternativeNames()).containsExactly(longName, "short0");
            netReset.reset(ResetRequest.of("nic:" + longName).withVerification(Verification.NONE));
            netReset.reset(ResetRequest.of("nic:short0").withVerification(Verification.NONE));
            assertThat(nic.get("resets")).isEqualTo(2);
        } finally {
            Guest.run("ip", "link", "property", "del", "dev", "nrt0", "altname", longName, "altname", "short0");
        }
    }

    @Rule("L32")
    @Test
    void anotherNamespaceIsReachedAndOursIsNotLeft() throws Exception {
        TestNic nic = TestNic.fresh(3).set("down_ms", 20);
        Path here = Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net"));
        Guest.run("ip", "netns", "add", "blue");
        Guest.run("ip", "link", "set", "nrt3", "netns", "blue");
        Guest.run("ip", "-n", "blue", "link", "set", "nrt3", "up");
        try (NetReset blue = NetReset.open(Guest.options().withNetworkNamespace("blue"))) {
            assertThat(blue.devices()).extracting("name").containsExactlyInAnyOrder("lo", "nrt3");
            assertThat(netReset.devices()).extracting("name").doesNotContain("nrt3");
            ResetReport report = blue.reset(nic.request());
            assertThat(report.before().identity().name()).isEqualTo("nrt3");
            assertThat(nic.get("resets")).isEqualTo(1);
            assertThat(Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net")))
                    .isEqualTo(here);
            assertThat(Thread.getAllStackTraces().keySet())
                    .as("the thread that went there is gone")
                    .noneMatch(thread -> thread.getName().startsWith("netreset-netns"));
        } finally {
            Guest.run("ip", "-n", "blue", "link", "set", "nrt3", "netns", "1");
            Guest.run("ip", "netns", "del", "blue");
        }
    }

    @Test
    void aNamespaceThatIsNotThereIsNotFound() throws ResetException {
        try (NetReset nowhere = NetReset.open(Guest.options().withNetworkNamespace("nowhere"))) {
            ResetException failure = catchThrowableOfType(ResetException.class, nowhere::devices);
            assertThat(failure.reason()).isEqualTo(Reason.NOT_FOUND);
        }
    }
}
