package org.kennelcache.cdi;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What the statistics MXBean of a cache says. */
final class Statistics {

    private Statistics() {}

    static List<Object> of(String cache, String... attributes) throws Exception {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = beans.queryNames(
                        new ObjectName("javax.cache:type=CacheStatistics,Cache=" + cache + ",*"), null)
                .iterator()
                .next();
        List<Object> values = new ArrayList<>();
        for (String attribute : attributes) {
            values.add(beans.getAttribute(name, attribute));
        }
        return values;
    }
}
