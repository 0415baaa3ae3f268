/**
 * MongoDB as a store: one server, a replica set or a sharded cluster; one collection for each cache, one document for
 * each entry.
 *
 * <p>{@link org.kennelcache.backend.mongodb.MongodbBackend} owns the driver's client,
 * {@link org.kennelcache.backend.mongodb.CollectionBackend} holds the operations,
 * {@link org.kennelcache.backend.mongodb.Filters} says which documents they mean,
 * {@link org.kennelcache.backend.mongodb.Failures} what went wrong. No operation needs anything that MongoDB 4.4 lacks:
 * neither transactions nor updates by pipelines.
 */
@NullMarked
package org.kennelcache.backend.mongodb;

import org.jspecify.annotations.NullMarked;
