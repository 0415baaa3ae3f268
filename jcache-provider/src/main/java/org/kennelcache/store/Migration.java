package org.kennelcache.store;

import java.util.Collection;

/**
 * What happens to records that were stored before encryption was switched on.
 *
 * @param <K> the type of the keys
 */
interface Migration<K> {

    /** They stay where they are, and nobody looks at them. */
    static <K> Migration<K> none() {
        return new Migration<>() {
            @Override
            public void bring(Collection<Located<K>> keys) {}

            @Override
            public void bringAll() {}

            @Override
            public void clear() {}

            @Override
            public void drop() {}
        };
    }

    /** Makes sure that there is no such record for these keys any more; to be called before each operation on them. */
    void bring(Collection<Located<K>> keys);

    /** The same for all keys. */
    void bringAll();

    /** Removes such records. */
    void clear();

    /** The same, when the cache ends. */
    void drop();
}
