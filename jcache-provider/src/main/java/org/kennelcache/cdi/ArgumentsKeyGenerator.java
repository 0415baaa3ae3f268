package org.kennelcache.cdi;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import javax.cache.annotation.CacheInvocationParameter;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheKeyInvocationContext;
import javax.cache.annotation.GeneratedCacheKey;

/** Makes an {@link ArgumentsKey}; for methods that name no other generator. */
final class ArgumentsKeyGenerator implements CacheKeyGenerator {

    @Override
    public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<? extends Annotation> invocation) {
        return ArgumentsKey.of(Arrays.stream(invocation.getKeyParameters())
                .map(CacheInvocationParameter::getValue)
                .toArray());
    }
}
