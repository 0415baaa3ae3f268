package org.kennelcache.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kennelcache.conformance.ScriptedExpiry.Question.ACCESS;
import static org.kennelcache.conformance.ScriptedExpiry.Question.CREATION;
import static org.kennelcache.conformance.ScriptedExpiry.Question.UPDATE;

import java.util.Set;
import javax.cache.expiry.Duration;
import javax.cache.integration.CompletionListenerFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an expiry policy is asked, and how often (JSR-107 1.1.1, section 3.2.3). */
class ExpiryCallsTest extends Conformance {

    private final ScriptedExpiry policy = new ScriptedExpiry();

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#creating")
    void store_whereNothingIs_asksForCreationOnce(Storing operation) {
        Scene scene = scene().expiry(policy).open();

        operation.store(scene.cache());

        assertThat(policy.asked()).containsExactly(CREATION);
    }

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#updating")
    void store_whereAnEntryIs_asksForUpdateOnce(Storing operation) {
        Scene scene = withEntry();

        operation.store(scene.cache());

        assertThat(policy.asked()).containsExactly(UPDATE);
    }

    @ParameterizedTest
    @MethodSource("org.kennelcache.conformance.Storing#neverCreating")
    void replace_whereNothingIs_asksNothing(Storing operation) {
        Scene scene = scene().expiry(policy).open();

        operation.store(scene.cache());

        assertThat(policy.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void read_ofAnEntry_asksForAccessOnce(Reading operation) {
        Scene scene = withEntry();

        operation.read(scene.cache());

        assertThat(policy.asked()).containsExactly(ACCESS);
    }

    @ParameterizedTest
    @EnumSource
    void read_thatLoads_asksForCreationOnce(Reading operation) {
        Scene scene = scene().expiry(policy).readThrough().open();
        scene.loader().provide(KEY, NEW);

        operation.read(scene.cache());

        assertThat(policy.asked()).containsExactly(CREATION);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ITERATOR_REMOVE")
    void remove_asksNothing(Removing operation) {
        Scene scene = withEntry();

        operation.remove(scene.cache());
        operation.remove(scene.cache());

        assertThat(policy.asked()).isEmpty();
    }

    @Test
    void putIfAbsent_whereAnEntryIs_asksNothing() {
        withEntry().cache().putIfAbsent(KEY, NEW);

        assertThat(policy.asked()).isEmpty();
    }

    @Test
    void replace_ofAnotherValue_asksForAccessOnce() {
        withEntry().cache().replace(KEY, "other", NEW);

        assertThat(policy.asked()).containsExactly(ACCESS);
    }

    @Test
    void remove_ofAnotherValue_asksForAccessOnce() {
        withEntry().cache().remove(KEY, "other");

        assertThat(policy.asked()).containsExactly(ACCESS);
    }

    @Test
    void containsKeyAndClear_askNothing() {
        Scene scene = withEntry();

        scene.cache().containsKey(KEY);
        scene.cache().clear();

        assertThat(policy.asked()).isEmpty();
    }

    @Test
    void loadAll_asksForCreationAndUpdate() throws Exception {
        Scene scene = scene().expiry(policy).withLoader().openWithEntry();
        scene.loader().provide(KEY, NEW);
        policy.forget();

        loadAll(scene, false);
        assertThat(policy.asked()).isEmpty();
        loadAll(scene, true);
        assertThat(policy.asked()).containsExactly(UPDATE);
        scene.cache().remove(KEY);
        loadAll(scene, false);
        assertThat(policy.asked()).containsExactly(UPDATE, CREATION);
    }

    @ParameterizedTest
    @EnumSource
    void read_ofAnEntryThatEndsWithAccess_givesItOnce(Reading operation) {
        Scene scene = scene().expiry(policy.access(Duration.ZERO)).openWithEntry();

        assertThat(operation.read(scene.cache())).isEqualTo(OLD);

        assertThat(scene.cache().containsKey(KEY)).isFalse();
        assertThat(operation.read(scene.cache())).isNull();
        assertThat(scene.cache().putIfAbsent(KEY, NEW)).isTrue();
    }

    @Test
    void getAndPut_isNoAccess() {
        Scene scene = scene().expiry(policy.access(Duration.ZERO)).openWithEntry();

        assertThat(scene.cache().getAndPut(KEY, NEW)).isEqualTo(OLD);

        assertThat(scene.cache().containsKey(KEY)).isTrue();
    }

    private Scene withEntry() {
        Scene scene = scene().expiry(policy).openWithEntry();
        policy.forget();
        return scene;
    }

    private static void loadAll(Scene scene, boolean replacing) throws Exception {
        CompletionListenerFuture completion = new CompletionListenerFuture();
        scene.cache().loadAll(Set.of(KEY), replacing, completion);
        completion.get();
    }
}
