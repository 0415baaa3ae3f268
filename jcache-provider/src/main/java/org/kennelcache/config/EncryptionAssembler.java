package org.kennelcache.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the {@link EncryptionSettings} of a cache from its options. */
final class EncryptionAssembler {

    private static final String WAYS = "encryption_keyset_password, encryption_kek_keyset, encryption_kek_uri or"
            + " encryption_keyset_cleartext = true";

    private final EffectiveOptions options;
    private final Problems problems;

    EncryptionAssembler(EffectiveOptions options, Problems problems) {
        this.options = options;
        this.problems = problems;
    }

    /** Returns the settings, or null when entries are not sealed or there was a problem. */
    @Nullable
    EncryptionSettings assemble() {
        KeysetSource source = options.find(EncryptionOptions.KEYSET);
        if (source == null) {
            return null;
        }
        List<KeysetWrapping> wrappings = wrappings();
        if (wrappings.size() != 1) {
            problems.error(
                    options.location(EncryptionOptions.KEYSET),
                    options.subject(EncryptionOptions.KEYSET),
                    wrappings.isEmpty()
                            ? "not said how the keyset is protected; allowed: together with " + WAYS
                            : "more than one way to protect the keyset; allowed: one of " + WAYS);
            return null;
        }
        return new EncryptionSettings(
                new KeysetSettings(source, wrappings.get(0)),
                options.get(EncryptionOptions.HIDE_CACHE_NAMES),
                options.get(EncryptionOptions.ACCEPT_CLEARTEXT));
    }

    private List<KeysetWrapping> wrappings() {
        List<KeysetWrapping> wrappings = new ArrayList<>();
        if (options.get(EncryptionOptions.KEYSET_CLEARTEXT)) {
            wrappings.add(new KeysetWrapping.Cleartext());
        }
        Secret password = options.find(EncryptionOptions.KEYSET_PASSWORD);
        if (password != null) {
            wrappings.add(new KeysetWrapping.ByPassword(password));
        }
        String uri = options.find(EncryptionOptions.KEK_URI);
        if (uri != null) {
            wrappings.add(new KeysetWrapping.ByKeyManagement(uri));
        }
        Path kek = options.find(EncryptionOptions.KEK_KEYSET);
        if (kek != null) {
            wrappings.add(new KeysetWrapping.ByKeyset(kek));
        }
        return wrappings;
    }
}
