/**
 * The annotations of {@code javax.cache.annotation} on beans of Jakarta CDI 4.
 *
 * <p>{@link org.kennelcache.cdi.CachingExtension} is found by the container and registers one interceptor for each of the four
 * annotations. What an annotated method means is worked out once, by {@code MethodTable}; {@code SharedResults} sees to it that
 * a method runs once however many callers, in however many JVMs, miss its result.
 */
@NullMarked
package org.kennelcache.cdi;

import org.jspecify.annotations.NullMarked;
