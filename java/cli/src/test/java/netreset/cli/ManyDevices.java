// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;

/** Prints more lines than any pipe holds, as {@code list --json} would. */
final class ManyDevices {
    private static final int COUNT = 100_000;

    private ManyDevices() {}

    public static void main(String[] args) throws IOException {
        Console console = Console.ofProcess(System.getenv());
        for (int i = 0; i < COUNT; i++) {
            DeviceJson.write(console.out(), Samples.hardware("eth" + i));
        }
        System.exit(console.finish() ? 0 : 1);
    }
}
