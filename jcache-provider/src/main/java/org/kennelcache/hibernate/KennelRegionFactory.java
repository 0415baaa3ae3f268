package org.kennelcache.hibernate;

import java.util.List;
import java.util.stream.Stream;
import org.hibernate.cache.CacheException;
import org.hibernate.cache.cfg.spi.DomainDataCachingConfig;
import org.hibernate.cache.cfg.spi.DomainDataRegionBuildingContext;
import org.hibernate.cache.cfg.spi.DomainDataRegionConfig;
import org.hibernate.cache.jcache.internal.JCacheRegionFactory;
import org.hibernate.cache.spi.DomainDataRegion;
import org.hibernate.cache.spi.access.AccessType;

/**
 * Hibernate's region factory for JCache, without the strategy that no JCache provider can keep: {@code TRANSACTIONAL}
 * is refused, where {@code hibernate.cache.region.factory_class = jcache} warns and goes on, and shows uncommitted
 * changes.
 *
 * <p>The value of {@code hibernate.cache.region.factory_class} is this class's name. All other settings are those of
 * {@code hibernate-jcache}; made by Hibernate, which throws what is refused when its session factory is built.
 */
public class KennelRegionFactory extends JCacheRegionFactory {

    private static final long serialVersionUID = 1L;

    /** As Hibernate makes it. */
    public KennelRegionFactory() {}

    /**
     * {@inheritDoc}
     *
     * @throws CacheException if an entity, a natural id or a collection asks for {@code TRANSACTIONAL}
     */
    @Override
    public DomainDataRegion buildDomainDataRegion(
            DomainDataRegionConfig region, DomainDataRegionBuildingContext context) {
        Stream.of(region.getEntityCaching(), region.getNaturalIdCaching(), region.getCollectionCaching())
                .flatMap(List::stream)
                .filter(cached -> cached.getAccessType() == AccessType.TRANSACTIONAL)
                .findFirst()
                .ifPresent(KennelRegionFactory::refuse);
        return super.buildDomainDataRegion(region, context);
    }

    private static void refuse(DomainDataCachingConfig cached) {
        throw new CacheException(cached.getNavigableRole().getFullPath()
                + " is to be cached as TRANSACTIONAL, which takes a cache that is part of JTA transactions; JCache has"
                + " none. Allowed are READ_ONLY, NONSTRICT_READ_WRITE and READ_WRITE");
    }
}
