// SPDX-License-Identifier: Apache-2.0
package netreset.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import netreset.ResetRequest;

/** One of the guest's scripted NICs; settings and counters are described in native/testnic/nrtestnic.h. */
final class TestNic {
    private static final Path CONTROL = Path.of("/sys/kernel/debug/nrtestnic");

    private final int number;

    private TestNic(int number) {
        this.number = number;
    }

    /** {@code nrt} and its number, with the settings it was loaded with, up, with carrier, all counters 0. */
    static TestNic fresh(int number) {
        TestNic nic = new TestNic(number);
        nic.set("defaults", 1);
        Guest.run("ip", "link", "set", nic.name(), "up");
        nic.set("clear", 1);
        return nic;
    }

    String name() {
        return "nrt" + number;
    }

    /** The platform device behind it. */
    String device() {
        return "nrtestnic." + number;
    }

    /** A reset of it with every default. */
    ResetRequest request() {
        return ResetRequest.of("nic:" + name());
    }

    TestNic set(String setting, long value) {
        try {
            Files.writeString(CONTROL.resolve(number + "/" + setting), Long.toString(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A counter, or the last flags; unsigned 32 bits. */
    long get(String counter) {
        try {
            return Long.decode(
                    Files.readString(CONTROL.resolve(number + "/" + counter)).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
