package example;

import io.micrometer.core.instrument.binder.MeterBinder;
import javax.cache.CacheManager;
import org.kennelcache.micrometer.DogpileMetrics;
import org.kennelcache.micrometer.StoreMetrics;
import org.springframework.context.annotation.Bean;

/** What the actuator can't know of caches on servers. No component: the application has caches on the heap, too. */
class Monitoring {
    @Bean
    MeterBinder pedigreesMade(CacheManager caches) {
        return new DogpileMetrics(caches.getCache("pedigrees"));
    }

    @Bean
    MeterBinder pedigreesStore(CacheManager caches) {
        return new StoreMetrics(caches.getCache("pedigrees"));
    }
}
