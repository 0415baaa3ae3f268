package org.kennelcache.backend.mongodb;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.kennelcache.config.MongodbSettings;
import org.kennelcache.spi.Backend;
import org.kennelcache.spi.ForwardingBackend;
import org.kennelcache.spi.Partitioned;

/**
 * Keeps each record as one document, {@code {_id: <name>, version: <binary>, record: <binary>, expires: <date>}}, and
 * the records of each cache in a collection of their own, which the first write makes; or all records in the collection
 * that
 * {@code cache_collection} names. All have the connections of one client.
 *
 * <p>Guarantees, besides those of {@link Backend}:
 *
 * <ul>
 *   <li>One round trip for each operation on one name, and one more when it lost a race; for bulk operations one, if
 *       all fits into 16 MiB. The first write with a time to live costs two more, which look after the index that has
 *       the server drop what has expired.
 *   <li>An operation ends within {@code socket_timeout} and, if it sends much, 200 ms; {@code putAll} multiplies that
 *       by races lost, a walk and {@code clear} by their pages of 500 records, and a write that looks after the index
 *       by the calls that this takes, unless the write itself fails.
 *   <li>Reads and conditions are answered by the primary, whatever {@code read_preference} says: that is for walks.
 *   <li>A record whose time to live is over is gone at once, by the clock of this JVM, though the server drops it
 *       later.
 *   <li>Only names that start with the given prefix are ever looked at or removed.
 * </ul>
 *
 * <p>What happens when the primary fails: the driver looks for the next one and sends the operation again, if there is
 * time. A replica set logs which writes were done, and that log fails over with the data; so a compare-and-set that was
 * done before the connection broke is not done again, and is answered as it would have been. What the next primary has
 * not got was not done: it compares with what <em>it</em> has, and every reader sees the same. Hence the hazard: with
 * {@code w = 1} a write that was acknowledged just before may be rolled back with the primary that failed, as if it had
 * never been; and for as long as a primary has not noticed that it is none any more, both may acknowledge writes to the
 * same name. {@code w = majority} rules out both, and is the default of servers from 5.0 on. A read may still come from
 * such a primary and be late; a compare-and-set that follows it then fails.
 *
 * <p>More hazards: clocks of JVMs that share a cache have to agree, as far as times to live matter. A collection that
 * the administrator made must have the default collation; one that is sharded must be so by {@code _id}, hashed or not.
 */
public final class MongodbBackend extends ForwardingBackend implements Partitioned {

    private final MongoClient client;
    private final Calls calls;
    private final Function<String, Backend> partitions;

    private MongodbBackend(
            MongoClient client, Calls calls, Function<String, Backend> partitions, Backend unpartitioned) {
        super(unpartitioned);
        this.client = client;
        this.calls = calls;
        this.partitions = partitions;
    }

    /**
     * A backend that connects in the background: the servers need not run yet.
     *
     * @param settings where, and how long to wait
     * @param wall judges times to live
     * @param nanos measures durations
     * @return a backend, to be closed
     * @throws IllegalArgumentException if the settings contradict themselves, or a file that they name is not what it
     *     should be
     */
    public static MongodbBackend create(MongodbSettings settings, InstantSource wall, LongSupplier nanos) {
        ClientSettings from = new ClientSettings(settings);
        MongoClientSettings driver = from.build();
        MongoClient client = MongoClients.create(driver);
        int poolSize = driver.getConnectionPoolSettings().getMaxSize();
        Failures failures =
                new Failures(settings.connection(), poolSize, from.servers(), client::getClusterDescription);
        Calls calls = new Calls(new WriteGuard(settings.connection().timeout()), failures);
        MongoDatabase database = client.getDatabase(settings.database());
        Collections collections = new Collections(database, from.walked(), from.servers(), calls, wall, nanos);
        String shared = settings.collection();
        if (shared != null) {
            Backend backend = collections.open(shared, false);
            return new MongodbBackend(client, calls, prefix -> backend, backend);
        }
        return new MongodbBackend(
                client,
                calls,
                prefix -> collections.open(Names.collectionOf(prefix), true),
                collections.open(Names.DEFAULT_COLLECTION, false));
    }

    @Override
    public Backend partition(String prefix) {
        return partitions.apply(prefix);
    }

    @Override
    public void close() {
        calls.close();
        client.close();
    }
}
