package org.kennelcache.spi;

/**
 * What a serializer has to know of its cache.
 *
 * @param loader the class loader of the cache manager: the only one to look classes up in, on whatever thread
 * @param valueType the declared type of the values; {@code Object} if none was declared
 * @param allowed which classes may be made out of bytes
 * @param limits how much may be made out of bytes
 */
public record SerializerSettings(ClassLoader loader, Class<?> valueType, AllowedClasses allowed, SerialLimits limits) {}
