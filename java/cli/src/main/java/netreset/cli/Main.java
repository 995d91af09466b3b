// SPDX-License-Identifier: Apache-2.0
package netreset.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netreset.Reason;
import netreset.ResetException;
import netreset.rras.RasServer;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The command {@code netreset}. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name, and ends the process with its exit code. */
    public static void main(String[] args) {
        int code = run(Console.ofProcess(System.getenv()), args);
        // Not a return: a thread may still be in the kernel, and the caller shall not wait for it.
        System.exit(code);
    }

    /** As {@link #main}, but returns the exit code. */
    static int run(Console console, String... args) {
        return run(console, RasServer::connect, args);
    }

    /** Likewise, with another way to a Routing and Remote Access server. */
    static int run(Console console, RasConnector connector, String... args) {
        // Known before the arguments are understood: whoever reads JSON gets his errors as JSON too.
        boolean json = List.of(args).contains("--json");
        NetResetCommand root = new NetResetCommand(console, json, connector);
        int code;
        try {
            code = commandLine(root, List.of(args)).execute(args);
        } catch (Error e) {
            code = failed(root, e);
        }
        boolean written = console.finish();
        return written || code != ExitCode.DONE.number() ? code : ExitCode.FAILED.number();
    }

    private static CommandLine commandLine(NetResetCommand root, List<String> args) {
        ExitCode[] all = ExitCode.values();
        Subcommands subcommands = new Subcommands(args)
                .add(
                        "list",
                        () -> command(
                                new ListCommand(root).spec(),
                                ExitCode.DONE,
                                ExitCode.FAILED,
                                ExitCode.USAGE,
                                ExitCode.NOT_FOUND,
                                ExitCode.NOT_PERMITTED,
                                ExitCode.UNSUPPORTED))
                .add("reset", () -> command(new ResetCommand(root).spec(), all))
                .add(
                        "watch",
                        () -> command(
                                new WatchCommand(root).spec(),
                                ExitCode.DONE,
                                ExitCode.FAILED,
                                ExitCode.USAGE,
                                ExitCode.NOT_FOUND,
                                ExitCode.UNSUPPORTED,
                                ExitCode.NOT_RECOVERED))
                .add(
                        "helper",
                        () -> command(
                                new HelperCommand(root).spec(),
                                ExitCode.DONE,
                                ExitCode.FAILED,
                                ExitCode.USAGE,
                                ExitCode.UNSUPPORTED))
                .add(
                        "dead-man",
                        () -> command(
                                new DeadManCommand(root).spec(),
                                ExitCode.DONE,
                                ExitCode.NOT_RECOVERED,
                                ExitCode.IN_FLIGHT))
                .add("ras", () -> ras(root, args))
                .add("ndis", () -> ndis(root, args))
                .add(
                        "doctor",
                        () -> command(
                                new DoctorCommand(root).spec(), ExitCode.DONE, ExitCode.USAGE, ExitCode.UNSUPPORTED));
        return subcommands
                .of(command(root.spec(), all))
                .setExpandAtFiles(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(root.console().out())
                .setErr(new PrintWriter(Writer.nullWriter()))
                .setParameterExceptionHandler((e, given) -> misused(root, e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(root, e));
    }

    private static CommandLine ras(NetResetCommand root, List<String> args) {
        ExitCode[] all = ExitCode.values();
        return new Subcommands(args)
                .add("ports", () -> command(new RasPortsCommand(root).spec(), all))
                .add("connections", () -> command(new RasConnectionsCommand(root).spec(), all))
                .add("reset", () -> command(new RasResetCommand(root).spec(), all))
                .add("disconnect", () -> command(new RasDisconnectCommand(root).spec(), all))
                .add("clear-stats", () -> command(new RasClearStatsCommand(root).spec(), all))
                .add("watch", () -> command(new RasWatchCommand(root).spec(), all))
                .add("doctor", () -> command(new RasDoctorCommand(root).spec(), all))
                .of(command(new RasCommand().spec(), all));
    }

    /** The NDIS model's: each touches nothing of the machine. */
    private static CommandLine ndis(NetResetCommand root, List<String> args) {
        ExitCode[] codes = {ExitCode.DONE, ExitCode.FAILED, ExitCode.USAGE};
        return new Subcommands(args)
                .add("run", () -> command(new NdisRunCommand(root).spec(), codes))
                .add(
                        "explore",
                        () -> command(
                                new NdisExploreCommand(root).spec(),
                                ExitCode.DONE,
                                ExitCode.FAILED,
                                ExitCode.USAGE,
                                ExitCode.IN_FLIGHT))
                .add("rules", () -> command(new NdisRulesCommand(root).spec(), codes))
                // A negative number is no option.
                .add(
                        "decode",
                        () -> command(new NdisDecodeCommand(root).spec(), codes)
                                .setUnmatchedOptionsArePositionalParams(true))
                .of(command(new NdisCommand().spec(), codes));
    }

    private static CommandLine command(CommandSpec command, ExitCode... codes) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ExitCode code : codes) {
            texts.put(" " + code.number(), code.when());
        }
        command.usageMessage().exitCodeList(texts);
        return new CommandLine(command);
    }

    private static int misused(NetResetCommand root, ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return root.fail(
                        null,
                        new ResetException(Reason.INVALID_REQUEST, e.getMessage() + " (see " + command + " --help)"))
                .number();
    }

    private static int failed(NetResetCommand root, Throwable e) {
        ResetException known = e instanceof ResetException reset
                ? reset
                : new ResetException(Reason.DEFECT, "netreset has a defect: " + e, null, e);
        return root.fail(null, known).number();
    }
}
