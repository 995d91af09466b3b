// SPDX-License-Identifier: Apache-2.0
package netreset.linux.safety;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import netreset.linux.state.KernelFiles;
import org.jspecify.annotations.Nullable;

/** This process and those above it, as /proc shows them: what it may see of them depends on whose they are. */
final class Ancestors {
    /** More generations than there are: /proc may change while it is read. */
    private static final int MAX_GENERATIONS = 100;

    private static final String SSH_CONNECTION = "SSH_CONNECTION=";

    private final KernelFiles files;
    private final List<Path> folders = new ArrayList<>();

    Ancestors(KernelFiles files) {
        this.files = files;
        String pid = files.target(files.proc().resolve("self"));
        for (int i = 0; i < MAX_GENERATIONS && pid != null && !pid.equals("0"); i++) {
            Path folder = files.proc().resolve(pid);
            folders.add(folder);
            pid = parent(folder);
        }
    }

    /** {@code pid (command) state ppid …}; a command may have anything in it, parentheses too. */
    private @Nullable String parent(Path folder) {
        String stat = files.text(folder.resolve("stat"));
        int end = stat == null ? -1 : stat.lastIndexOf(')');
        String[] rest = stat == null || end < 0
                ? new String[0]
                : stat.substring(end + 1).strip().split(" ");
        return rest.length < 2 ? null : rest[1];
    }

    /** What sshd told about the session: {@code client port server port}, of the nearest process that knows. */
    @Nullable
    String sshConnection() {
        for (Path folder : folders) {
            String environment = files.text(folder.resolve("environ"));
            if (environment != null) {
                for (String variable : environment.split("\0", -1)) {
                    if (variable.startsWith(SSH_CONNECTION)) {
                        return variable.substring(SSH_CONNECTION.length());
                    }
                }
            }
        }
        return null;
    }

    /** Inode numbers of their sockets. */
    Set<String> sockets() {
        Set<String> inodes = new HashSet<>();
        for (Path folder : folders) {
            for (Path descriptor : files.children(folder.resolve("fd"))) {
                String target = files.target(descriptor);
                if (target != null && target.startsWith("socket:[") && target.endsWith("]")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        return inodes;
    }
}
