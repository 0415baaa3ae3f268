package org.kennelcache.jcache;

import java.util.Map;
import javax.cache.management.CacheStatisticsMXBean;

/** The standard's statistics, and what Kennel counts besides. */
public interface KennelStatisticsMXBean extends CacheStatisticsMXBean {

    /**
     * How often a record on a server was none of the cache's entries, for each reason that occurred. Always counted, by
     * this JVM, each time that such a record was met.
     *
     * <p>Reasons: {@code TOO_LARGE}, {@code FOREIGN}, {@code UNKNOWN_FORMAT}, {@code DAMAGED}, {@code SEALED},
     * {@code NOT_SEALED}, {@code UNKNOWN_KEY}, {@code BAD_SEAL}, {@code OTHER_KEY}, {@code UNREADABLE}.
     *
     * @return numbers by reason
     */
    Map<String, Long> getUndecodableRecords();
}
