package org.kennelcache.codec;

import java.io.Serializable;

/**
 * Stands in a stream of Java serialisation for an object that is immutable but not Serializable, and so is handed over
 * beside the stream.
 *
 * @param index where it is in the list of those objects
 */
record Handover(int index) implements Serializable {}
