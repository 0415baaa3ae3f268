package org.kennelcache.config;

import org.jspecify.annotations.Nullable;

/**
 * Entries are kept in MongoDB.
 *
 * @param address the servers
 * @param database name of the database
 * @param collection name of the collection; null: made from the name of the cache
 * @param connection how to talk to the servers
 * @param maxPoolSize connections to each server at most
 * @param writeConcern a number, {@code majority} or a name known to the server; null: the server's default
 * @param readPreference which servers iterators read from
 * @param replicaSet name of the replica set; null: not given
 */
public record MongodbSettings(
        MongodbAddress address,
        String database,
        @Nullable String collection,
        ConnectionSettings connection,
        int maxPoolSize,
        @Nullable String writeConcern,
        ReadPreference readPreference,
        @Nullable String replicaSet)
        implements BackendSettings {

    @Override
    public BackendKind kind() {
        return BackendKind.MONGODB;
    }
}
