package org.kennelcache.config;

/** What a cache's store needs to know; one record for each kind of backend. */
public sealed interface BackendSettings
        permits MemorySettings, NullSettings, RedisSettings, MemcachedSettings, MongodbSettings, OtherSettings {

    /** Returns the kind of the backend. */
    BackendKind kind();
}
