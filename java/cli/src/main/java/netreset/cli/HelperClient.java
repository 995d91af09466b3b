// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import netreset.Printable;
import netreset.Reason;
import netreset.ResetException;

/** Has the helper reset something. */
final class HelperClient {
    private HelperClient() {}

    /**
     * Asks, and shows what the helper answers.
     *
     * @return the exit code it says
     * @throws ResetException PERMISSION_DENIED if it can't be reached; OUTCOME_UNKNOWN if its answer doesn't end
     */
    static int ask(Path helper, HelperRequest request, Console console) throws ResetException {
        console.message("by the helper at " + helper);
        String line = null;
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(helper))) {
            channel.write(UTF_8.encode(request.line() + "\n"));
            BufferedReader answer = new BufferedReader(Channels.newReader(channel, UTF_8));
            while ((line = answer.readLine()) != null && !line.matches("exit [0-9]")) {
                console.out().print(Printable.line(line) + "\n");
            }
        } catch (IOException e) {
            throw new ResetException(
                    Reason.PERMISSION_DENIED,
                    "the helper at " + helper + " can't be asked: " + e.getMessage(),
                    null,
                    e);
        }
        if (line == null) {
            throw new ResetException(Reason.OUTCOME_UNKNOWN, "the helper at " + helper + " didn't finish its answer");
        }
        return Integer.parseInt(line.substring("exit ".length()));
    }
}
