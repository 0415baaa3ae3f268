package org.kennelcache.backend.mongodb;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kennelcache.config.MongodbSettings;
import org.kennelcache.testing.MongoDb;

/** What is renewed, and by which commands. */
class LeaseRenewalTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);

    @AutoClose
    private static final MongoDb mongodb = MongoDb.open();

    private final MongodbSettings settings = Servers.settingsFor(mongodb);
    private final List<String> commands = new CopyOnWriteArrayList<>();

    @AutoClose
    private final MongoClient client =
            MongoClients.create(MongoClientSettings.builder(new ClientSettings(settings).build())
                    .addCommandListener(new CommandListener() {
                        @Override
                        public void commandStarted(CommandStartedEvent event) {
                            commands.add(event.getCommandName());
                        }
                    })
                    .build());

    @AutoClose
    private final Calls calls = new Calls(
            new WriteGuard(Servers.PATIENCE),
            new Failures(settings.connection(), 10, List.of(), client::getClusterDescription));

    private final MongoCollection<Entry> collection =
            client.getDatabase(MongoDb.DATABASE).getCollection("leases", Entry.class);

    private final Map<String, String> tokens =
            Drafts.names("n", 100).stream().collect(toMap(name -> name, name -> "token of " + name));

    @BeforeEach
    void takeThemAll() {
        collection.deleteMany(new BsonDocument());
        tokens.forEach((name, token) -> hold(name, token, NOW.plusSeconds(1)));
        commands.clear();
    }

    private void hold(String name, String token, Instant end) {
        Entry held = new Entry(name, new byte[0], MongodbMutex.holder(token), end.toEpochMilli());
        Upsert.replaces(collection, Filters.named(name), held);
    }

    private Set<String> renew() {
        return new LeaseRenewal(collection, InstantSource.fixed(NOW), calls).run(tokens, LEASE);
    }

    private Long endOf(String name) {
        return collection.find(Filters.named(name)).first().expires();
    }

    @Test
    void run_allHeld_takesOneCommand() {
        assertThat(renew()).isEqualTo(tokens.keySet());
        assertThat(commands).containsExactly("update");
    }

    @Test
    void run_someLost_takesTwoCommands() {
        collection.deleteOne(Filters.named("n1"));
        hold("n2", "another's token", NOW.plusSeconds(1));
        hold("n3", tokens.get("n3"), NOW);
        commands.clear();

        assertThat(renew()).hasSize(97).doesNotContain("n1", "n2", "n3").contains("n4");
        assertThat(commands).containsExactly("update", "find");
        assertThat(endOf("n4")).isEqualTo(NOW.plus(LEASE).toEpochMilli());
        assertThat(endOf("n2")).isEqualTo(NOW.plusSeconds(1).toEpochMilli());
        assertThat(endOf("n3")).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void run_allLost_takesOneCommand() {
        collection.deleteMany(new BsonDocument());
        commands.clear();

        assertThat(renew()).isEmpty();
        assertThat(commands).containsExactly("update");
    }
}
