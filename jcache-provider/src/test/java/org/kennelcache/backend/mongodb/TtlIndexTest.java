package org.kennelcache.backend.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kennelcache.backend.mongodb.Drafts.draft;
import static org.kennelcache.backend.mongodb.Drafts.drafts;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ClusterType;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kennelcache.Logs;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.Version;
import org.kennelcache.testing.MongoDb;

class TtlIndexTest {

    private static final String PREFIX = "app:books:";
    private static final String NAME = PREFIX + "name";

    @AutoClose
    private static final MongoDb mongodb = MongoDb.open();

    @RegisterExtension
    private final Logs logs = new Logs();

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    @AutoClose
    private final MongodbBackend root =
            MongodbBackend.create(Servers.settingsFor(mongodb), InstantSource.system(), nanos::get);

    private final Backend backend = root.partition(PREFIX);
    private final MongoCollection<Document> collection = mongodb.database().getCollection("kennel.app:books");

    @BeforeEach
    void empty() {
        collection.drop();
    }

    private List<Document> indexes() {
        return collection.listIndexes().into(new ArrayList<>()).stream()
                .filter(index -> index.get("key", Document.class).containsKey("expires"))
                .toList();
    }

    private void assertIndexHasNoDelay() {
        assertThat(indexes())
                .singleElement()
                .extracting(
                        index -> index.get("expireAfterSeconds", Number.class).longValue())
                .isEqualTo(0L);
    }

    @Test
    void commit_timeToLive_makesTheIndex() {
        backend.commit(NAME, Version.ANY, draft(Duration.ofMinutes(1)));

        assertIndexHasNoDelay();
    }

    @Test
    void putAll_timeToLive_makesTheIndex() {
        backend.putAll(Map.of(NAME, draft(Duration.ofMinutes(1))));

        assertIndexHasNoDelay();
    }

    @Test
    void commitAndPutAll_noTimeToLive_makeNone() {
        backend.commit(NAME, Version.ANY, draft());
        backend.putAll(drafts(List.of(NAME)));

        assertThat(indexes()).isEmpty();
    }

    @Test
    void commit_indexWithAnotherDelay_changesIt() {
        collection.createIndex(
                Indexes.ascending("expires"),
                new IndexOptions().name("ours once").expireAfter(7L, TimeUnit.SECONDS));

        backend.commit(NAME, Version.ANY, draft(Duration.ofMinutes(1)));

        assertIndexHasNoDelay();
    }

    @Test
    void commit_indexWithoutADelay_changesIt() {
        collection.createIndex(Indexes.ascending("expires"), new IndexOptions().name("somebody's"));

        backend.commit(NAME, Version.ANY, draft(Duration.ofMinutes(1)));

        assertIndexHasNoDelay();
    }

    @Test
    void commit_collectionDroppedMeanwhile_makesTheIndexTenMinutesLater() {
        backend.commit(NAME, Version.ANY, draft(Duration.ofMinutes(1)));
        collection.drop();

        backend.commit(NAME, Version.ANY, draft(Duration.ofMinutes(1)));
        assertThat(indexes()).isEmpty();
        nanos.addAndGet(Duration.ofMinutes(10).toNanos());
        backend.commit(NAME, Version.ANY, draft(Duration.ofMinutes(1)));
        assertIndexHasNoDelay();
    }

    /** As the role readWrite has it: it may make and drop indexes, but not change them. */
    @Test
    void lookAfter_userMayNotChangeTheIndex_makesItAnew() {
        collection.createIndex(Indexes.ascending("expires"), new IndexOptions().expireAfter(7L, TimeUnit.SECONDS));
        MongoDatabase database = refusing(MongoDatabase.class);

        try (Calls calls = calls()) {
            new TtlIndex(database, entries(), calls, nanos::get).lookAfter();
        }

        assertIndexHasNoDelay();
        assertThat(logs.messages()).isEmpty();
    }

    @Test
    void lookAfter_userMayNotMakeTheIndex_warnsHowToAndGoesOn() {
        MongoCollection<Entry> refusing = refusing(MongoCollection.class);

        try (Calls calls = calls()) {
            TtlIndex index = new TtlIndex(mongodb.database(), refusing, calls, nanos::get);

            index.lookAfter();
            nanos.addAndGet(Duration.ofMinutes(10).toNanos() - 1);
            index.lookAfter();
        }

        assertThat(logs.messages())
                .singleElement()
                .asString()
                .contains("db.getCollection(\"books\").createIndex({expires: 1}, {expireAfterSeconds: 0})");
    }

    @Test
    void lookAfter_serverFailed_looksAgainAMinuteLater() {
        MongoCollection<Entry> failing = failing(MongoCollection.class, new MongoTimeoutException("too late"));

        try (Calls calls = calls()) {
            TtlIndex index = new TtlIndex(mongodb.database(), failing, calls, nanos::get);
            index.lookAfter();
            nanos.addAndGet(Duration.ofMinutes(1).toNanos() - 1);
            index.lookAfter();
            assertThat(logs.messages()).hasSize(1);

            nanos.addAndGet(1);
            index.lookAfter();
        }

        assertThat(logs.messages()).hasSize(2);
    }

    private static MongoCollection<Entry> entries() {
        return mongodb.database().getCollection("kennel.app:books", Entry.class);
    }

    private static Calls calls() {
        Failures failures = new Failures(
                Servers.connection(Duration.ofSeconds(1)),
                10,
                List.of("db.example:27017"),
                () -> new ClusterDescription(ClusterConnectionMode.SINGLE, ClusterType.UNKNOWN, List.of()));
        return new Calls(new WriteGuard(Duration.ofSeconds(1)), failures);
    }

    /** A database or a collection, whose name the user may know, and nothing else. */
    private static <T> T refusing(Class<? super T> type) {
        return failing(
                type,
                new MongoCommandException(
                        BsonDocument.parse("{ok: 0, code: 13, errmsg: 'not authorized'}"), new ServerAddress()));
    }

    @SuppressWarnings("unchecked")
    private static <T> T failing(Class<? super T> type, MongoException failure) {
        return (T) Proxy.newProxyInstance(
                TtlIndexTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getNamespace")) {
                        return new MongoNamespace("db", "books");
                    }
                    throw failure;
                });
    }
}
