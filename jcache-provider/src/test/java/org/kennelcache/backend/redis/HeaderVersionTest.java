package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.spi.Drafts;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.RedisServer;

/** Versions of what is no envelope, as the client and the script see them. */
class HeaderVersionTest {

    @AutoClose
    private static final RedisServer server = RedisServer.start();

    @AutoClose
    private final RedisBackend backend = Servers.open(Servers.settingsFor(server));

    @BeforeEach
    void empty() {
        server.command("FLUSHALL");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 16, 19, 20, 21, 100})
    void commit_recordOfAnyLength_replacesItOnceByItsVersion(int length) {
        backend.commit("name", Version.ANY, ofLength(length, 1));
        Version version = backend.get("name").orElseThrow().version();

        assertThat(backend.commit("name", version, Drafts.draft())).isTrue();
        assertThat(backend.commit("name", version, Drafts.draft())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 16, 19, 20, 21, 100})
    void remove_recordOfAnyLengthThatIsGone_removesNothing(int length) {
        backend.commit("name", Version.ANY, ofLength(length, 1));
        Version version = backend.get("name").orElseThrow().version();
        backend.remove("name", Version.ANY);

        assertThat(backend.remove("name", version)).isFalse();
        assertThat(backend.commit("name", version, Drafts.draft())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 16, 19})
    void commit_anotherShortRecordInPlace_storesNothing(int length) {
        backend.commit("name", Version.ANY, ofLength(length, 1));
        Version version = backend.get("name").orElseThrow().version();
        backend.commit("name", Version.ANY, ofLength(length, 2));

        assertThat(backend.commit("name", version, Drafts.draft())).isFalse();
    }

    @Test
    void commit_versionOfAnotherBackend_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.commit("name", Version.of(42), Drafts.draft()))
                .withMessage("version: a java.lang.Integer, must be one that this backend gave");
    }

    private static StoredRecord.Draft ofLength(int length, int content) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) content);
        return new StoredRecord.Draft(bytes, Optional.empty());
    }
}
