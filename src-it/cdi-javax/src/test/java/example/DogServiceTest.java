package example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import javax.enterprise.inject.se.SeContainer;
import javax.enterprise.inject.se.SeContainerInitializer;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jsr107.ri.annotations.DefaultGeneratedCacheKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application on the CDI of Java EE, with the interceptors of the reference implementation and caches of Kennel. */
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
    void getCachingProvider_besideTheInterceptors_kennel() {
        assertThat(provider.getClass().getName()).isEqualTo("org.kennelcache.jcache.KennelCachingProvider");
    }

    @Test
    void find_twice_readOnce() throws Exception {
        assertThat(dogs.find(3)).isEqualTo(REX);
        assertThat(dogs.find(3)).isEqualTo(REX);

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
    void cache_ofAnotherManager_sharedOnAServerOnly() throws Exception {
        dogs.find(3);

        CacheManager other = provider.getCacheManager(URI.create("kennel:other"), provider.getDefaultClassLoader());
        Cache<Object, Object> cache = other.createCache("dogs", new MutableConfiguration<>());

        assertThat(cache.containsKey(new DefaultGeneratedCacheKey(new Object[] {3L})))
                .isEqualTo(ServerForTests.onRedis());
    }

    @Test
    void statistics_switchedOnByTheFile_aMissAPutAndAHit() throws Exception {
        dogs.find(3);
        dogs.find(3);

        assertThat(List.of(statistic("CacheMisses"), statistic("CachePuts"), statistic("CacheHits")))
                .containsExactly(1L, 1L, 1L);
    }

    private static Object statistic(String name) throws Exception {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName dogs = beans.queryNames(new ObjectName("javax.cache:type=CacheStatistics,Cache=dogs,*"), null)
                .iterator()
                .next();
        return beans.getAttribute(dogs, name);
    }
}
