package org.kennelcache.backend.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcern;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.config.HostAndPort;
import org.kennelcache.config.MongodbAddress;
import org.kennelcache.config.MongodbSettings;
import org.kennelcache.config.ReadPreference;
import org.kennelcache.config.Secret;

/** How the file's settings become the driver's. */
class ClientSettingsTest {

    private static final MongodbAddress TWO_HOSTS =
            new MongodbAddress(List.of(new HostAndPort("a.example", 27017), new HostAndPort("b.example", 27018)), null);

    private static MongodbSettings file(MongodbAddress address, @Nullable String w, ReadPreference readPreference) {
        return file(address, w, readPreference, null, null);
    }

    private static MongodbSettings file(
            MongodbAddress address,
            @Nullable String w,
            ReadPreference readPreference,
            @Nullable String user,
            @Nullable String password) {
        Secret secret = password == null ? null : Secret.of(password);
        ConnectionSettings connection = new ConnectionSettings(Duration.ofMillis(1500), user, secret, null, null);
        return new MongodbSettings(address, "cache", null, connection, 7, w, readPreference, "rs0");
    }

    private static MongodbSettings file(String database, @Nullable String collection) {
        ConnectionSettings connection = Servers.connection(Duration.ofSeconds(1));
        return new MongodbSettings(TWO_HOSTS, database, collection, connection, 7, null, ReadPreference.PRIMARY, null);
    }

    private static MongoClientSettings driver(MongodbSettings file) {
        return new ClientSettings(file).build();
    }

    @Test
    void build_hosts_setsWhatTheFileSays() {
        MongoClientSettings driver = driver(file(TWO_HOSTS, null, ReadPreference.PRIMARY, "kennel", "secret"));

        assertThat(driver.getClusterSettings().getHosts())
                .containsExactly(new ServerAddress("a.example", 27017), new ServerAddress("b.example", 27018));
        assertThat(driver.getClusterSettings().getRequiredReplicaSetName()).isEqualTo("rs0");
        assertThat(driver.getConnectionPoolSettings().getMaxSize()).isEqualTo(7);
        assertThat(driver.getTimeout(TimeUnit.MILLISECONDS)).isEqualTo(1500);
        assertThat(driver.getRetryWrites()).isTrue();
        assertThat(driver.getCredential())
                .isEqualTo(MongoCredential.createCredential("kennel", "admin", "secret".toCharArray()));
    }

    @Test
    void build_connectionString_leavesWhatTheFileDoesNotSet() {
        MongodbAddress address = Servers.address("mongodb://own:word@c.example/?authSource=users&maxPoolSize=3"
                + "&w=majority&retryWrites=false&timeoutMS=99000&tls=true");

        MongoClientSettings driver = driver(file(address, null, ReadPreference.PRIMARY));

        assertThat(driver.getClusterSettings().getHosts()).containsExactly(new ServerAddress("c.example"));
        assertThat(driver.getConnectionPoolSettings().getMaxSize()).isEqualTo(3);
        assertThat(driver.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY);
        assertThat(driver.getRetryWrites()).isFalse();
        assertThat(driver.getSslSettings().isEnabled()).isTrue();
        assertThat(driver.getTimeout(TimeUnit.MILLISECONDS)).isEqualTo(1500);
        assertThat(driver.getCredential())
                .isEqualTo(MongoCredential.createCredential("own", "users", "word".toCharArray()));
    }

    @Test
    void build_connectionStringAndUserInTheFile_takesTheFiles() {
        MongodbAddress address = Servers.address("mongodb://own:word@c.example/?authSource=users&w=3");

        MongoClientSettings driver = driver(file(address, "2", ReadPreference.PRIMARY, "kennel", "secret"));

        assertThat(driver.getWriteConcern()).isEqualTo(new WriteConcern(2));
        assertThat(driver.getCredential())
                .isEqualTo(MongoCredential.createCredential("kennel", "users", "secret".toCharArray()));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "majority, majority", "twoCentres, twoCentres"})
    void build_w_isANumberOrAName(String w, String expected) {
        assertThat(driver(file(TWO_HOSTS, w, ReadPreference.PRIMARY))
                        .getWriteConcern()
                        .getWObject())
                .hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongodb://a.example", "mongodb://a.example/?w=0"})
    void build_nothingAcknowledged_isRefused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> driver(
                        file(Servers.address(address), address.contains("w=0") ? null : "0", ReadPreference.PRIMARY)))
                .withMessageStartingWith("w = 0: must be 1 or more, majority, or a name known to the server");
    }

    @ParameterizedTest
    @CsvSource({
        "PRIMARY, '', primary",
        "NEAREST, '', nearest",
        "PRIMARY, ?readPreference=secondary, secondary",
        "SECONDARY_PREFERRED, ?readPreference=secondary, secondaryPreferred"
    })
    void walked_readPreference_isTheFilesOrTheStrings(ReadPreference set, String inText, String expected) {
        MongodbAddress address = Servers.address("mongodb://a.example/" + inText);
        ClientSettings settings = new ClientSettings(file(address, null, set));

        assertThat(settings.walked().getName()).isEqualTo(expected);
        assertThat(settings.build().getReadPreference().getName()).isEqualTo("primary");
    }

    @Test
    void servers_ofAConnectionString_showNeitherUserNorPassword() {
        MongodbAddress address = Servers.address("mongodb://own:word@c.example:1,d.example:2/");

        assertThat(new ClientSettings(file(address, null, ReadPreference.PRIMARY)).servers())
                .containsExactly("c.example:1", "d.example:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://own:pass/word@c.example",
                "mongodb://own:pass@word@c.example",
                "mongodb://:password@c.example:port",
                "mongodb://own:password@c.example/?w=1&authMechanism=password"
            })
    void create_connectionStringThatIsNone_isRefusedWithoutShowingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> driver(file(Servers.address(text), null, ReadPreference.PRIMARY)))
                .withMessageStartingWith("db_hosts: the connection string is none that the driver understands")
                .withNoCause()
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("c.example"));
    }

    @Test
    void build_userWithoutPassword_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> driver(file(TWO_HOSTS, null, ReadPreference.PRIMARY, "kennel", null)))
                .withMessageStartingWith("username and password: only one of them is set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a.b",
                "a/b",
                "a$b",
                "a\\b",
                "a\"b",
                "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij1234"
            })
    void create_databaseThatCannotBe_namesTheOption(String database) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientSettings(file(database, null)))
                .withMessage("db_name = " + database
                        + ": must have 1 to 63 bytes in UTF-8, and none of / \\ . \" $, space and NUL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a$b", ".books", "system.users", "a\0b"})
    void create_collectionThatCannotBe_namesTheOption(String collection) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientSettings(file("cache", collection)))
                .withMessage("cache_collection = " + collection
                        + ": must have 1 to 229 bytes in UTF-8, no $ and no NUL, and must not start with a"
                        + " dot or 'system.'");
    }

    @Test
    void collectionOf_longestPrefix_fitsWithTheLongestDatabase() {
        String prefix = "%".repeat(64) + ':' + "~".repeat(64) + ':';

        assertThat(Names.collectionOf(prefix)).hasSizeLessThanOrEqualTo(235 - 1 - 63);
    }
}
