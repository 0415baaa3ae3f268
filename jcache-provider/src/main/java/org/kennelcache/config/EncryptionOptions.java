package org.kennelcache.config;

import static org.kennelcache.config.OptionTypes.bool;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The options of Kennel's for what leaves the JVM: sealed, compressed, and what is done when it can't be read any more.
 */
final class EncryptionOptions {

    /** Begins with an encoded brace, and is too long for a path; taken for one, errors would repeat it. */
    private static final Pattern BASE64_OF_JSON = Pattern.compile("e[w-z][A-Za-z0-9+/=_\\s-]{200,}");

    static final Option<KeysetSource> KEYSET = remote(
            "encryption_keyset",
            keysetSource(),
            null,
            "Seals keys and values with the keys in this keyset file (or in this text, such as ${env:KEYSET}), and"
                    + " makes the names of entries with them. See kennel keyset create. On the heap, too, whose entries"
                    + " are bytes then. Unset: entries are stored in the clear.");

    static final Option<Boolean> KEYSET_CLEARTEXT = remote(
            "encryption_keyset_cleartext",
            bool(),
            "false",
            "Takes a keyset that is not wrapped: whoever reads it can read and forge every entry.");

    static final Option<Secret> KEYSET_PASSWORD =
            remote("encryption_keyset_password", OptionTypes.secret(), null, "The keyset is wrapped by this password.");

    static final Option<Path> KEK_KEYSET = remote(
            "encryption_kek_keyset",
            OptionTypes.path(),
            null,
            "The keyset is wrapped by the Tink JSON keyset (AEAD, in the clear) in this file.");

    static final Option<String> KEK_URI = remote(
            "encryption_kek_uri",
            OptionTypes.text(),
            null,
            "The keyset is wrapped by this key of a key management system, such as aws-kms://arn:...; Tink's client for"
                    + " it has to be there.");

    static final Option<Boolean> HIDE_CACHE_NAMES = remote(
            "encryption_hide_cache_names",
            bool(),
            "false",
            "With encryption, hides the names of caches in the store, too.");

    static final Option<Boolean> ACCEPT_CLEARTEXT = remote(
            "encryption_accept_cleartext",
            bool(),
            "false",
            "With encryption, takes over entries that were stored in the clear, one by one as they are used, at the"
                    + " price of a round trip for each operation. Meanwhile whoever can write to the store can plant"
                    + " entries.");

    static final Option<OnUndecodable> ON_UNDECODABLE = remote(
            "on_undecodable",
            OptionTypes.oneOf(OnUndecodable.class),
            OnUndecodable.MISS.toString(),
            "What a read makes of a record that can't be opened or read: it is absent (miss), or the read fails"
                    + " (raise). Writes replace the record.");

    static final Option<PayloadCompression> COMPRESSION = remote(
            "compression",
            OptionTypes.oneOf(PayloadCompression.class),
            PayloadCompression.NONE.toString(),
            "Compresses key and value, before they are sealed. lz4 and zstd need their libraries. Lengths of sealed"
                    + " entries then tell something of the content.");

    static final Option<Integer> DECOMPRESSION_LIMIT = remote(
            "decompression_limit",
            OptionTypes.integer(1, Integer.MAX_VALUE),
            Integer.toString(WireSettings.DECOMPRESSION_LIMIT),
            "The most bytes that are made out of one compressed entry.");

    /** All of them, in the order in which they are explained. */
    static final List<Option<?>> ALL = List.of(
            KEYSET,
            KEYSET_PASSWORD,
            KEK_KEYSET,
            KEK_URI,
            KEYSET_CLEARTEXT,
            HIDE_CACHE_NAMES,
            ACCEPT_CLEARTEXT,
            ON_UNDECODABLE,
            COMPRESSION,
            DECOMPRESSION_LIMIT);

    /** Those that mean nothing without {@link #KEYSET}. */
    static final List<Option<?>> OF_KEYSET =
            List.of(KEYSET_PASSWORD, KEK_KEYSET, KEK_URI, KEYSET_CLEARTEXT, HIDE_CACHE_NAMES, ACCEPT_CLEARTEXT);

    private EncryptionOptions() {}

    private static <T> Option<T> remote(String name, OptionType<T> type, @Nullable String defaultText, String help) {
        return Option.of(name, type, defaultText, help).onlyRemote();
    }

    /** The option type: a text that begins with a brace is a keyset, any other one the path of a file. */
    private static OptionType<KeysetSource> keysetSource() {
        return new OptionType<>() {
            @Override
            public String allowed() {
                return "the path of a keyset file, or its content";
            }

            @Override
            public KeysetSource parse(String text) {
                String stripped = text.strip();
                if (BASE64_OF_JSON.matcher(stripped).matches()) {
                    throw new IllegalArgumentException("looks like a keyset in Base64");
                }
                return stripped.startsWith("{")
                        ? new KeysetSource.Inline(Secret.of(stripped))
                        : new KeysetSource.InFile(OptionTypes.path().parse(stripped));
            }

            @Override
            public boolean secret() {
                return true;
            }
        };
    }
}
