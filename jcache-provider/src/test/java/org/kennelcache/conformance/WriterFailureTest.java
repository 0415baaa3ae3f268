package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import javax.cache.CacheException;
import javax.cache.integration.CacheWriterException;
import javax.cache.processor.EntryProcessorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the writer couldn't write didn't happen. */
class WriterFailureTest extends Conformance {

    private static final IllegalStateException BROKEN = new IllegalStateException("the database is away");

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#creating")
    void store_whereNothingIs_whenTheWriterFails_changesNothing(Storing operation) {
        Scene scene = scene().watched().writeThrough().open();
        scene.writer().failWith(() -> BROKEN);

        CacheException failure = failureOf(() -> operation.store(scene.cache()));

        assertThatWriterCaused(failure);
        assertThat(scene.cache().containsKey(KEY)).isFalse();
        assertThat(scene.events()).isEmpty();
        assertThat(scene.counts()).isEqualTo(Counts.NONE);
    }

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#updating")
    void store_whereAnEntryIs_whenTheWriterFails_changesNothing(Storing operation) {
        Scene scene = scene().watched().writeThrough().openWithEntry();
        scene.writer().failWith(() -> BROKEN);

        CacheException failure = failureOf(() -> operation.store(scene.cache()));

        assertThatWriterCaused(failure);
        assertThat(scene.events()).isEmpty();
        assertThat(scene.counts()).isEqualTo(Counts.NONE);
        assertThat(scene.cache().get(KEY)).isEqualTo(OLD);
    }

    @ParameterizedTest
    @EnumSource
    void remove_whenTheWriterFails_changesNothing(Removing operation) {
        Scene scene = scene().watched().writeThrough().openWithEntry();
        scene.writer().failWith(() -> BROKEN);

        CacheException failure = failureOf(() -> operation.remove(scene.cache()));

        assertThatWriterCaused(failure);
        assertThat(scene.events()).isEmpty();
        assertThat(scene.counts().removals()).isZero();
        assertThat(scene.cache().get(KEY)).isEqualTo(OLD);
    }

    @Test
    void put_whenTheWriterThrowsACacheWriterException_throwsThatOne() {
        Scene scene = scene().writeThrough().open();
        CacheWriterException own = new CacheWriterException("own");
        scene.writer().failWith(() -> own);

        assertThat(failureOf(() -> scene.cache().put(KEY, NEW))).isSameAs(own);
    }

    private static CacheException failureOf(Runnable operation) {
        return catchThrowableOfType(CacheException.class, operation::run);
    }

    private static void assertThatWriterCaused(CacheException failure) {
        assertThat(failure).isInstanceOfAny(CacheWriterException.class, EntryProcessorException.class);
        if (failure instanceof EntryProcessorException) {
            assertThat(failure).hasCauseInstanceOf(CacheWriterException.class);
        }
        assertThat(failure).hasRootCause(BROKEN);
    }
}
