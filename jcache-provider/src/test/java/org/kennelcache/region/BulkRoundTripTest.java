package org.kennelcache.region;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.MapBackend;
import org.kennelcache.spi.ScriptedBackend;

/** Operations on many entries of a server cost a few round trips, whatever has to be counted or looked at. */
class BulkRoundTripTest {

    private final RegionSetup<String> setup = new RegionSetup<>();
    private final ScriptedBackend backend = new ScriptedBackend(new MapBackend(setup.clock()));

    private Region<String, String> region(RegionSetup<String> made) {
        Region<String, String> region = made.storage(BackendStorage.on(backend)).create();
        region.putAll(Map.of("a", "1", "b", "2"));
        region.statistics().clear();
        backend.takeCalls();
        return region;
    }

    private static ExpiryPolicy touched() {
        return TouchedExpiryPolicy.factoryOf(new Duration(MINUTES, 1)).create();
    }

    @Test
    void removeAll_withStatistics_countsWhatWasThere() {
        Region<String, String> region = region(setup);

        region.removeAll(Set.of("a", "b", "c"));

        assertThat(backend.takeCalls()).containsExactly("getAll 3", "commitAll 2");
        assertThat(region.statistics().removals()).isEqualTo(2);
        assertThat(region.getAll(Set.of("a", "b"))).isEmpty();
    }

    @Test
    void removeAll_withoutStatistics_doesNotLook() {
        Region<String, String> region = region(setup);
        region.statistics().setEnabled(false);

        region.removeAll(Set.of("a", "b", "c"));

        assertThat(backend.takeCalls()).containsExactly("removeAll 3");
    }

    @Test
    void getAll_whereReadsMoveDeadlines_movesThem() {
        Region<String, String> region = region(setup.expiry(touched()));
        setup.clock().advance(MINUTES.toMillis(1) - 1);

        assertThat(region.getAll(Set.of("a", "b", "c"))).isEqualTo(Map.of("a", "1", "b", "2"));

        assertThat(backend.takeCalls()).containsExactly("getAll 3", "commitAll 2");
        assertThat(region.statistics().hits()).isEqualTo(2);
        assertThat(region.statistics().misses()).isEqualTo(1);
        setup.clock().advance(MINUTES.toMillis(1) - 1);
        assertThat(region.containsKey("a")).isTrue();
    }

    @Test
    void putAllAndRemoveAll_withAListener_tellItWhatWasThere() {
        Region<String, String> region = region(setup);
        CallLog<String> log = new CallLog<>();
        region.register(log.listener());

        region.putAll(Map.of("b", "3", "c", "4"));
        region.removeAll(Set.of("a", "d"));

        assertThat(backend.takeCalls()).containsExactly("getAll 2", "commitAll 2", "getAll 2", "commitAll 1");
        assertThat(log.calls()).containsExactlyInAnyOrder("UPDATED b 2->3", "CREATED c null->4", "REMOVED a 1->null");
        assertThat(region.statistics().puts()).isEqualTo(2);
        assertThat(region.statistics().removals()).isEqualTo(1);
    }

    @Test
    void putAll_withAListenerAndALostRace_tellsItWhatWasReplaced() {
        Region<String, String> region = region(setup);
        CallLog<String> log = new CallLog<>();
        region.register(log.listener());
        Region<String, String> other =
                new RegionSetup<String>().storage(BackendStorage.on(backend)).create();
        backend.beforeNextWrite(() -> other.put("b", "other's"));

        region.putAll(Map.of("a", "3", "b", "4"));

        assertThat(log.calls()).containsExactlyInAnyOrder("UPDATED a 1->3", "UPDATED b other's->4");
    }

    @Test
    void putAll_withAWriter_storesWhatItWrote() {
        CallLog<String> log = new CallLog<>();
        Region<String, String> region = region(setup.writeThrough(log));
        log.calls().clear();

        region.putAll(Map.of("b", "3", "c", "4"));

        assertThat(log.calls()).containsExactlyInAnyOrder("write b=3", "write c=4");
        assertThat(backend.takeCalls()).containsExactly("getAll 2", "commitAll 2");
        assertThat(region.getAll(Set.of("b", "c"))).isEqualTo(Map.of("b", "3", "c", "4"));
    }

    @Test
    void putAll_whereUpdatesKeepTheDeadline_looksAtWhatIsThere() {
        ExpiryPolicy created =
                CreatedExpiryPolicy.factoryOf(new Duration(MINUTES, 1)).create();
        Region<String, String> region = region(setup.expiry(created));
        setup.clock().advance(MINUTES.toMillis(1) - 1);

        region.putAll(Map.of("b", "3", "c", "4"));

        assertThat(backend.takeCalls()).containsExactly("getAll 2", "commitAll 2");
        assertThat(region.statistics().puts()).isEqualTo(2);
        setup.clock().advance(1);
        assertThat(region.getAll(Set.of("a", "b", "c"))).isEqualTo(Map.of("c", "4"));
    }
}
