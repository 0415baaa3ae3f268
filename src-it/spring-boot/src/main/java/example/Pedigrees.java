package example;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.CachePut;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Service;

/** Looks up pedigrees, slowly; by Spring's annotations. */
@Service
public class Pedigrees {
    private static final long LOOKUP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Map<String, Integer> lookups = new ConcurrentHashMap<>();

    /** One lookup for each dog, however many threads and JVMs ask at once. */
    @Cacheable(cacheNames = "pedigrees", sync = true)
    public Pedigree of(String dog) {
        return lookUp(dog);
    }

    /** Null for a dog without one; that is kept, too. */
    @Cacheable(cacheNames = "pedigrees", sync = true)
    public Pedigree ofStray(String dog) {
        lookups.merge(dog, 1, Integer::sum);
        return null;
    }

    /** Fails, and so is called again. */
    @Cacheable(cacheNames = "pedigrees", sync = true)
    public Pedigree ofImpostor(String dog) throws IOException {
        lookups.merge(dog, 1, Integer::sum);
        throw new IOException(dog + " is a cat");
    }

    @CachePut("pedigrees")
    public Pedigree lookUp(String dog) {
        lookups.merge(dog, 1, Integer::sum);
        LockSupport.parkNanos(LOOKUP_NANOS);
        return new Pedigree(dog, List.of("Rolf", "Laika"));
    }

    @CacheEvict("pedigrees")
    public void forget(String dog) {}

    public int lookups(String dog) {
        return lookups.getOrDefault(dog, 0);
    }
}
