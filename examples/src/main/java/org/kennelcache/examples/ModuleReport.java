package org.kennelcache.examples;

import java.io.Serializable;

/**
 * What there is to know of a module of the JDK.
 *
 * @param module the name of the module
 * @param classes how many class files it has
 * @param bytes how long they are together
 * @param largestClass the longest of them
 * @param sha256 of all its class files, in the order of their names
 */
record ModuleReport(String module, int classes, long bytes, String largestClass, String sha256)
        implements Serializable {}
