/**
 * Spring's cache abstraction on Kennel, for {@code sync = true} across JVMs. Spring is an optional dependency:
 * {@code org.springframework:spring-context-support}, and {@code org.springframework.boot:spring-boot-autoconfigure}, which does
 * without a line of code what {@link org.kennelcache.spring.RegionCacheManager} is for.
 */
@NullMarked
package org.kennelcache.spring;

import org.jspecify.annotations.NullMarked;
