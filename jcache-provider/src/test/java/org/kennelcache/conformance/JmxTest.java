package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.TimeUnit;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The beans of a cache: there while they are enabled, gone with the cache, and its own. */
class JmxTest extends Conformance {

    @Test
    void beans_ofACacheThatEnablesThem_areThere() {
        Cache<String, String> cache = cache(enabled());

        assertThat(Counts.beans("CacheConfiguration", cache.getName())).hasSize(1);
        assertThat(Counts.beans("CacheStatistics", cache.getName())).hasSize(1);
    }

    @Test
    void beans_ofACacheThatDoesNot_areNot() {
        assertThat(Counts.beans("*", cache().getName())).isEmpty();
    }

    @Test
    void beans_nameTheManagerAndTheCache() {
        Cache<String, String> cache = cache(enabled());

        ObjectName name =
                Counts.beans("CacheStatistics", cache.getName()).iterator().next();

        assertThat(name.getKeyProperty("CacheManager"))
                .isEqualTo(manager.getURI().toString().replaceAll("[,:=\n]", "."));
        assertThat(name.getKeyProperty("Cache")).isEqualTo(cache.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "a=b", "a,b", "a\nb", "a b", "a$b", "a*b", "a?b", "\"ab\"", "\\"})
    void beans_ofACacheWithAStrangeName_areThereAndGoWithIt(String strange) {
        Cache<String, String> cache = manager.createCache(strange, enabled());
        String shown = strange.replaceAll("[,:=\n*?\"]", ".");
        assertThat(Counts.beans("CacheConfiguration", shown)).hasSize(1);

        cache.close();

        assertThat(Counts.beans("*", shown)).isEmpty();
    }

    @Test
    void enabling_twiceAndDisabling_followsTheLastCall() {
        String name = cache().getName();

        manager.enableStatistics(name, true);
        manager.enableStatistics(name, true);
        manager.enableManagement(name, true);
        manager.enableManagement(name, true);
        assertThat(Counts.beans("*", name)).hasSize(2);

        manager.enableStatistics(name, false);
        assertThat(Counts.beans("*", name)).hasSize(1);
        manager.enableManagement(name, false);
        assertThat(Counts.beans("*", name)).isEmpty();
    }

    @Test
    void beans_goWithTheCache() {
        String closed = cache(enabled()).getName();
        String destroyed = cache(enabled()).getName();
        String left = cache(enabled()).getName();

        manager.getCache(closed).close();
        assertThat(Counts.beans("*", closed)).isEmpty();
        manager.destroyCache(destroyed);
        assertThat(Counts.beans("*", destroyed)).isEmpty();
        provider.close();
        assertThat(Counts.beans("*", left)).isEmpty();
    }

    @Test
    void beans_ofACache_outliveAnotherOfTheSameNameInAnotherClassLoader() {
        Cache<String, String> cache = cache(enabled());
        CacheManager other = provider.getCacheManager(
                fixture.uri(), new URLClassLoader(new URL[0], getClass().getClassLoader()));
        Cache<String, String> namesake = other.createCache(cache.getName(), enabled());

        namesake.close();

        assertThat(Counts.beans("*", cache.getName())).hasSize(2);
        cache.put(KEY, NEW);
        assertThat(Counts.of(cache)).isEqualTo(Counts.NONE.put());
    }

    @Test
    void configuration_isShown() {
        Cache<String, String> cache = cache(enabled()
                .setTypes(String.class, String.class)
                .setReadThrough(true)
                .setCacheLoaderFactory(RecordingLoader::new)
                .setExpiryPolicyFactory(CreatedExpiryPolicy.factoryOf(new Duration(TimeUnit.HOURS, 1))));

        assertThat(configuration(cache, "KeyType")).isEqualTo("java.lang.String");
        assertThat(configuration(cache, "ValueType")).isEqualTo("java.lang.String");
        assertThat(configuration(cache, "ReadThrough")).isEqualTo(true);
        assertThat(configuration(cache, "WriteThrough")).isEqualTo(false);
        assertThat(configuration(cache, "StoreByValue")).isEqualTo(true);
        assertThat(configuration(cache, "StatisticsEnabled")).isEqualTo(true);
        assertThat(configuration(cache, "ManagementEnabled")).isEqualTo(true);

        manager.enableStatistics(cache.getName(), false);
        assertThat(configuration(cache, "StatisticsEnabled")).isEqualTo(false);
    }

    private static Object configuration(Cache<?, ?> cache, String attribute) {
        return Counts.attribute(cache, "CacheConfiguration", attribute);
    }

    private static MutableConfiguration<String, String> enabled() {
        return new MutableConfiguration<String, String>()
                .setManagementEnabled(true)
                .setStatisticsEnabled(true);
    }
}
