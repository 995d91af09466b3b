// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into a file beside this class. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        try (InputStream file = Version.class.getResourceAsStream("version.txt")) {
            if (file == null) {
                throw new IOException("version.txt is missing");
            }
            return new String[] {"netreset " + new String(file.readAllBytes(), UTF_8).strip()};
        }
    }
}
