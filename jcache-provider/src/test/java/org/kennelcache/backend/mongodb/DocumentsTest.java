package org.kennelcache.backend.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kennelcache.backend.mongodb.Drafts.draft;
import static org.kennelcache.backend.mongodb.Drafts.drafts;
import static org.kennelcache.backend.mongodb.Drafts.names;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;
import org.kennelcache.spi.Scannable;
import org.kennelcache.spi.StoredRecord;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.MongoDb;

/** What is in the collection, and what of it is seen. */
class DocumentsTest {

    private static final String PREFIX = "app:books:";
    private static final String NAME = PREFIX + "name";
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @AutoClose
    private static final MongoDb mongodb = MongoDb.open();

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

    @AutoClose
    private final MongodbBackend root = MongodbBackend.create(Servers.settingsFor(mongodb), now::get, System::nanoTime);

    private final Backend backend = root.partition(PREFIX);
    private final MongoCollection<Document> collection = mongodb.database().getCollection("kennel.app:books");

    @BeforeEach
    void empty() {
        collection.drop();
    }

    private Scannable scannable() {
        return backend.capability(Scannable.class).orElseThrow();
    }

    private Document document() {
        return collection.find(Filters.eq("_id", NAME)).first();
    }

    @Test
    void commit_record_isADocumentOfFourFields() {
        StoredRecord.Draft draft = draft(Duration.ofMinutes(1));

        backend.commit(NAME, Version.ANY, draft);

        assertThat(document()).containsOnlyKeys("_id", "version", "expires", "record");
        assertThat(document().get("record", Binary.class).getData()).isEqualTo(draft.bytes());
        assertThat(document().get("version", Binary.class).getData()).hasSize(StoredRecord.VERSION_LENGTH);
        assertThat(document().get("expires", Date.class)).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void commit_recordWithoutTimeToLive_hasNoDate() {
        backend.commit(NAME, Version.ANY, draft());

        assertThat(document()).doesNotContainKey("expires");
    }

    @Test
    void partition_ofTwoCaches_keepsThemInTwoCollections() {
        Backend other = root.partition("app:cars:");
        backend.commit(NAME, Version.ANY, draft());
        other.commit("app:cars:name", Version.ANY, draft());

        other.capability(Scannable.class).orElseThrow().drop("app:cars:");

        assertThat(mongodb.database().listCollectionNames())
                .contains("kennel.app:books")
                .doesNotContain("kennel.app:cars");
    }

    @Test
    void partition_inOneCollection_clearsAndDropsOnlyItsOwn() {
        try (MongodbBackend shared = Servers.open(Servers.settingsFor(mongodb, "shared"))) {
            Backend one = shared.partition("app:one:");
            Backend two = shared.partition("app:two:");
            one.commit("app:one:1", Version.ANY, draft());
            two.commit("app:two:2", Version.ANY, draft());

            one.capability(Scannable.class).orElseThrow().drop("app:one:");

            assertThat(one.get("app:one:1")).isEmpty();
            assertThat(two.get("app:two:2")).isPresent();
        }
    }

    @Test
    void get_recordPastItsDate_isAbsentThoughTheDocumentIsThere() {
        backend.commit(NAME, Version.ANY, draft(Duration.ofSeconds(1)));

        now.set(NOW.plusSeconds(1));

        assertThat(document()).isNotNull();
        assertThat(backend.get(NAME)).isEmpty();
        assertThat(backend.getAll(List.of(NAME))).isEmpty();
        assertThat(scannable().scan(PREFIX)).isExhausted();
    }

    @Test
    void commit_absentExpectedOverWhatIsPastItsDate_replacesIt() {
        backend.commit(NAME, Version.ANY, draft(Duration.ofSeconds(1)));
        now.set(NOW.plusSeconds(1));

        assertThat(backend.commit(NAME, Version.ABSENT, draft())).isTrue();
        assertThat(backend.get(NAME)).isPresent();
    }

    @Test
    void commit_versionOfWhatIsPastItsDate_storesNothing() {
        backend.commit(NAME, Version.ANY, draft(Duration.ofSeconds(1)));
        Version version = backend.get(NAME).orElseThrow().version();
        now.set(NOW.plusSeconds(1));

        assertThat(backend.commit(NAME, version, draft())).isFalse();
        assertThat(backend.remove(NAME, version)).isFalse();
        assertThat(backend.remove(NAME, Version.ANY)).isFalse();
    }

    @Test
    void commit_sentAgainAfterItWasDone_isNoLostRace() {
        StoredRecord.Draft draft = draft();
        backend.commit(NAME, Version.ABSENT, draft);
        assertThat(backend.commit(NAME, Version.ABSENT, draft)).isTrue();

        Version version = backend.get(NAME).orElseThrow().version();
        StoredRecord.Draft next = draft();
        backend.commit(NAME, version, next);
        assertThat(backend.commit(NAME, version, next)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{value: 'of another program'}",
                "{version: 1, record: 'text'}",
                "{version: {$binary: {base64: 'AAEC', subType: '00'}}}",
                "{record: {$binary: {base64: 'AAEC', subType: '00'}}}",
                "{version: {a: 1}, record: [1, 2]}",
            })
    void get_documentOfAnotherProgram_isReplacedAndRemovedByItsVersion(String json) {
        Document foreign = Document.parse(json).append("_id", NAME);
        collection.insertOne(foreign);
        Version version = backend.get(NAME).orElseThrow().version();

        assertThat(backend.commit(NAME, Version.ABSENT, draft())).isFalse();
        assertThat(backend.commit(NAME, version, draft())).isTrue();
        assertThat(backend.commit(NAME, version, draft())).isFalse();

        collection.replaceOne(Filters.eq("_id", NAME), foreign);
        assertThat(backend.remove(NAME, version)).isTrue();
        assertThat(backend.get(NAME)).isEmpty();
    }

    @Test
    void commit_documentOfAnotherProgramThatChanged_storesNothing() {
        collection.insertOne(new Document("_id", NAME).append("record", new Binary(new byte[] {1})));
        Version version = backend.get(NAME).orElseThrow().version();
        collection.replaceOne(
                Filters.eq("_id", NAME), new Document("_id", NAME).append("record", new Binary(new byte[] {2})));

        assertThat(backend.commit(NAME, version, draft())).isFalse();
    }

    @Test
    void scan_documentsWithOtherKinds_passesThemByAndClearLeavesThem() {
        backend.commit(NAME, Version.ANY, draft());
        collection.insertOne(new Document("_id", 42));

        assertThat(scannable().scan(PREFIX)).toIterable().hasSize(1);
        scannable().clear(PREFIX);

        assertThat(collection.find().map(each -> each.get("_id"))).containsExactly(42);
    }

    @Test
    void scan_recordsChangeMeanwhile_meetsEachNameOnce() {
        List<String> names = names(PREFIX, 1_000);
        backend.putAll(drafts(names));
        List<String> met = new ArrayList<>();

        try (Scannable.Cursor cursor = scannable().scan(PREFIX)) {
            while (cursor.hasNext()) {
                Scannable.Named next = cursor.next();
                met.add(next.name());
                backend.commit(next.name(), Version.ANY, draft());
            }
        }

        assertThat(met).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void scan_pageOfLargeRecords_meetsThemAll() {
        int large = 1 << 20;
        List<String> names = names(PREFIX, 40);
        names.forEach(name -> backend.commit(name, Version.ANY, draft(large)));

        assertThat(scannable().scan(PREFIX))
                .toIterable()
                .hasSize(40)
                .allMatch(met -> met.record().bytes().length == large);
        assertThat(backend.getAll(names)).hasSize(40);
    }

    @Test
    void commit_largestRecord_isReadBack() {
        StoredRecord.Draft largest = draft((int) CollectionBackend.MOST_BYTES);

        backend.commit("n".repeat(Backend.MAX_NAME_LENGTH), Version.ANY, largest);

        assertThat(backend.get("n".repeat(Backend.MAX_NAME_LENGTH))
                        .orElseThrow()
                        .bytes())
                .isEqualTo(largest.bytes());
    }

    @Test
    void commit_recordThatNoServerTakes_isTooLargeBeforeItIsSent() {
        StoredRecord.Draft draft = draft((int) CollectionBackend.MOST_BYTES + 1);

        BackendException failure =
                catchThrowableOfType(BackendException.class, () -> backend.commit(NAME, Version.ANY, draft));

        assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(failure)
                .hasMessageStartingWith("commit: MongoDB ")
                .hasMessageEndingWith(" takes records of up to 16776192 bytes, and this one has 16776193."
                        + " Store less under one key.");
    }

    @Test
    void putAll_oneRecordThatNoServerTakes_storesNone() {
        Map<String, StoredRecord.Draft> drafts = drafts(names(PREFIX, 3));
        drafts.put(NAME, draft((int) CollectionBackend.MOST_BYTES + 1));

        BackendException failure = catchThrowableOfType(BackendException.class, () -> backend.putAll(drafts));

        assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(collection.countDocuments()).isZero();
    }

    @Test
    void commit_versionOfAnotherBackend_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backend.commit(NAME, Version.of("strange"), draft()))
                .withMessage("version: a java.lang.String, must be one that this backend gave");
    }
}
