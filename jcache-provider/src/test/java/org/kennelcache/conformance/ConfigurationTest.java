package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.cache.Cache;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.MutableConfiguration;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.KennelConfiguration;

/** What a cache says of its configuration. */
class ConfigurationTest extends Conformance {

    @Test
    void configuration_isACopy() {
        MutableConfiguration<String, String> given = new MutableConfiguration<>();
        Cache<String, String> cache = cache(given);

        given.setStatisticsEnabled(true).setStoreByValue(false);

        assertThat(complete(cache).isStatisticsEnabled()).isFalse();
        assertThat(complete(cache).isStoreByValue()).isTrue();
    }

    @Test
    void configuration_thatSaysNothing_hasTheDefaults() {
        CompleteConfiguration<String, String> configuration = complete(cache());

        assertThat(configuration.getKeyType()).isEqualTo(Object.class);
        assertThat(configuration.getValueType()).isEqualTo(Object.class);
        assertThat(configuration.isStoreByValue()).isTrue();
        assertThat(configuration.isReadThrough()).isFalse();
        assertThat(configuration.isWriteThrough()).isFalse();
        assertThat(configuration.isStatisticsEnabled()).isFalse();
        assertThat(configuration.isManagementEnabled()).isFalse();
        assertThat(configuration.getCacheEntryListenerConfigurations()).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void configuration_ofTheUsersOwnKind_isEnough() {
        Cache<String, Integer> cache = manager.createCache(newName(), new Plain());

        cache.put(KEY, 1);

        assertThat(cache.get(KEY)).isEqualTo(1);
        assertThat(cache.getConfiguration(Configuration.class).getKeyType()).isEqualTo(String.class);
        assertThat(cache.getConfiguration(CompleteConfiguration.class).isReadThrough())
                .isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void getConfiguration_ofItsKinds_givesThem() {
        Cache<String, String> cache = cache();

        assertThat(cache.getConfiguration(KennelConfiguration.class)).isNotNull();
        assertThat(cache.getConfiguration(MutableConfiguration.class)).isNotNull();
    }

    @Test
    void getConfiguration_ofAnotherKind_isRefused() {
        Cache<String, Integer> cache = cache(new MutableConfiguration<>());

        assertThatThrownBy(() -> cache.getConfiguration(Plain.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void configuration_followsWhatIsEnabled() {
        Cache<String, String> cache = cache();

        manager.enableStatistics(cache.getName(), true);
        manager.enableManagement(cache.getName(), true);
        assertThat(complete(cache).isStatisticsEnabled()).isTrue();
        assertThat(complete(cache).isManagementEnabled()).isTrue();

        manager.enableStatistics(cache.getName(), false);
        manager.enableManagement(cache.getName(), false);
        assertThat(complete(cache).isStatisticsEnabled()).isFalse();
        assertThat(complete(cache).isManagementEnabled()).isFalse();
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void types_areHeldAtRunTime() {
        Cache<Object, Object> cache =
                (Cache) cache(new MutableConfiguration<String, Integer>().setTypes(String.class, Integer.class));

        assertThatThrownBy(() -> cache.put(1, 1))
                .isInstanceOf(ClassCastException.class)
                .hasMessageContaining("java.lang.String");
        assertThatThrownBy(() -> cache.put("a", "1"))
                .isInstanceOf(ClassCastException.class)
                .hasMessageContaining("java.lang.Integer");
        assertThat(cache).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static <K, V> CompleteConfiguration<K, V> complete(Cache<K, V> cache) {
        return cache.getConfiguration(CompleteConfiguration.class);
    }

    /** No more than the standard's least. */
    @SuppressWarnings("serial")
    private static final class Plain implements Configuration<String, Integer> {

        @Override
        public Class<String> getKeyType() {
            return String.class;
        }

        @Override
        public Class<Integer> getValueType() {
            return Integer.class;
        }

        @Override
        public boolean isStoreByValue() {
            return true;
        }
    }
}
