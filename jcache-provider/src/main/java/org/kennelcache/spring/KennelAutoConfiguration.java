package org.kennelcache.spring;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.cache.jcache.JCacheCacheManager;
import org.springframework.context.annotation.Bean;

/**
 * Puts a {@link RegionCacheManager} in place of the {@link JCacheCacheManager} that Spring Boot makes with
 * {@code spring.cache.type=jcache}. Found by Spring Boot; {@code spring.autoconfigure.exclude} turns it off.
 */
@AutoConfiguration
@ConditionalOnClass(JCacheCacheManager.class)
@SuppressWarnings("exports") // who meets this class has Spring
public class KennelAutoConfiguration {

    /** A configuration; for Spring Boot. */
    public KennelAutoConfiguration() {}

    /**
     * What replaces managers.
     *
     * @return a bean for Spring alone
     */
    @Bean
    static BeanPostProcessor kennelCacheManagerReplacement() {
        return new ManagerReplacement();
    }
}
