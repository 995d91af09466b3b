// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.util.List;
import netreset.ResetException;
import netreset.ResetRequest;

/** A run of resets with a dead-man's switch: what isn't well, or isn't said to be, is put back. */
final class DeadManRun {
    private final NetResetCommand root;
    private final DeadManOptions options;
    private final List<String> arguments;

    /** @param arguments of the command {@code dead-man}, without the time and the caller */
    DeadManRun(NetResetCommand root, DeadManOptions options, List<String> arguments) {
        this.root = root;
        this.options = options;
        this.arguments = arguments;
    }

    ExitCode run(ResetRun run, List<ResetRequest> requests) throws ResetException, IOException, InterruptedException {
        try (DeadMan man = DeadMan.start(root.console(), options.within(), arguments)) {
            ExitCode code = run.all(requests);
            if (code == ExitCode.DONE && (!options.isToBeConfirmed() || man.isConfirmed(System.in))) {
                for (ResetRequest request : requests) {
                    run.netReset().confirm(request.target());
                }
                man.dismiss();
                return code;
            }
            root.console()
                    .message((code == ExitCode.DONE ? "nobody said that all is well" : "all isn't well")
                            + ": putting back what was taken away");
            return ExitCode.gravest(List.of(code == ExitCode.DONE ? ExitCode.NOT_RECOVERED : code, man.putBack()));
        }
    }
}
