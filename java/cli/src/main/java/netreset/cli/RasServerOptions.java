// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.time.Duration;
import netreset.ResetException;
import netreset.rras.RasServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Which server, for every command of {@code ras}. */
final class RasServerOptions {
    @SuppressWarnings("NullAway.Init") // by addTo
    private CommandSpec spec;

    private @Nullable String server;
    private boolean bareName;
    private @Nullable Duration timeout;

    void addTo(CommandSpec spec) {
        this.spec = spec;
        spec.addOption(Arguments.option("--server", String.class, value -> server = value)
                        .paramLabel("NAME")
                        .description("On this server; on this machine unless named.")
                        .build())
                .addOption(Arguments.flag("--bare-name", value -> bareName = value)
                        .description("Give Windows the server's name without \\\\ before it.")
                        .build())
                .addOption(Arguments.duration("--timeout", value -> timeout = value)
                        .description("How long one call of Windows may take, such as 30s (the default) or 2m.")
                        .build());
    }

    RasServer connect(NetResetCommand root) throws ResetException {
        return root.connect(options());
    }

    RasServer.Options options() {
        RasServer.Options options = RasServer.Options.DEFAULT.withServer(server).withBareName(bareName);
        try {
            return timeout == null ? options : options.withTimeout(timeout);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    /** Whether it is another machine's, as far as the user said. */
    boolean isNamed() {
        return server != null;
    }
}
