package org.kennelcache.cli;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.kennelcache.sealing.KeysetFormat;
import org.kennelcache.sealing.Keysets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Makes keysets and changes them. Prints ids, kinds and states of keys, never a key.
 *
 * <p>A file holds two keysets: one for values, whose primary key seals and whose enabled keys open, and one for names,
 * of which only the primary key is used.
 */
@Command(
        name = "keyset",
        description = {
            "Makes the keyset files that the option encryption_keyset names, and changes them.",
            "Applications notice a change within seconds. To rotate: add a key, wait until every application has it,"
                    + " promote it, and disable the old one when nothing needs it any more."
        },
        mixinStandardHelpOptions = true)
final class KeysetCommand implements Runnable {

    private static final String NAMES_HELP =
            "the key that makes names instead of those for values: another primary one empties every cache";

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    KeysetCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    @Command(
            name = "create",
            description = "Makes a file with a key for values and one for names.",
            mixinStandardHelpOptions = true)
    void create(@Mixin KeysetFile file, @Mixin CipherChoice choice) {
        Keysets keysets = new Keysets(
                KeysetEdits.create(choice.cipher().parameters()),
                KeysetEdits.create(PredefinedPrfParameters.HMAC_SHA256_PRF));
        file.create(keysets);
        print(keysets);
    }

    @Command(
            name = "add",
            description = "Adds a key, which opens but does not seal yet.",
            mixinStandardHelpOptions = true)
    void add(
            @Mixin KeysetFile file,
            @Mixin CipherChoice choice,
            @Option(names = "--names", description = "adds " + NAMES_HELP) boolean names) {
        print(file.change(edited(
                names,
                keyset -> KeysetEdits.add(
                        keyset,
                        names
                                ? PredefinedPrfParameters.HMAC_SHA256_PRF
                                : choice.cipher().parameters()))));
    }

    @Command(
            name = "promote",
            description = "Makes a key the primary one: it seals from now on.",
            mixinStandardHelpOptions = true)
    void promote(
            @Mixin KeysetFile file,
            @Parameters(index = "1", paramLabel = "ID", description = "the key", converter = KeyId.class) Integer id,
            @Option(names = "--names", description = "promotes " + NAMES_HELP) boolean names) {
        print(file.change(edited(names, keyset -> KeysetEdits.promote(keyset, id))));
    }

    @Command(
            name = "disable",
            description = "Disables a key: what it has sealed counts as absent from now on.",
            mixinStandardHelpOptions = true)
    void disable(
            @Mixin KeysetFile file,
            @Parameters(index = "1", paramLabel = "ID", description = "the key", converter = KeyId.class) Integer id,
            @Option(names = "--names", description = "disables one of the keys that make names") boolean names) {
        print(file.change(edited(names, keyset -> KeysetEdits.disable(keyset, id))));
    }

    @Command(
            name = "show",
            description = "Prints the ids, states and kinds of the keys.",
            mixinStandardHelpOptions = true)
    void show(@Mixin KeysetFile file) {
        print(file.read());
    }

    @Command(
            name = "kek",
            description = "Makes a keyset, in the clear, for --kek-keyset: keep it apart from what it protects.",
            mixinStandardHelpOptions = true)
    void kek(@Parameters(paramLabel = "FILE", description = "the file to make") Path file) {
        KeysetHandle kek = KeysetEdits.create(Cipher.AES256_GCM.parameters());
        new OwnerOnlyFile(file).create(KeysetFormat.writeKek(kek));
    }

    private static UnaryOperator<Keysets> edited(boolean names, UnaryOperator<KeysetHandle> edit) {
        return keysets -> names
                ? new Keysets(keysets.values(), edit.apply(keysets.names()))
                : new Keysets(edit.apply(keysets.values()), keysets.names());
    }

    private void print(Keysets keysets) {
        PrintWriter out = spec.commandLine().getOut();
        print(out, "values", keysets.values());
        print(out, "names", keysets.names());
        out.flush();
    }

    private static void print(PrintWriter out, String purpose, KeysetHandle keyset) {
        for (int index = 0; index < keyset.size(); index++) {
            KeysetHandle.Entry entry = keyset.getAt(index);
            out.println("%-6s  %10s  %-8s  %-7s  %s"
                    .formatted(
                            purpose,
                            KeysetEdits.shown(entry.getId()),
                            entry.getStatus(),
                            entry.isPrimary() ? "primary" : "",
                            entry.getKey().getParameters()));
        }
    }
}
