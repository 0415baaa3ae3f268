package org.kennelcache.cli;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.sealing.KeysetFormat;
import org.kennelcache.sealing.Keysets;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Parameters;

/** The file that a command works on, and how it is protected. */
final class KeysetFile {

    @Parameters(index = "0", paramLabel = "FILE", description = "the keyset file")
    private Path path;

    @ArgGroup(exclusive = true, multiplicity = "1", heading = "How the file is protected:%n")
    private Protection protection;

    @SuppressWarnings("NullAway.Init")
    KeysetFile() {}

    void create(Keysets keysets) {
        new OwnerOnlyFile(path).create(written(keysets, protection.wrappingOfNew(PasswordPrompt.onConsole())));
    }

    Keysets read() {
        return read(protection.wrapping());
    }

    /** Replaces the keysets and returns the new ones; fails if another command is at the same. */
    Keysets change(UnaryOperator<Keysets> edit) {
        KeysetWrapping wrapping = protection.wrapping();
        try (Replacement replacement = new OwnerOnlyFile(path).beginReplacement()) {
            Keysets changed = edit.apply(read(wrapping));
            replacement.commit(written(changed, wrapping));
            return changed;
        }
    }

    private Keysets read(KeysetWrapping wrapping) {
        String text = new OwnerOnlyFile(path).read();
        try {
            return KeysetFormat.read(text, wrapping);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(path + ": " + e.getMessage(), e);
        }
    }

    private static String written(Keysets keysets, KeysetWrapping wrapping) {
        try {
            return KeysetFormat.write(keysets, wrapping);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        }
    }
}
