package org.kennelcache.backend.mongodb;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoConfigurationException;
import com.mongodb.MongoCredential;
import com.mongodb.ReadPreference;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcern;
import java.util.List;
import org.bson.codecs.configuration.CodecRegistries;
import org.jspecify.annotations.Nullable;
import org.kennelcache.backend.wire.Tls;
import org.kennelcache.config.ConnectionSettings;
import org.kennelcache.config.MongodbSettings;
import org.kennelcache.config.Secret;

/**
 * The driver's settings, from the file's.
 *
 * <p>A connection string is taken as it is, but for what the file sets itself: user and password, TLS, the replica set,
 * {@code w}, {@code read_preference} (other than primary) and, always, the time-out. One time-out bounds a whole
 * operation, from the choice of a server over the wait for a connection to the answer, the driver's own retries
 * included.
 */
final class ClientSettings {

    private static final String ADMINISTRATION = "admin";

    private final MongodbSettings file;
    private final ConnectionSettings connection;
    private final @Nullable ConnectionString text;

    /** @throws IllegalArgumentException naming the option and what is wrong with it */
    ClientSettings(MongodbSettings file) {
        this.file = file;
        this.connection = file.connection();
        Secret string = file.address().connectionString();
        this.text = string == null ? null : parse(string);
        Names.check(file);
    }

    private static ConnectionString parse(Secret string) {
        try {
            return new ConnectionString(string.reveal());
        } catch (IllegalArgumentException | MongoConfigurationException e) {
            // The message may quote the password, so neither it nor the exception is passed on.
            throw new IllegalArgumentException("db_hosts: the connection string is none that the driver "
                    + (e instanceof MongoConfigurationException ? "can look up in the DNS" : "understands")
                    + "; it is mongodb://[user:password@]host[:port],...[/database][?options], where user and password"
                    + " have %-escapes for : / ? # [ ] @ %");
        }
    }

    /** Host and port of each server, or the name that the DNS has a list under. */
    List<String> servers() {
        if (text == null) {
            return file.address().hosts().stream().map(Object::toString).toList();
        }
        return List.copyOf(text.getHosts());
    }

    /** Where walks read, which need not be current. */
    ReadPreference walked() {
        ReadPreference named = ReadPreference.valueOf(file.readPreference().toString());
        ReadPreference inText = text == null ? null : text.getReadPreference();
        return inText != null && named.equals(ReadPreference.primary()) ? inText : named;
    }

    /** @throws IllegalArgumentException naming the option and what is wrong with it */
    MongoClientSettings build() {
        long millis = connection.timeout().toMillis();
        int millisOfSocket = Math.toIntExact(millis);
        MongoClientSettings.Builder settings =
                MongoClientSettings.builder().applyToConnectionPoolSettings(pool -> pool.maxSize(file.maxPoolSize()));
        if (text != null) {
            settings.applyConnectionString(text);
        } else {
            List<ServerAddress> addresses = file.address().hosts().stream()
                    .map(host -> new ServerAddress(host.host(), host.port()))
                    .toList();
            settings.applyToClusterSettings(cluster -> cluster.hosts(addresses));
        }
        if (file.replicaSet() != null) {
            settings.applyToClusterSettings(cluster -> cluster.requiredReplicaSetName(file.replicaSet()));
        }
        settings.timeout(millis, MILLISECONDS)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(millis, MILLISECONDS))
                .applyToSocketSettings(socket ->
                        socket.connectTimeout(millisOfSocket, MILLISECONDS).readTimeout(millisOfSocket, MILLISECONDS))
                .readPreference(ReadPreference.primary())
                .codecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new EntryCodec()), MongoClientSettings.getDefaultCodecRegistry()));
        writeConcern(settings);
        logIn(settings);
        encrypt(settings);
        return settings.build();
    }

    private void writeConcern(MongoClientSettings.Builder settings) {
        String w = file.writeConcern();
        if (w != null) {
            settings.writeConcern(w.matches("\\d{1,3}") ? new WriteConcern(Integer.parseInt(w)) : new WriteConcern(w));
        }
        if (!settings.build().getWriteConcern().isAcknowledged()) {
            throw new IllegalArgumentException(
                    "w = 0: must be 1 or more, majority, or a name known to the server; without an"
                            + " acknowledgement nobody knows who won a race");
        }
    }

    private void logIn(MongoClientSettings.Builder settings) {
        String user = connection.username();
        Secret password = connection.password();
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException(
                    "username and password: only one of them is set; MongoDB needs both, or none");
        }
        if (user != null && password != null) {
            MongoCredential inText = text == null ? null : text.getCredential();
            String source = inText == null ? ADMINISTRATION : inText.getSource();
            settings.credential(MongoCredential.createCredential(
                    user, source, password.reveal().toCharArray()));
        }
    }

    private void encrypt(MongoClientSettings.Builder settings) {
        if (connection.tls() != null) {
            Tls tls = new Tls(connection.tls());
            settings.applyToSslSettings(
                    ssl -> ssl.enabled(true).invalidHostNameAllowed(false).context(tls.context()));
        }
    }
}
