// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How this program is started once more: by the same Java, from the same jars or modules. */
final class OwnProgram {
    /** From here on native access needs leave (JEP 472). */
    private static final int NATIVE_ACCESS = 22;

    private OwnProgram() {}

    static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable"));
        String module = System.getProperty("jdk.module.main");
        if (Runtime.version().feature() >= NATIVE_ACCESS) {
            command.add("--enable-native-access=" + String.join(",", callersOfC()));
        }
        if (module == null) {
            command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path")), Main.class.getName()));
        } else {
            String path = System.getProperty("jdk.module.path");
            command.addAll(path == null ? List.of() : List.of("-p", absolute(path)));
            command.addAll(List.of("-m", module + "/" + Main.class.getName()));
        }
        command.addAll(arguments);
        return command;
    }

    /** Those that this process has: Java warns of others. An image has no module path, which ALL-MODULE-PATH would mean. */
    private static List<String> callersOfC() {
        List<String> callers = new ArrayList<>(List.of("ALL-UNNAMED"));
        for (String module : List.of("netreset.ffm", "com.sun.jna")) {
            if (ModuleLayer.boot().findModule(module).isPresent()) {
                callers.add(module);
            }
        }
        return callers;
    }

    private static String absolute(@Nullable String path) {
        List<String> entries = new ArrayList<>();
        for (String entry : String.valueOf(path).split(File.pathSeparator, -1)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }
}
