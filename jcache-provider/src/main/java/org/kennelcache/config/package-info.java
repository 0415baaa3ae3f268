/**
 * Immutable settings, the table of options they are made from, and the reader of oslo.config's INI files.
 *
 * <p>{@link org.kennelcache.config.ConfigurationSource} finds the text, {@link org.kennelcache.config.ManagerSettings}
 * reads it and gives the {@link org.kennelcache.config.CacheSettings} of each cache. Everything else that knows options
 * (defaults, checks, {@code docs/options.md}, {@code kennel.conf.sample}) is derived from
 * {@link org.kennelcache.config.OptionTable}.
 */
@NullMarked
package org.kennelcache.config;

import org.jspecify.annotations.NullMarked;
