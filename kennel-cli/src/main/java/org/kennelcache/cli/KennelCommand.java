package org.kennelcache.cli;

import org.kennelcache.config.ConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The entry point of {@code kennel-cli.jar}.
 *
 * <p>Results go to standard output, errors and warnings to standard error. Exit status: 0 for success, {@value
 * #INVALID} when a configuration or a keyset is wrong or can't be read or written, 2 when the command line is wrong.
 */
@Command(
        name = "kennel",
        description = "Checks Kennel's configuration files, prints what can stand in them, and makes keysets.",
        subcommands = {CheckCommand.class, SampleCommand.class, OptionsCommand.class, KeysetCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = KennelVersion.class,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:success",
            "1:the configuration or the keyset is wrong or can't be read or written",
            "2:the command line is wrong"
        })
public final class KennelCommand implements Runnable {

    static final int INVALID = 1;

    @Spec
    private CommandSpec spec;

    /** Called by picocli, which sets the fields. */
    @SuppressWarnings("NullAway.Init")
    KennelCommand() {}

    /** Runs a command and exits with its status. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new KennelCommand()).setExecutionExceptionHandler((exception, commandLine, parsed) -> {
            if (exception instanceof ConfigurationException || exception instanceof CommandFailedException) {
                commandLine.getErr().println(exception.getMessage());
                return INVALID;
            }
            throw exception;
        });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
