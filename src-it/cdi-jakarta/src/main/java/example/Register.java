package example;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What it would cost to ask too often. */
@ApplicationScoped
public class Register {
    private final Map<Long, Dog> dogs = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();

    public Dog read(long id) {
        reads.incrementAndGet();
        return dogs.get(id);
    }

    public void write(Dog dog) {
        dogs.put(dog.id(), dog);
    }

    public void delete(long id) {
        dogs.remove(id);
    }

    /** How often it was asked. */
    public int reads() {
        return reads.get();
    }
}
