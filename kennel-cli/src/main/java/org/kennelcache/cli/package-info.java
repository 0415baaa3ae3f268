/** The command line tool for operators: checks configuration files and prints what can stand in them. */
@NullMarked
package org.kennelcache.cli;

import org.jspecify.annotations.NullMarked;
