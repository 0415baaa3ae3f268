package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.OptionalFeature;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kennelcache.jcache.KennelCachingProvider;

/** Which manager is given to whom, and for how long. */
class ProviderTest extends Conformance {

    private final ClassLoader another =
            new URLClassLoader(new URL[0], getClass().getClassLoader());

    @Test
    void getCacheManager_ofTheSameUriAndClassLoader_isTheSame() {
        assertThat(manager(fixture.uri(), null)).isSameAs(manager);
        assertThat(manager(fixture.uri(), provider.getDefaultClassLoader())).isSameAs(manager);
        assertThat(manager(fixture.uri(), another)).isSameAs(manager(fixture.uri(), another));
    }

    @Test
    void getCacheManager_ofAnotherClassLoader_isAnother() {
        assertThat(manager(fixture.uri(), another)).isNotSameAs(manager);
    }

    @Test
    void getCacheManager_askedBy32ThreadsAtOnce_isOne() throws Exception {
        int threads = 32;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        Callable<CacheManager> asking = () -> {
            start.await();
            return manager(fixture.uri(), another);
        };
        Set<CacheManager> managers = Collections.newSetFromMap(new IdentityHashMap<>());

        for (Future<CacheManager> answer : executor.invokeAll(Collections.nCopies(threads, asking))) {
            managers.add(answer.get());
        }
        executor.shutdown();

        assertThat(managers).hasSize(1);
    }

    @Test
    @Tag(Fixture.HEAP)
    void getCacheManager_whereNullStandsForTheDefaults_isTheDefaultManager() {
        URI uri = provider.getDefaultURI();
        ClassLoader loader = provider.getDefaultClassLoader();
        Properties properties = provider.getDefaultProperties();

        Stream<CacheManager> asked = Stream.of(
                provider.getCacheManager(null, null),
                provider.getCacheManager(uri, null),
                provider.getCacheManager(null, loader),
                provider.getCacheManager(uri, loader),
                provider.getCacheManager(null, null, null),
                provider.getCacheManager(uri, null, properties),
                provider.getCacheManager(null, loader, null),
                provider.getCacheManager(uri, loader, properties));

        assertThat(asked).allSatisfy(given -> assertThat(given).isSameAs(provider.getCacheManager()));
    }

    @Test
    void manager_knowsWhatItWasAskedForWith() {
        CacheManager asked = manager(fixture.uri(), another);

        assertThat(asked.getURI()).isEqualTo(fixture.uri());
        assertThat(asked.getClassLoader()).isSameAs(another);
        assertThat(asked.getCachingProvider()).isSameAs(provider);
    }

    @Test
    void properties_countWhenTheManagerIsMade() {
        Properties first = new Properties();
        first.setProperty("colour", "brown");
        Properties second = new Properties();
        second.setProperty("colour", "black");
        CacheManager made = provider.getCacheManager(fixture.uri(), another, first);
        first.setProperty("colour", "white");

        assertThat(provider.getCacheManager(fixture.uri(), another, second)).isSameAs(made);

        assertThat(made.getProperties()).containsEntry("colour", "brown");
    }

    @Test
    void properties_thatAreGiven_areACopy() {
        manager.getProperties().setProperty("colour", "brown");

        assertThat(manager.getProperties()).isEmpty();
    }

    @Test
    void close_ofAManager_makesRoomForANewOne() {
        manager.close();

        assertThat(manager(fixture.uri(), null))
                .isNotSameAs(manager)
                .satisfies(fresh -> assertThat(fresh.isClosed()).isFalse());
    }

    @Test
    void close_closesAllManagersAndLeavesTheProviderUsable() {
        CacheManager other = manager(fixture.uri(), another);

        provider.close();

        assertThat(manager.isClosed()).isTrue();
        assertThat(other.isClosed()).isTrue();
        assertThat(manager(fixture.uri(), null).isClosed()).isFalse();
    }

    @Test
    void close_ofAClassLoader_closesItsManagers() {
        CacheManager other = manager(fixture.uri(), another);

        provider.close(another);

        assertThat(other.isClosed()).isTrue();
        assertThat(manager.isClosed()).isFalse();
    }

    @Test
    void close_ofAUriAndAClassLoader_closesThatManager() {
        CacheManager other = manager(fixture.uri(), another);

        provider.close(fixture.uri(), provider.getDefaultClassLoader());

        assertThat(manager.isClosed()).isTrue();
        assertThat(other.isClosed()).isFalse();
    }

    @Test
    void close_ofWhatIsUnknown_isNoError() {
        assertThatCode(() -> {
                    provider.close(another);
                    provider.close(URI.create("unknown:uri"), another);
                    provider.close(URI.create("unknown:uri"), another);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void providers_shareNoManagers() {
        try (KennelCachingProvider other = new KennelCachingProvider()) {
            assertThat(other.getCacheManager(fixture.uri(), null)).isNotSameAs(manager);
        }
    }

    @Test
    void caching_findsTheProvider() {
        assertThat(Caching.getCachingProvider()).isInstanceOf(KennelCachingProvider.class);
        assertThat(Caching.getCachingProviders(another)).singleElement().isInstanceOf(KennelCachingProvider.class);
    }

    @Test
    void isSupported_answersForEveryFeature() {
        assertThat(List.of(OptionalFeature.values()))
                .allSatisfy(feature ->
                        assertThatCode(() -> provider.isSupported(feature)).doesNotThrowAnyException());
    }

    private CacheManager manager(URI uri, ClassLoader loader) {
        return provider.getCacheManager(uri, loader);
    }
}
