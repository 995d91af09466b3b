// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import netreset.DeviceId;
import netreset.NetReset;
import netreset.ResetException;

/** Says of NICs that all is well after their resets, and shows of each whether that was taken. */
final class Confirmation {
    private final NetResetCommand root;
    private final boolean json;

    Confirmation(NetResetCommand root, boolean json) {
        this.root = root;
        this.json = json;
    }

    /** One that can't be confirmed keeps no other from it. */
    ExitCode of(NetReset netReset, List<DeviceId> devices) throws IOException {
        List<ExitCode> codes = new ArrayList<>();
        for (DeviceId device : devices) {
            try {
                netReset.confirm(device);
                tell(device, true, List.of());
            } catch (ResetException e) {
                root.console()
                        .message(device + " stays as it is, but isn't confirmed: " + e.getMessage()
                                + ". Put it back as it was: netreset reset --resume " + device);
                tell(device, false, List.of("not confirmed: " + e.getMessage()));
                codes.add(ExitCode.of(e.reason()));
            }
        }
        root.console().flush();
        return ExitCode.gravest(codes);
    }

    /** Nobody says it of these. */
    void missing(List<DeviceId> devices, String why) throws IOException {
        for (DeviceId device : devices) {
            tell(device, false, List.of("not confirmed: " + why));
        }
        root.console().flush();
    }

    private void tell(DeviceId device, boolean confirmed, List<String> notes) throws IOException {
        if (json) {
            JsonLine.begin(root.console().out(), "confirmation")
                    .id(device)
                    .put("confirmed", Boolean.valueOf(confirmed))
                    .put("notes", notes)
                    .end();
        }
    }
}
