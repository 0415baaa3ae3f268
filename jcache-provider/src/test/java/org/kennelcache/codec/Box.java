package org.kennelcache.codec;

import java.io.Serializable;

/** Something mutable that equals what has the same number in it. */
final class Box implements Serializable {

    private static final long serialVersionUID = 1L;

    int number;

    Box(int number) {
        this.number = number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Box box && number == box.number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return "Box " + number;
    }
}
