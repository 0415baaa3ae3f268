package example;

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;
import org.springframework.stereotype.Service;

/** Makes prices, slowly; by the annotations of JSR-107. */
@Service
@CacheDefaults(cacheName = "prices")
public class Prices {
    private final Map<String, Integer> calculations = new ConcurrentHashMap<>();

    @CacheResult
    public Price of(String dog, int year) {
        calculations.merge(dog, 1, Integer::sum);
        return new Price(new BigDecimal(year + ".50"), "EUR");
    }

    @CachePut
    public void agree(@CacheKey String dog, @CacheKey int year, @CacheValue Price price) {}

    @CacheRemove
    public void forget(String dog, int year) {}

    @CacheRemoveAll
    public void forgetAll() {}

    public int calculations(String dog) {
        return calculations.getOrDefault(dog, 0);
    }
}
