package example;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.annotation.Annotation;
import java.util.Locale;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheKeyInvocationContext;
import javax.cache.annotation.GeneratedCacheKey;

/** A bean, so it could have others injected. */
@ApplicationScoped
public class IgnoringCase implements CacheKeyGenerator {

    @Override
    public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<? extends Annotation> invocation) {
        Object name = invocation.getKeyParameters()[0].getValue();
        return new Key(name.toString().toLowerCase(Locale.ROOT));
    }

    public record Key(String name) implements GeneratedCacheKey {}
}
