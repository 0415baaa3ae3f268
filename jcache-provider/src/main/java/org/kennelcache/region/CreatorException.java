package org.kennelcache.region;

import java.util.function.Function;
import javax.cache.processor.EntryProcessorException;
import org.jspecify.annotations.Nullable;

/**
 * What a creator threw, told from what a region throws: whoever asked for the value, or waited for another caller that
 * made it, is given it as that one's own contract says. Never reaches an application, but in the log.
 */
public final class CreatorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Throwable failure;

    private CreatorException(String creator, Throwable failure) {
        super("a creator failed: " + creator, failure, false, false);
        this.failure = failure;
    }

    /** Calls a creator. What it throws is wrapped, but for a {@link VirtualMachineError}, which is thrown as it is. */
    public static <T, R extends @Nullable Object> R wrapping(Function<? super T, ? extends R> creator, T argument) {
        try {
            return creator.apply(argument);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw new CreatorException(creator.getClass().getName(), e);
        }
    }

    /** Throws what the creator threw. */
    public RuntimeException rethrown() {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    /** What an entry processor that is given the failure throws. */
    public EntryProcessorException asProcessorFailure() {
        return failure instanceof EntryProcessorException own
                ? own
                : new EntryProcessorException(getMessage(), failure);
    }
}
