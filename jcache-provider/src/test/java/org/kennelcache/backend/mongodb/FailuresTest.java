package org.kennelcache.backend.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoIncompatibleDriverException;
import com.mongodb.MongoInternalException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ClusterType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kennelcache.spi.BackendException;
import org.kennelcache.spi.BackendException.Reason;

/** What servers answer that the one of the tests never does, and what is said about it. */
class FailuresTest {

    private static final ServerAddress SERVER = new ServerAddress("db.example", 27017);
    private static final String SECRET = "{ find: \"books\", filter: { _id: \"name\" }, record: BinData(0, 00) }";

    private final Failures failures = new Failures(
            Servers.connection(Duration.ofSeconds(1)), 10, List.of("db.example:27017"), FailuresTest::noCluster);

    private static ClusterDescription noCluster() {
        return new ClusterDescription(ClusterConnectionMode.SINGLE, ClusterType.UNKNOWN, List.of());
    }

    private static MongoException commandError(int code, String message) {
        return new MongoCommandException(
                new BsonDocument("ok", new BsonInt32(0))
                        .append("code", new BsonInt32(code))
                        .append("errmsg", new BsonString(message)),
                SERVER);
    }

    private static BulkWriteResult nothing() {
        return BulkWriteResult.acknowledged(0, 0, 0, 0, List.of(), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "13, PERMISSION, readWrite",
        "18, AUTHENTICATION, username and password",
        "10107, READ_ONLY, replicaset_name",
        "11600, UNREACHABLE, shut down",
        "6, UNREACHABLE, shards",
        "133, UNREACHABLE, no primary",
        "14031, OUT_OF_MEMORY, disk space",
        "10334, TOO_LARGE, Store less",
        "50, TIMEOUT, socket_timeout",
        "64, TIMEOUT, lower w",
        "100, UNSUPPORTED, majority",
        "20, UNSUPPORTED, retryWrites=false",
        "61, UNSUPPORTED, sharded",
        "73, UNSUPPORTED, cache_collection",
        "59, UNSUPPORTED, 4.4",
        "424242, OTHER, server's log"
    })
    void of_refusal_saysWhyAndWhatToDo(int code, Reason reason, String advice) {
        BackendException failure = failures.of("get", commandError(code, "it says so"));

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure)
                .hasMessageStartingWith("get: MongoDB db.example:27017 refuses: " + code + " it says so. ")
                .hasMessageContaining(advice)
                .hasNoCause();
    }

    @Test
    void of_refusalThatQuotesTheCommand_showsNothingOfIt() {
        BackendException failure = failures.of("get", commandError(13, "not authorized to execute command " + SECRET));

        assertThat(failure)
                .hasMessage("get: MongoDB db.example:27017 refuses: 13 not authorized to execute command."
                        + " Grant the user the role readWrite on the database that db_name names.")
                .hasNoCause();
    }

    @Test
    void of_writeError_saysWhy() {
        MongoException refusal = new MongoWriteException(
                new WriteError(14031, "no space " + SECRET, new BsonDocument()), SERVER, Set.of());

        assertThat(failures.of("commit", refusal).reason()).isEqualTo(Reason.OUT_OF_MEMORY);
        assertThat(failures.of("commit", refusal)).hasMessageContaining("refuses: 14031 no space. Free");
    }

    @Test
    void of_bulkWriteError_saysWhyOfTheFirst() {
        BulkWriteError first = new BulkWriteError(13, "not authorized on kennel", new BsonDocument(), 3);
        MongoException refusal = new MongoBulkWriteException(nothing(), List.of(first), null, SERVER, Set.of());

        assertThat(failures.of("putAll", refusal).reason()).isEqualTo(Reason.PERMISSION);
        assertThat(failures.of("putAll", refusal)).hasMessageContaining("13 not authorized on kennel. Grant");
    }

    @Test
    void of_bulkWriteThatTooFewConfirmed_saysThatItWasDone() {
        WriteConcernError unconfirmed = new WriteConcernError(
                64, "WriteConcernTimeout", "waiting for replication timed out", new BsonDocument());
        MongoException refusal = new MongoBulkWriteException(nothing(), List.of(), unconfirmed, SERVER, Set.of());

        assertThat(failures.of("putAll", refusal).reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(failures.of("putAll", refusal)).hasMessageContaining("The primary has done it");
    }

    @Test
    void of_writeThatTooFewConfirmed_saysThatItWasDone() {
        WriteConcernError unconfirmed = new WriteConcernError(
                64, "WriteConcernTimeout", "waiting for replication timed out", new BsonDocument());
        MongoException refusal = new MongoWriteConcernException(unconfirmed, null, SERVER, Set.of());

        assertThat(failures.of("commit", refusal).reason()).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void of_oldServer_saysWhichIsNeeded() {
        BackendException failure = failures.of("get", new MongoIncompatibleDriverException("too old", noCluster()));

        assertThat(failure.reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(failure).hasMessageContaining("MongoDB 4.4 or newer");
    }

    @Test
    void of_anythingElse_isOther() {
        assertThat(failures.of("get", new MongoInternalException("surprise")))
                .hasMessage("get: MongoDB db.example:27017 failed: surprise. Look into the server's log.")
                .extracting(BackendException::reason)
                .isEqualTo(Reason.OTHER);
    }
}
