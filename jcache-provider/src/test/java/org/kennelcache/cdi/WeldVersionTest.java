package org.kennelcache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import org.junit.jupiter.api.Test;

/** The build runs the tests of this package on several versions of Weld: each time on the one it means to. */
class WeldVersionTest {

    @Test
    void weld_onTheClassPath_isTheVersionThatTheBuildNames() {
        assertThat(jarOf(SeContainerInitializer.newInstance().getClass()))
                .endsWith("weld-se-core-" + System.getProperty("kennel.test.weld") + ".jar");
    }

    @Test
    void cdi_onTheClassPath_isTheVersionThatTheBuildNames() {
        assertThat(jarOf(ApplicationScoped.class))
                .contains("jakarta.enterprise.cdi-api-" + System.getProperty("kennel.test.cdi"));
    }

    private static String jarOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().toString();
    }
}
