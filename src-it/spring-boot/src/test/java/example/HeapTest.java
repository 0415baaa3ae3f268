package example;

import java.net.URI;

/** Caches on the heap. */
class HeapTest extends CachingContract {
    @Override
    URI configuration() {
        return URI.create("classpath:heap.conf");
    }
}
