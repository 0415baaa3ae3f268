package org.kennelcache.jcache;

import java.util.Map;
import org.kennelcache.region.Region;
import org.kennelcache.region.Statistics;

/** A cache's statistics, as JMX shows them. */
record StatisticsBean(Region<?, ?> region) implements KennelStatisticsMXBean {

    private Statistics statistics() {
        return region.statistics();
    }

    @Override
    public Map<String, Long> getUndecodableRecords() {
        return region.undecodableRecords();
    }

    @Override
    public void clear() {
        statistics().clear();
    }

    @Override
    public long getCacheHits() {
        return statistics().hits();
    }

    @Override
    public float getCacheHitPercentage() {
        return percentage(getCacheHits());
    }

    @Override
    public long getCacheMisses() {
        return statistics().misses();
    }

    @Override
    public float getCacheMissPercentage() {
        return percentage(getCacheMisses());
    }

    @Override
    public long getCacheGets() {
        return getCacheHits() + getCacheMisses();
    }

    @Override
    public long getCachePuts() {
        return statistics().puts();
    }

    @Override
    public long getCacheRemovals() {
        return statistics().removals();
    }

    @Override
    public long getCacheEvictions() {
        return statistics().evictions();
    }

    @Override
    public float getAverageGetTime() {
        return statistics().averageGetMicros();
    }

    @Override
    public float getAveragePutTime() {
        return statistics().averagePutMicros();
    }

    @Override
    public float getAverageRemoveTime() {
        return statistics().averageRemoveMicros();
    }

    private float percentage(long part) {
        long gets = getCacheGets();
        return gets == 0 ? 0 : 100f * part / gets;
    }
}
