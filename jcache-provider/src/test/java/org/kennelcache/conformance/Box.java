package org.kennelcache.conformance;

import java.io.Serializable;

/** A value, or an unwise key, that can be changed. */
final class Box implements Serializable {

    private static final long serialVersionUID = 1L;

    private long content;

    Box(long content) {
        this.content = content;
    }

    void change() {
        content = -1;
    }

    Box copy() {
        return new Box(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Box that && content == that.content;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(content);
    }

    @Override
    public String toString() {
        return "Box[" + content + "]";
    }
}
