package example;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kennelcache.cdi.ArgumentsKey;

/** An application that has Kennel's jar beside its beans, and nothing else to do with it. */
class DogServiceTest {
    private static final Dog REX = new Dog(3, "Rex");

    private final CachingProvider provider = Caching.getCachingProvider();
    private final SeContainer container = SeContainerInitializer.newInstance().initialize();
    private final DogService dogs = container.select(DogService.class).get();
    private final Register register = container.select(Register.class).get();

    @BeforeEach
    void write() {
        register.write(REX);
    }

    @AfterEach
    void close() {
        CacheManager manager = provider.getCacheManager();
        manager.getCacheNames().forEach(manager::destroyCache);
        container.close();
        provider.close();
    }

    @Test
    void find_twice_readOnce() throws Exception {
        assertThat(dogs.find(3)).isEqualTo(REX);
        assertThat(dogs.find(3)).isEqualTo(REX);

        assertThat(register.reads()).isEqualTo(1);
    }

    @Test
    void find_manyThreadsAtOnce_readOnce() throws Exception {
        int threads = 16;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Dog>> found = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                found.add(pool.submit(() -> {
                    start.await();
                    return dogs.find(3);
                }));
            }
            for (Future<Dog> dog : found) {
                assertThat(dog.get(30, SECONDS)).isEqualTo(REX);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(register.reads()).isEqualTo(1);
    }

    @Test
    void find_missingTwice_readOnceAndTheSameException() {
        assertThatThrownBy(() -> dogs.find(4)).isInstanceOf(NoSuchDogException.class);
        assertThatThrownBy(() -> dogs.find(4))
                .isInstanceOf(NoSuchDogException.class)
                .hasMessage("there is no dog 4");

        assertThat(register.reads()).isEqualTo(1);
    }

    @Test
    void findAgain_afterFind_readAgain() throws Exception {
        dogs.find(3);
        dogs.findAgain(3);

        assertThat(register.reads()).isEqualTo(2);
    }

    @Test
    void find_afterSave_notRead() throws Exception {
        dogs.save(5, new Dog(5, "Bello"));

        assertThat(dogs.find(5).name()).isEqualTo("Bello");
        assertThat(register.reads()).isZero();
    }

    @Test
    void find_afterDelete_readAgain() throws Exception {
        dogs.find(3);
        dogs.delete(3, "sold");

        assertThatThrownBy(() -> dogs.find(3)).isInstanceOf(NoSuchDogException.class);
        assertThat(register.reads()).isEqualTo(2);
    }

    @Test
    void find_afterForgetAll_readAgain() throws Exception {
        dogs.find(3);
        dogs.forgetAll();
        dogs.find(3);

        assertThat(register.reads()).isEqualTo(2);
    }

    @Test
    void idOf_ownKeyGeneratorAndResolverFactory_asTheySay() {
        dogs.idOf("REX");
        dogs.idOf("rex");

        assertThat(register.reads()).isEqualTo(1);
        assertThat(provider.getCacheManager().getCacheNames()).containsExactly("small-names");
    }

    @Test
    void cache_ofTheAnnotations_reachedByArgumentsKey() throws Exception {
        dogs.find(3);

        assertThat(cache(provider.getCacheManager()).get(ArgumentsKey.of(3L))).isEqualTo(REX);
    }

    @Test
    void cache_ofAnotherManager_sharedOnAServerOnly() throws Exception {
        dogs.find(3);

        CacheManager other = provider.getCacheManager(URI.create("kennel:other"), provider.getDefaultClassLoader());
        other.createCache("dogs", new MutableConfiguration<>());

        assertThat(cache(other).containsKey(ArgumentsKey.of(3L))).isEqualTo(ServerForTests.onRedis());
    }

    @Test
    void statistics_switchedOnByTheFile_aMissAPutAndAHit() throws Exception {
        dogs.find(3);
        dogs.find(3);

        assertThat(List.of(statistic("CacheMisses"), statistic("CachePuts"), statistic("CacheHits")))
                .containsExactly(1L, 1L, 1L);
    }

    private static Cache<Object, Object> cache(CacheManager manager) {
        return manager.getCache("dogs");
    }

    private static Object statistic(String name) throws Exception {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName dogs = beans.queryNames(new ObjectName("javax.cache:type=CacheStatistics,Cache=dogs,*"), null)
                .iterator()
                .next();
        return beans.getAttribute(dogs, name);
    }
}
