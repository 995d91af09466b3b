// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.util.List;
import netreset.DeviceId;
import netreset.ResetException;
import netreset.ResetRequest;

/** A run of resets with a dead-man's switch: what isn't well, or isn't said to be, is put back. */
final class DeadManRun {
    private final NetResetCommand root;
    private final DeadManOptions options;
    private final List<String> arguments;
    private final Confirmation confirmation;

    /** @param arguments of the command {@code dead-man}, without the time and the caller */
    DeadManRun(NetResetCommand root, DeadManOptions options, List<String> arguments, boolean json) {
        this.root = root;
        this.options = options;
        this.arguments = arguments;
        this.confirmation = new Confirmation(root, json);
    }

    ExitCode run(ResetRun run, List<ResetRequest> requests) throws ResetException, IOException, InterruptedException {
        List<DeviceId> devices = requests.stream().map(ResetRequest::target).toList();
        try (DeadMan man = DeadMan.start(root.console(), options.within(), arguments)) {
            ExitCode code = run.all(requests);
            if (code != ExitCode.DONE) {
                return ExitCode.gravest(List.of(code, putBack(man, devices, "all isn't well")));
            }
            if (options.isToBeConfirmed() && !man.isConfirmed(System.in)) {
                ExitCode back = putBack(man, devices, "nobody said that all is well");
                return ExitCode.gravest(List.of(ExitCode.NOT_RECOVERED, back));
            }
            ExitCode confirmed = man.dismiss();
            return confirmed == null ? confirmation.of(run.netReset(), devices) : confirmed;
        }
    }

    private ExitCode putBack(DeadMan man, List<DeviceId> devices, String why) throws IOException, InterruptedException {
        root.console().message(why + ": putting back what was taken away");
        confirmation.missing(devices, why);
        return man.putBack();
    }
}
