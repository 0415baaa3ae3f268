package org.kennelcache.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kennelcache.spi.Drafts.drafts;
import static org.kennelcache.spi.Drafts.names;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendContract;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;

/**
 * What the backend does where the server does not tell it what it holds, for another client of the cache, too; whether the
 * server tells that one is up to the test.
 */
abstract class UnlistedContract extends BackendContract {

    private Backend other;

    /** A second client of the same caches. */
    protected Backend openOther() {
        return open();
    }

    @BeforeEach
    final void openAnother() {
        other = openOther();
    }

    @AfterEach
    final void closeOther() {
        other.close();
    }

    private static void clear(Backend backend, String prefix) {
        backend.capability(Scannable.class).orElseThrow().clear(prefix);
    }

    @Test
    void scan_any_isUnsupported() {
        backend().commit(name, Version.ANY, draft("content"));
        Scannable scannable = backend().capability(Scannable.class).orElseThrow();

        BackendException failure = catchThrowableOfType(
                BackendException.class, () -> scannable.scan(prefix).hasNext());

        assertThat(failure.reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(failure).hasMessageContaining("does not list what it holds");
        assertThat(backend().get(name)).isPresent();
    }

    @Test
    void clear_byThis_hidesRecordsFromBothAtOnceAndNoOthers() {
        List<String> names = names(prefix, 10);
        backend().putAll(drafts(names));
        backend().commit("keep-" + name, Version.ANY, draft("kept"));
        assertThat(other.getAll(names)).hasSize(10);

        clear(backend(), prefix);

        assertThat(other.getAll(names)).isEmpty();
        assertThat(backend().getAll(names)).isEmpty();
        assertThat(other.get("keep-" + name)).isPresent();
    }

    @Test
    void clear_byTheOther_hidesRecordsFromBothAtOnceAndNoOthers() {
        List<String> names = names(prefix, 10);
        backend().putAll(drafts(names));
        backend().commit("keep-" + name, Version.ANY, draft("kept"));

        clear(other, prefix);

        assertThat(backend().getAll(names)).isEmpty();
        assertThat(other.getAll(names)).isEmpty();
        assertThat(backend().get("keep-" + name)).isPresent();
    }

    @Test
    void writes_afterTheOtherCleared_areSeenByBoth() {
        backend().commit(prefix + "1", Version.ANY, draft("before"));
        clear(other, prefix);

        assertThat(backend().commit(prefix + "1", Version.ABSENT, draft("after")))
                .isTrue();
        assertThat(backend().commit(prefix + "2", Version.ANY, draft("after"))).isTrue();
        backend().putAll(drafts(List.of(prefix + "3")));

        List<String> names = List.of(prefix + "1", prefix + "2", prefix + "3");
        assertThat(other.getAll(names)).hasSize(3);
        assertThat(backend().getAll(names)).hasSize(3);
    }

    @Test
    void putAll_afterTheOtherCleared_isSeenByBoth() {
        List<String> names = names(prefix, 10);
        backend().putAll(drafts(names));
        clear(other, prefix);

        backend().putAll(drafts(names));

        assertThat(other.getAll(names)).hasSize(10);
    }

    @Test
    void conditionalOperations_onWhatTheOtherCleared_findNothing() {
        backend().putAll(drafts(names(prefix, 3)));
        Version first = versionOf(prefix + 0);
        Version second = versionOf(prefix + 1);
        clear(other, prefix);

        assertThat(backend().commit(prefix + 0, first, draft("late"))).isFalse();
        assertThat(backend().remove(prefix + 1, second)).isFalse();
        assertThat(backend().remove(prefix + 2, Version.ANY)).isFalse();
        assertThat(backend().getAll(names(prefix, 3))).isEmpty();
    }

    @Test
    void conditionalOperations_onWhatWasClearedAfterANewGenerationBegan_findNothing() {
        backend().putAll(drafts(names(prefix, 2)));
        Version first = versionOf(prefix + 0);
        Version second = versionOf(prefix + 1);
        clear(other, prefix);
        backend().commit(name, Version.ANY, draft("begins the next one"));

        assertThat(backend().commit(prefix + 0, first, draft("late"))).isFalse();
        assertThat(backend().remove(prefix + 1, second)).isFalse();
        assertThat(backend().getAll(names(prefix, 2))).isEmpty();
    }

    @Test
    void commit_versionThatEachReadsOfTheOther_isStored() {
        StoredRecord.Draft last = draft("last");
        backend().commit(name, Version.ANY, draft("first"));

        assertThat(other.commit(name, Version.ABSENT, draft("second"))).isFalse();
        assertThat(other.commit(name, other.get(name).orElseThrow().version(), draft("third")))
                .isTrue();
        assertThat(backend().commit(name, versionOf(name), last)).isTrue();
        assertStored(name, last);
    }
}
