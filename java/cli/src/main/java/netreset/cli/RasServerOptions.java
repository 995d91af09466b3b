// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.time.Duration;
import netreset.ResetException;
import netreset.rras.RasServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which server, for every command of {@code ras}. */
final class RasServerOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // by picocli
    private CommandSpec spec;

    @Option(names = "--server", paramLabel = "NAME", description = "On this server; on this machine unless named.")
    private @Nullable String server;

    @Option(names = "--bare-name", description = "Give Windows the server's name without \\\\ before it.")
    private boolean bareName;

    @Option(
            names = "--timeout",
            paramLabel = "D",
            converter = DurationConverter.class,
            description = "How long one call of Windows may take, such as 30s (the default) or 2m.")
    private @Nullable Duration timeout;

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
