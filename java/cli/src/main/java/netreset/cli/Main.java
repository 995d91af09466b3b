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
            code = commandLine(root).execute(args);
        } catch (Error e) {
            code = failed(root, e);
        }
        boolean written = console.finish();
        return written || code != ExitCode.DONE.number() ? code : ExitCode.FAILED.number();
    }

    private static CommandLine commandLine(NetResetCommand root) {
        return command(root, ExitCode.values())
                .addSubcommand(command(
                        new ListCommand(root),
                        ExitCode.DONE,
                        ExitCode.FAILED,
                        ExitCode.USAGE,
                        ExitCode.NOT_FOUND,
                        ExitCode.NOT_PERMITTED,
                        ExitCode.UNSUPPORTED))
                .addSubcommand(command(new ResetCommand(root), ExitCode.values()))
                .addSubcommand(command(
                        new WatchCommand(root),
                        ExitCode.DONE,
                        ExitCode.FAILED,
                        ExitCode.USAGE,
                        ExitCode.NOT_FOUND,
                        ExitCode.UNSUPPORTED,
                        ExitCode.NOT_RECOVERED))
                .addSubcommand(command(
                        new HelperCommand(root), ExitCode.DONE, ExitCode.FAILED, ExitCode.USAGE, ExitCode.UNSUPPORTED))
                .addSubcommand(command(new DeadManCommand(root), ExitCode.DONE, ExitCode.NOT_RECOVERED))
                .addSubcommand(ras(root))
                .addSubcommand(ndis(root))
                .addSubcommand(command(new DoctorCommand(root), ExitCode.DONE, ExitCode.USAGE, ExitCode.UNSUPPORTED))
                .setExpandAtFiles(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(root.console().out())
                .setErr(new PrintWriter(Writer.nullWriter()))
                .setParameterExceptionHandler((e, args) -> misused(root, e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(root, e));
    }

    private static CommandLine ras(NetResetCommand root) {
        ExitCode[] all = ExitCode.values();
        return command(new RasCommand(), all)
                .addSubcommand(command(new RasPortsCommand(root), all))
                .addSubcommand(command(new RasConnectionsCommand(root), all))
                .addSubcommand(command(new RasResetCommand(root), all))
                .addSubcommand(command(new RasDisconnectCommand(root), all))
                .addSubcommand(command(new RasClearStatsCommand(root), all))
                .addSubcommand(command(new RasWatchCommand(root), all))
                .addSubcommand(command(new RasDoctorCommand(root), all));
    }

    /** The NDIS model's: each touches nothing of the machine. */
    private static CommandLine ndis(NetResetCommand root) {
        ExitCode[] codes = {ExitCode.DONE, ExitCode.FAILED, ExitCode.USAGE};
        return command(new NdisCommand(), codes)
                .addSubcommand(command(new NdisRunCommand(root), codes))
                .addSubcommand(command(
                        new NdisExploreCommand(root),
                        ExitCode.DONE,
                        ExitCode.FAILED,
                        ExitCode.USAGE,
                        ExitCode.IN_FLIGHT))
                .addSubcommand(command(new NdisRulesCommand(root), codes))
                // A negative number is no option.
                .addSubcommand(
                        command(new NdisDecodeCommand(root), codes).setUnmatchedOptionsArePositionalParams(true));
    }

    private static CommandLine command(Object command, ExitCode... codes) {
        CommandLine line = new CommandLine(command);
        Map<String, String> texts = new LinkedHashMap<>();
        for (ExitCode code : codes) {
            texts.put(" " + code.number(), code.when());
        }
        line.getCommandSpec().usageMessage().exitCodeList(texts);
        return line;
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
