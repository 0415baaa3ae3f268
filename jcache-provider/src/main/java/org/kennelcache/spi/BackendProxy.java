package org.kennelcache.spi;

/**
 * Decorates backends. A class that the option {@code proxies} names implements this and has a public constructor
 * without parameters; one instance is made for each cache.
 */
@FunctionalInterface
public interface BackendProxy {

    /**
     * Puts something around a backend.
     *
     * @param next what goes on; its owner closes it
     * @return what is called instead; {@link ForwardingBackend} is a start
     */
    Backend wrap(Backend next);
}
