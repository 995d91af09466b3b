// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.io.PrintWriter;
import netreset.DeviceId;
import netreset.ResetException;
import org.jspecify.annotations.Nullable;

/** Objects of kind {@code error}. */
final class ErrorJson {
    private ErrorJson() {}

    static void write(PrintWriter out, @Nullable DeviceId id, ResetException e, ExitCode exit) throws IOException {
        JsonLine.begin(out, "error")
                .id(id)
                .put("reason", e.reason().name())
                .put("message", e.getMessage())
                .code(e.code())
                .put("exit", exit.number())
                .end();
    }
}
