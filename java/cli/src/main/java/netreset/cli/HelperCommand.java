// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import netreset.NetReset;
import netreset.Printable;
import netreset.ResetException;
import netreset.Rung;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Resets the NICs it is allowed to for users without privileges, by a UNIX socket. */
final class HelperCommand implements Callable<Integer> {
    private static final String PCI_ADDRESS = "[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]";
    private static final int MAX_CLIENTS = 16;

    /** Who may connect to a socket of our own; who is served is --user's to say. To connect is to write (unix(7)). */
    private static final Set<PosixFilePermission> ANYBODY = PosixFilePermissions.fromString("rw-rw-rw-");

    private final NetResetCommand root;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private List<String> allowed = List.of();

    @SuppressWarnings("NullAway.Init") // by picocli
    private Rung upTo;

    private List<String> users = List.of("0");
    private @Nullable Path path;

    HelperCommand(NetResetCommand root) {
        this.root = root;
    }

    /** Describes this command to picocli; to be called once. */
    CommandSpec spec() {
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Resets, for users without privileges, the NICs named by --allow, by a UNIX socket: systemd's on standard"
                                + " input, or its own by --socket. Who asks is told by the kernel (SO_PEERCRED).",
                        "The client is: netreset reset nic:eth1 --via-helper")
                .footerHeading("%nExamples:%n")
                .footer("  netreset helper --allow 0000:03:00.0 --up-to R2 --user alice --socket /run/netreset.sock");
        return spec.name("helper")
                .addOption(Arguments.list("--allow", value -> allowed = value)
                        .arity("1..*")
                        .required(true)
                        .paramLabel("PCI")
                        .description("The PCI addresses that may be reset, such as 0000:03:00.0.")
                        .build())
                .addOption(Arguments.option("--up-to", Rung.class, value -> upTo = value)
                        .required(true)
                        .converters(new RungConverter())
                        .paramLabel("RUNG")
                        .description("The highest rung that is done for anybody, R0 to R8.")
                        .build())
                .addOption(Arguments.list("--user", value -> users = value)
                        .arity("1..*")
                        .paramLabel("USER")
                        .description("Who may ask, by name or number; root alone unless told.")
                        .build())
                .addOption(Arguments.option("--socket", Path.class, value -> path = value)
                        .paramLabel("PATH")
                        .description("Listen here; the file must not exist.")
                        .build());
    }

    @Override
    public Integer call() throws ResetException, IOException {
        HelperPolicy policy = policy();
        Path own = path;
        EndOfProcess end = EndOfProcess.interruptsThisThread();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(HelperCommand::daemon);
        try (NetReset netReset = root.open(null)) {
            if (own != null) {
                try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                    server.bind(UnixDomainSocketAddress.of(own));
                    Files.setPosixFilePermissions(own, ANYBODY);
                    listen(server, policy, netReset, timer);
                } finally {
                    Files.deleteIfExists(own);
                }
                return ExitCode.DONE.number();
            }
            Channel inherited = System.inheritedChannel();
            if (inherited instanceof ServerSocketChannel server) {
                listen(server, policy, netReset, timer);
            } else if (inherited instanceof SocketChannel client) {
                new HelperConnection(client, policy, netReset, root.console()).serve(timer);
            } else {
                throw misused("standard input is no socket: is this systemd's? else name one by --socket");
            }
        } finally {
            timer.shutdownNow();
            end.close();
        }
        return ExitCode.DONE.number();
    }

    private void listen(
            ServerSocketChannel server, HelperPolicy policy, NetReset netReset, ScheduledExecutorService timer)
            throws IOException {
        Semaphore room = new Semaphore(MAX_CLIENTS);
        root.console().message("helps with " + String.join(" ", policy.addresses()) + " up to " + policy.upTo());
        try {
            while (true) {
                room.acquire();
                SocketChannel client = server.accept();
                daemon(() -> {
                            try {
                                new HelperConnection(client, policy, netReset, root.console()).serve(timer);
                            } finally {
                                room.release();
                            }
                        })
                        .start();
            }
        } catch (ClosedByInterruptException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "netreset-helper");
        thread.setDaemon(true);
        return thread;
    }

    private HelperPolicy policy() throws IOException {
        for (String address : allowed) {
            if (!address.matches(PCI_ADDRESS)) {
                throw misused("'" + Printable.brief(address) + "' is no PCI address: write 0000:03:00.0");
            }
        }
        Set<UserPrincipal> principals = new HashSet<>();
        for (String user : users) {
            try {
                principals.add(
                        FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(user));
            } catch (UserPrincipalNotFoundException e) {
                throw misused("there is no user '" + Printable.brief(user) + "'");
            }
        }
        return new HelperPolicy(Set.copyOf(allowed), upTo, principals);
    }

    private ParameterException misused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
