package org.kennelcache.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kennelcache.ManualClock;
import org.kennelcache.ManualExecutor;

class SweptEntriesTest {

    private final ManualExecutor background = new ManualExecutor();
    private final Statistics statistics = new Statistics(new ManualClock(), true);
    private final List<String> announced = new ArrayList<>();
    private boolean wanted = true;

    private final SweptEntries<String, String> swept =
            new SweptEntries<>(statistics, () -> wanted, background, announced::add);

    @Test
    void expired_isAnnouncedInTheBackgroundAndTakenOnce() {
        swept.expired("key", "value");
        assertThat(announced).isEmpty();

        background.runAll();

        assertThat(announced).containsExactly("key");
        assertThat(swept.take("key")).isEqualTo("value");
        assertThat(swept.take("key")).isNull();
    }

    @Test
    void expired_whenNobodyWantsToKnow_isForgotten() {
        wanted = false;

        swept.expired("key", "value");
        background.runAll();

        assertThat(announced).isEmpty();
        assertThat(swept.take("key")).isNull();
    }

    @Test
    void evicted_isCountedAndNothingElse() {
        swept.evicted();
        background.runAll();

        assertThat(statistics.evictions()).isEqualTo(1);
        assertThat(announced).isEmpty();
    }
}
