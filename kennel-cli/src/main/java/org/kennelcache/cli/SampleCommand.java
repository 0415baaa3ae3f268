package org.kennelcache.cli;

import org.kennelcache.config.SampleFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a configuration file that sets nothing and explains every option. */
@Command(name = "sample", description = "Prints a commented sample configuration.", mixinStandardHelpOptions = true)
final class SampleCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    SampleCommand() {}

    @Override
    public void run() {
        spec.commandLine().getOut().print(SampleFile.text());
        spec.commandLine().getOut().flush();
    }
}
