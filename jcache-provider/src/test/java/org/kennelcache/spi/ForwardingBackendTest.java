package org.kennelcache.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A decorator must not fall back to a default method of the interface. */
class ForwardingBackendTest {

    static Method[] methodsOfABackend() {
        return Backend.class.getDeclaredMethods();
    }

    @ParameterizedTest
    @MethodSource("methodsOfABackend")
    void methods_ofABackend_areAllForwarded(Method method) {
        assertThat(Arrays.stream(ForwardingBackend.class.getDeclaredMethods())
                        .filter(own -> own.getName().equals(method.getName()))
                        .map(Method::getParameterTypes))
                .contains(method.getParameterTypes());
    }
}
