package org.kennelcache.jcache;

import java.lang.management.ManagementFactory;
import javax.cache.CacheException;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The two MXBeans of a cache (JSR-107 1.1.1, section 11), in the platform's MBean server. Registering what is registered,
 * and unregistering what is not, does nothing.
 */
final class CacheBeans {

    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

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
        register(new StatisticsBean(cache.region().statistics()), statistics);
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

    private static void register(Object bean, ObjectName name) {
        try {
            SERVER.registerMBean(bean, name);
        } catch (InstanceAlreadyExistsException e) {
            // Registered before, by this cache or by one of the same name in another class loader.
        } catch (JMException e) {
            throw new CacheException("cannot register " + name, e);
        }
    }

    private static void unregister(ObjectName name) {
        try {
            SERVER.unregisterMBean(name);
        } catch (InstanceNotFoundException e) {
            // Never registered, or gone already.
        } catch (JMException e) {
            throw new CacheException("cannot unregister " + name, e);
        }
    }
}
