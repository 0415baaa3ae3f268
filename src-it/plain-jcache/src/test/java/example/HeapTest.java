package example;

import java.net.URI;

/** Caches on the heap. */
class HeapTest extends PlainJCacheContract {
    @Override
    URI configuration() {
        return URI.create("classpath:example/heap.conf");
    }
}
