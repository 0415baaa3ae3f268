package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.kennelcache.sealing.TestKeys;
import org.kennelcache.spi.Keyring;
import org.kennelcache.spi.SealingKeys;

class KeyedNamingTest {

    private static final Bytes KEY = Bytes.of(new byte[] {1, 2, 3});

    private final TestKeys keys = TestKeys.generate();

    private static StoredNames names(Keyring keyring, String cacheName, boolean hides) {
        return new KeyedNaming("prefix", cacheName, new Sealing(keyring, hides)).get();
    }

    @Test
    void nameOf_sameKeys_isTheSame() {
        assertThat(names(keys.keyring(), "cache", false).nameOf(KEY))
                .isEqualTo(names(keys.keyring(), "cache", false).nameOf(KEY))
                .startsWith("prefix:cache:");
    }

    @Test
    void nameOf_otherKeysOrNone_isAnother() {
        String name = names(keys.keyring(), "cache", false).nameOf(KEY);

        assertThat(names(TestKeys.generate().keyring(), "cache", false).nameOf(KEY))
                .isNotEqualTo(name);
        assertThat(new StoredNames("prefix", "cache", false, Mangler.sha256()).nameOf(KEY))
                .isNotEqualTo(name);
    }

    @Test
    void nameOf_hidingCacheNames_showsThePrefixOnly() {
        StoredNames names = names(keys.keyring(), "MARKER", true);

        assertThat(names.nameOf(KEY))
                .startsWith(names.prefix())
                .startsWith("prefix:")
                .doesNotContain("MARKER");
        assertThat(names.prefix())
                .isNotEqualTo(names(keys.keyring(), "other", true).prefix());
        assertThat(names.nameOf(KEY).length()).isLessThanOrEqualTo(200);
    }

    @Test
    void get_afterTheKeysHaveChanged_givesTheirNames() {
        AtomicReference<SealingKeys> current = new AtomicReference<>(keys.keys());
        KeyedNaming naming = new KeyedNaming("prefix", "cache", new Sealing(current::get, true));
        StoredNames before = naming.get();
        assertThat(naming.get()).isSameAs(before);

        current.set(keys.renaming().keys());

        assertThat(naming.get().prefix()).isNotEqualTo(before.prefix());
        assertThat(naming.get().nameOf(KEY)).isNotEqualTo(before.nameOf(KEY));
    }
}
