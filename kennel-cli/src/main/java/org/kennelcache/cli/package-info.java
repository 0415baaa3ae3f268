/**
 * The command line tool for operators: checks configuration files, prints what can stand in them, and makes keysets.
 */
@NullMarked
package org.kennelcache.cli;

import org.jspecify.annotations.NullMarked;
