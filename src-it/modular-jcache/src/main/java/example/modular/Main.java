package example.modular;

import java.util.ArrayList;
import java.util.List;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;

/** Prints which module the provider comes from and what its caches give back; {@code ModulesTest} compares. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        try (CachingProvider provider = Caching.getCachingProvider();
                CacheManager manager = provider.getCacheManager()) {
            System.out.println("application: " + Main.class.getModule());
            System.out.println("provider: " + provider.getClass().getModule());
            Cache<String, List<String>> litters = manager.createCache("litters", new MutableConfiguration<>());
            litters.put("Laika", new ArrayList<>(List.of("Rex", "Bello")));
            System.out.println("list: " + litters.get("Laika"));
            Cache<String, Dog> dogs = manager.createCache("dogs", new MutableConfiguration<>());
            Dog rex = new Dog("Rex", 3);
            dogs.put("Rex", rex);
            rex.growOlder();
            System.out.println("value of a closed package: " + dogs.get("Rex"));
        }
    }
}
