package org.kennelcache.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.config.Secret;
import picocli.CommandLine.Option;

/** The options that say how a keyset file is protected; exactly one of them is given. */
final class Protection {

    @Option(names = "--password-file", paramLabel = "FILE", description = "by the password in the first line of a file")
    private @Nullable Path passwordFile;

    @Option(
            names = "--password",
            description = "by a password that is asked for",
            arity = "0",
            interactive = true,
            prompt = "Password of the keyset: ")
    private char @Nullable [] password;

    @Option(names = "--kek-keyset", paramLabel = "FILE", description = "by a local keyset; see kennel keyset kek")
    private @Nullable Path kekKeyset;

    @Option(
            names = "--kek-uri",
            paramLabel = "URI",
            description = "by a key management system that Tink's clients know")
    private @Nullable String kekUri;

    @Option(names = "--cleartext", description = "not at all: whoever reads the file can read and forge all entries")
    private boolean cleartext;

    @SuppressWarnings("NullAway.Init")
    Protection() {}

    /**
     * That of a file that is to be made: a password that a person has typed is asked for once more.
     *
     * @param console who is asked; empty where the input is piped
     */
    KeysetWrapping wrappingOfNew(Optional<PasswordPrompt> console) {
        if (password != null && console.isPresent()) {
            requireSame(password, console.get().ask("The same password again: "));
        }
        return wrapping();
    }

    private static void requireSame(char[] first, char @Nullable [] second) {
        boolean isSame = Arrays.equals(first, second);
        if (second != null) {
            Arrays.fill(second, '\0');
        }
        if (!isSame) {
            Arrays.fill(first, '\0');
            throw new CommandFailedException("the two passwords differ; nothing was written");
        }
    }

    KeysetWrapping wrapping() {
        if (cleartext) {
            return new KeysetWrapping.Cleartext();
        }
        if (passwordFile != null) {
            return byPassword(
                    new OwnerOnlyFile(passwordFile).read().lines().findFirst().orElse(""));
        }
        if (password != null) {
            String text = new String(password);
            Arrays.fill(password, '\0');
            return byPassword(text);
        }
        return kekKeyset != null
                ? new KeysetWrapping.ByKeyset(kekKeyset)
                : new KeysetWrapping.ByKeyManagement(Objects.requireNonNull(kekUri));
    }

    private static KeysetWrapping byPassword(String text) {
        if (text.isEmpty()) {
            throw new CommandFailedException("the password is empty");
        }
        return new KeysetWrapping.ByPassword(Secret.of(text));
    }
}
