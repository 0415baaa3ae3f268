package org.kennelcache.cdi;

import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * When a call changes the cache.
 *
 * @param afterInvocation after the method, or before it
 * @param onFailure for which exceptions of the method it does so after it
 */
record Effect(boolean afterInvocation, ExceptionRule onFailure) {

    /**
     * Calls the method and changes the cache.
     *
     * @return what the method returns
     * @throws Exception what the method throws, with a failure of the change suppressed; else a failure of the change
     */
    @Nullable
    Object around(InvocationContext context, Runnable change) throws Exception {
        if (!afterInvocation) {
            change.run();
            return context.proceed();
        }
        Object result;
        try {
            result = context.proceed();
        } catch (Throwable failure) {
            if (onFailure.includes(failure)) {
                attempt(change, failure);
            }
            throw failure;
        }
        change.run();
        return result;
    }

    /** Runs what comes after a failure, which remains the one that the caller hears of. */
    static void attempt(Runnable change, Throwable failure) {
        try {
            change.run();
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }
}
