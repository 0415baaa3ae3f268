package org.kennelcache.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.kennelcache.config.BackendKind;
import org.kennelcache.config.ConfigurationSource;
import org.kennelcache.config.EffectiveOption;
import org.kennelcache.config.ManagerSettings;
import org.kennelcache.config.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Prints the settings that a file gives each cache, secrets masked, or all that is wrong with it.
 *
 * <p>Classes that the file names are not looked for, since the application's class path is not at hand.
 */
@Command(
        name = "check",
        description = {
            "Checks a configuration file and prints the settings of each cache, secrets masked.",
            "Names of classes are checked for their form only."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Runnable {

    /** Stands for the caches that no section names; no section of a name matches it, and the glob * does. */
    private static final String ANY_OTHER = "";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the configuration file")
    private Path file;

    @SuppressWarnings("NullAway.Init")
    CheckCommand() {}

    @Override
    public void run() {
        Surroundings surroundings =
                Surroundings.ofProcess(CheckCommand.class.getClassLoader()).withoutClassChecks();
        ManagerSettings settings =
                ManagerSettings.loadStrictly(ConfigurationSource.ofFile(file), surroundings, BackendKind.available());
        PrintWriter out = spec.commandLine().getOut();
        settings.mentionedCaches().forEach(name -> print(out, settings, "cache " + name, name));
        settings.globs().forEach(glob -> print(out, settings, "caches " + glob, glob));
        print(out, settings, "every other cache", ANY_OTHER);
        out.flush();
        settings.warnings().forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
    }

    private static void print(PrintWriter out, ManagerSettings settings, String title, String cacheName) {
        String declared = settings.declaredCaches().contains(cacheName) ? ", declared" : "";
        out.println(title + ": " + settings.forCache(cacheName).backend().kind() + declared);
        List<EffectiveOption> options = settings.effectiveOptions(cacheName);
        int width = options.stream()
                .mapToInt(option -> assignment(option).length())
                .max()
                .orElse(0);
        for (EffectiveOption option : options) {
            Object origin = option.location() == null ? "default" : option.location();
            out.println(("    %-" + width + "s  # %s").formatted(assignment(option), origin));
        }
        out.println();
    }

    private static String assignment(EffectiveOption option) {
        return (option.name() + " = " + option.value()).stripTrailing();
    }
}
