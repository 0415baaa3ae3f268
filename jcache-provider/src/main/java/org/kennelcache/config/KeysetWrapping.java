package org.kennelcache.config;

import java.nio.file.Path;

/** What keeps whoever reads a keyset file from the keys in it. */
public sealed interface KeysetWrapping {

    /** Nothing: the keys are in the clear. */
    record Cleartext() implements KeysetWrapping {}

    /**
     * A password.
     *
     * @param password the password
     */
    record ByPassword(Secret password) implements KeysetWrapping {}

    /**
     * A key in a key management system.
     *
     * @param uri the key, as Tink's clients name it, such as {@code aws-kms://arn:...}
     */
    record ByKeyManagement(String uri) implements KeysetWrapping {}

    /**
     * A keyset in another file, in the clear.
     *
     * @param path a Tink JSON keyset
     */
    record ByKeyset(Path path) implements KeysetWrapping {}
}
