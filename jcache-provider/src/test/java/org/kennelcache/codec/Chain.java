package org.kennelcache.codec;

import java.io.Serializable;

/** A mutable node of a linked list. */
final class Chain implements Serializable {

    private static final long serialVersionUID = 1L;

    int number;
    Chain next;

    Chain(int number, Chain next) {
        this.number = number;
        this.next = next;
    }

    static Chain ofLength(int length) {
        Chain chain = null;
        for (int i = 0; i < length; i++) {
            chain = new Chain(i, chain);
        }
        return chain;
    }
}
