package org.kennelcache.config;

/**
 * A keyset and how to get at it.
 *
 * @param source where it is
 * @param wrapping how it is protected
 */
public record KeysetSettings(KeysetSource source, KeysetWrapping wrapping) {}
