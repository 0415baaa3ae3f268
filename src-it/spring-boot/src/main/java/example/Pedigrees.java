package example;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.CachePut;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Service;

/** Looks up pedigrees, slowly; by Spring's annotations. */
@Service
public class Pedigrees {
    private final Map<String, Integer> lookups = new ConcurrentHashMap<>();

    /** One lookup for each dog, however many ask at once. */
    @Cacheable(cacheNames = "pedigrees", sync = true)
    public Pedigree of(String dog) {
        return lookUp(dog);
    }

    /** Null for a dog without one; that is kept, too. */
    @Cacheable("pedigrees")
    public Pedigree ofStray(String dog) {
        lookups.merge(dog, 1, Integer::sum);
        return null;
    }

    @CachePut("pedigrees")
    public Pedigree lookUp(String dog) {
        lookups.merge(dog, 1, Integer::sum);
        return new Pedigree(dog, List.of("Rolf", "Laika"));
    }

    @CacheEvict("pedigrees")
    public void forget(String dog) {}

    public int lookups(String dog) {
        return lookups.getOrDefault(dog, 0);
    }
}
