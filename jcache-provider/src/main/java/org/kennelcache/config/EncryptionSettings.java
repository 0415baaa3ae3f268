package org.kennelcache.config;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the entries of a cache are sealed before they leave the JVM. Immutable; made by a {@link Builder}.
 *
 * <pre>{@code
 * EncryptionSettings.keysetFile(Path.of("/etc/acme/kennel-keyset.json"))
 *         .password(Secret.of(password))
 *         .build();
 * }</pre>
 *
 * @param keyset the keys
 * @param hideCacheNames whether names of caches, too, are unreadable in the store
 * @param acceptCleartext whether entries that were stored before encryption was switched on are taken over
 */
public record EncryptionSettings(KeysetSettings keyset, boolean hideCacheNames, boolean acceptCleartext) {

    /** Keys in a file that {@code kennel keyset create} wrote; changes of the file are noticed. */
    public static Builder keysetFile(Path path) {
        return new Builder(new KeysetSource.InFile(Objects.requireNonNull(path, "path")));
    }

    /** Keys in a text: the content of a keyset file. */
    public static Builder keyset(Secret text) {
        return new Builder(new KeysetSource.Inline(Objects.requireNonNull(text, "text")));
    }

    /** Makes {@link EncryptionSettings}. One of the methods that say how the keyset is protected has to be called. */
    public static final class Builder {

        private final KeysetSource source;
        private @Nullable KeysetWrapping wrapping;
        private boolean hideCacheNames;
        private boolean acceptCleartext;

        private Builder(KeysetSource source) {
            this.source = source;
        }

        /** The keys are in the clear: whoever reads the keyset can read and forge every entry. */
        public Builder cleartext() {
            return wrapped(new KeysetWrapping.Cleartext());
        }

        /** The keys are wrapped by a password. */
        public Builder password(Secret password) {
            return wrapped(new KeysetWrapping.ByPassword(Objects.requireNonNull(password, "password")));
        }

        /** The keys are wrapped by a key management system, of which Tink's client is on the class path. */
        public Builder kekUri(String uri) {
            return wrapped(new KeysetWrapping.ByKeyManagement(Objects.requireNonNull(uri, "uri")));
        }

        /** The keys are wrapped by the keyset in another file. */
        public Builder kekKeyset(Path path) {
            return wrapped(new KeysetWrapping.ByKeyset(Objects.requireNonNull(path, "path")));
        }

        /** Whether names of caches, too, are unreadable in the store. The default: no. */
        public Builder hideCacheNames(boolean hide) {
            hideCacheNames = hide;
            return this;
        }

        /**
         * Whether entries that were stored before encryption was switched on are taken over. The default: no. While it
         * is on, whoever can write to the store can plant entries.
         */
        public Builder acceptCleartext(boolean accept) {
            acceptCleartext = accept;
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException if it was not said how the keyset is protected
         */
        public EncryptionSettings build() {
            if (wrapping == null) {
                throw new IllegalArgumentException(
                        "the keyset is neither wrapped nor said to be in the clear; allowed: one of password, kekUri,"
                                + " kekKeyset, cleartext");
            }
            return new EncryptionSettings(new KeysetSettings(source, wrapping), hideCacheNames, acceptCleartext);
        }

        private Builder wrapped(KeysetWrapping how) {
            wrapping = how;
            return this;
        }
    }
}
