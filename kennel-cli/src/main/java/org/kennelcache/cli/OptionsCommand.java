package org.kennelcache.cli;

import org.kennelcache.config.BackendKind;
import org.kennelcache.config.OptionsReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the reference of all options. */
@Command(
        name = "options",
        description = "Prints the reference of all options as Markdown.",
        mixinStandardHelpOptions = true)
final class OptionsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    OptionsCommand() {}

    @Override
    public void run() {
        spec.commandLine().getOut().print(OptionsReference.markdown(BackendKind.available()));
        spec.commandLine().getOut().flush();
    }
}
