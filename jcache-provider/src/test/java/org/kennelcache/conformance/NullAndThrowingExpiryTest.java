package org.kennelcache.conformance;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.cache.expiry.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kennelcache.Logs;

/** Where a policy has no answer, deadlines stay as they are; without any deadline, entries are eternal. */
class NullAndThrowingExpiryTest extends Conformance {

    private static final Duration SHORT = ScriptedExpiry.millis(200);

    @RegisterExtension
    final Logs logs = new Logs();

    private final ScriptedExpiry policy = new ScriptedExpiry();

    @ParameterizedTest
    @MethodSource("creatingWithoutAnAnswer")
    void creation_withoutAnAnswer_isEternal(Storing operation, Supplier<Duration> noAnswer) {
        Scene scene = scene().expiry(policy.creation(noAnswer)).open();

        operation.store(scene.cache());

        assertThat(scene.cache().get(KEY)).isEqualTo(NEW);
        assertThat(scene.counts()).isEqualTo(operation.miss().put().hit());
    }

    @ParameterizedTest
    @MethodSource("updatingWithoutAnAnswer")
    void update_withoutAnAnswer_changesTheValueAndKeepsTheDeadline(Storing operation, Supplier<Duration> noAnswer) {
        Scene scene = scene().expiry(policy.creation(SHORT).update(noAnswer)).openWithEntry();

        operation.store(scene.cache());

        assertThat(scene.cache().get(KEY)).isEqualTo(NEW);
        await().until(() -> !scene.cache().containsKey(KEY));
    }

    @ParameterizedTest
    @MethodSource("updatingWithoutAnAnswer")
    void update_ofAnEternalEntry_withoutAnAnswer_keepsItEternal(Storing operation, Supplier<Duration> noAnswer) {
        Scene scene = scene().expiry(policy.update(noAnswer)).openWithEntry();

        operation.store(scene.cache());

        assertThat(scene.cache().get(KEY)).isEqualTo(NEW);
    }

    @ParameterizedTest
    @MethodSource("readingWithoutAnAnswer")
    void access_withoutAnAnswer_keepsTheDeadline(Reading operation, Supplier<Duration> noAnswer) {
        Scene scene = scene().expiry(policy.creation(SHORT).access(noAnswer)).openWithEntry();

        assertThat(operation.read(scene.cache())).isEqualTo(OLD);

        await().pollDelay(1, MILLISECONDS).until(() -> !scene.cache().containsKey(KEY));
    }

    static Stream<Arguments> creatingWithoutAnAnswer() {
        return withoutAnAnswer(Storing.creating());
    }

    static Stream<Arguments> updatingWithoutAnAnswer() {
        return withoutAnAnswer(Storing.updating());
    }

    static Stream<Arguments> readingWithoutAnAnswer() {
        return withoutAnAnswer(Stream.of(Reading.values()));
    }

    private static Stream<Arguments> withoutAnAnswer(Stream<?> operations) {
        Supplier<Duration> nothing = () -> null;
        return operations.flatMap(operation ->
                Stream.of(nothing, ScriptedExpiry.throwing()).map(noAnswer -> Arguments.of(operation, noAnswer)));
    }
}
