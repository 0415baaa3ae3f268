package org.kennelcache.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendProxy;
import org.kennelcache.spi.ForwardingBackend;

/** Where the entries of caches are, and what is around it. */
class BackendsTest {

    private final RegionSetup<String> setup = new RegionSetup<>();

    @AutoClose
    private final Backends backends = new Backends(new Clocks(setup.clock(), setup.clock(), nanos -> {}));

    /** Does what any backend does, and nothing that only some can. */
    public static final class Plain implements BackendProxy {
        @Override
        public Backend wrap(Backend backend) {
            return new ForwardingBackend(backend) {
                @Override
                public <T> Optional<T> capability(Class<T> type) {
                    return Optional.empty();
                }
            };
        }
    }

    private static RemoteCache cacheBehind(Class<? extends BackendProxy> proxy) {
        return new RemoteCache(
                "test",
                "cache",
                new Wire("java", List.of(), "none", 1 << 20, false),
                null,
                new Outages(false, null),
                new Decorators(false, List.of(proxy.getName()), proxy.getClassLoader()),
                null);
    }

    @Test
    void sealedHeap_behindAProxyThatHidesCapabilities_countsEvictions() {
        Region<String, String> region =
                setup.storage(backends.sealedHeap(cacheBehind(Plain.class), 1)).create();

        region.put("a", "1");
        region.put("b", "2");

        await().untilAsserted(() -> assertThat(region.statistics().evictions()).isEqualTo(1));
    }
}
