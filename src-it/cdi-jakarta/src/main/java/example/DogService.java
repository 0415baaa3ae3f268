package example;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;

@ApplicationScoped
@CacheDefaults(cacheName = "dogs")
public class DogService {
    private final Register register;

    @Inject
    public DogService(Register register) {
        this.register = register;
    }

    DogService() {
        this(null);
    }

    @CacheResult(exceptionCacheName = "missing-dogs", cachedExceptions = NoSuchDogException.class)
    public Dog find(long id) throws NoSuchDogException {
        Dog dog = register.read(id);
        if (dog == null) {
            throw new NoSuchDogException(id);
        }
        return dog;
    }

    @CacheResult(skipGet = true)
    public Dog findAgain(long id) {
        return register.read(id);
    }

    @CachePut
    public void save(long id, @CacheValue Dog dog) {
        register.write(dog);
    }

    @CacheRemove
    public void delete(@CacheKey long id, String reason) {
        register.delete(id);
    }

    @CacheRemoveAll
    public void forgetAll() {}

    @CacheResult(cacheName = "names", cacheKeyGenerator = IgnoringCase.class, cacheResolverFactory = SmallCaches.class)
    public Integer idOf(String name) {
        register.read(0);
        return name.length();
    }
}
