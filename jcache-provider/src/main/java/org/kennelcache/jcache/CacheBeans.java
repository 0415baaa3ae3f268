package org.kennelcache.jcache;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Set;
import javax.cache.CacheException;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The two MXBeans of a cache (JSR-107 1.1.1, section 11), in the platform's MBean server.
 *
 * <p>The standard's names don't tell class loaders apart: of two caches with the same name and manager URI, the first
 * one is shown, for as long as it is there. Not thread-safe: the cache calls one method at a time.
 */
final class CacheBeans {

    private static final Logger LOGGER = System.getLogger(CacheBeans.class.getName());
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    private final Set<ObjectName> shown = new HashSet<>();
    private final ObjectName configuration;
    private final ObjectName statistics;

    CacheBeans(String managerUri, String cacheName) {
        this.configuration = name("CacheConfiguration", managerUri, cacheName);
        this.statistics = name("CacheStatistics", managerUri, cacheName);
    }

    void showConfiguration(KennelCache<?, ?> cache) {
        register(new ConfigurationBean(cache), configuration);
    }

    void hideConfiguration() {
        unregister(configuration);
    }

    void showStatistics(KennelCache<?, ?> cache) {
        register(new StatisticsBean(cache.region()), statistics);
    }

    void hideStatistics() {
        unregister(statistics);
    }

    private static ObjectName name(String type, String managerUri, String cacheName) {
        try {
            return new ObjectName(
                    "javax.cache:type=" + type + ",CacheManager=" + safe(managerUri) + ",Cache=" + safe(cacheName));
        } catch (JMException e) {
            throw new CacheException("no JMX name for cache \"" + cacheName + "\" of manager " + managerUri, e);
        }
    }

    /** As the specification replaces what an object name can't have; and wildcards, which it forgets. */
    private static String safe(String text) {
        return text.replaceAll("[,:=\n*?\"]", ".");
    }

    private void register(Object bean, ObjectName name) {
        try {
            SERVER.registerMBean(bean, name);
            shown.add(name);
        } catch (InstanceAlreadyExistsException e) {
            LOGGER.log(Level.DEBUG, "{0} is shown already", name);
        } catch (JMException e) {
            throw new CacheException("cannot register " + name, e);
        }
    }

    private void unregister(ObjectName name) {
        if (!shown.remove(name)) {
            return;
        }
        try {
            SERVER.unregisterMBean(name);
        } catch (InstanceNotFoundException e) {
            LOGGER.log(Level.DEBUG, "somebody else has unregistered {0}", name);
        } catch (JMException e) {
            throw new CacheException("cannot unregister " + name, e);
        }
    }
}
