package org.kennelcache.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import javax.cache.Caching;
import javax.cache.annotation.BeanProvider;
import javax.cache.configuration.OptionalFeature;
import javax.cache.spi.CachingProvider;
import manager.CacheNameOnEachMethodBlogManagerImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The conditions without which tests of the TCK pass, or are left out, without having looked at the provider.
 *
 * <p>Runs in the same JVM as the TCK, as a part of each of its executions.
 */
class TckEnvironmentIT {

    @Test
    void classPath_ofTheTck_hasOneProvider() {
        assertThat(ServiceLoader.load(CachingProvider.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javax.cache.CacheManager", "javax.cache.Cache", "javax.cache.Cache.Entry"})
    void unwrapClass_ofEachInterface_isTheProvidersOwn(String property) throws ClassNotFoundException {
        assertThat(System.getProperty(property)).as(property).isNotBlank();

        Class<?> unwrapped = Class.forName(System.getProperty(property));
        assertThat(unwrapped).isNotInterface();
        assertThat(origin(unwrapped))
                .isEqualTo(origin(Caching.getCachingProvider().getClass()));
    }

    @Test
    void beanProvider_ofTheAnnotationTests_givesInterceptedBeans() {
        assertThat(ServiceLoader.load(BeanProvider.class))
                .singleElement()
                .extracting(provider -> provider.getBeanByType(CacheNameOnEachMethodBlogManagerImpl.class))
                .isInstanceOf(CacheNameOnEachMethodBlogManagerImpl.class)
                .isNotExactlyInstanceOf(CacheNameOnEachMethodBlogManagerImpl.class);
    }

    @Test
    void storeByReference_ofTheProvider_isWhatTheExecutionExpects() {
        assertThat(System.getProperty(SurefireReports.STORE_BY_REFERENCE)).isIn("true", "false");

        assertThat(Caching.getCachingProvider().isSupported(OptionalFeature.STORE_BY_REFERENCE))
                .isEqualTo(Boolean.getBoolean(SurefireReports.STORE_BY_REFERENCE));
    }

    @Test
    void excludeList_ofTheTck_holdsItsOwnProbeOnly() throws IOException {
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        assertThat(System.getProperty("ExcludeList")).isNull();

        assertThat(Collections.list(classes.getResources("ExcludeList")))
                .singleElement()
                .satisfies(list -> assertThat(entries(Path.of(list.toURI()))).containsExactly(TckRun.CANARY));
    }

    private static List<String> entries(Path excludeList) throws IOException {
        return Files.readAllLines(excludeList).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static URL origin(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
