package example;

import java.net.URI;
import java.net.URISyntaxException;

/** The second-level cache on the heap. */
class HeapTest extends SecondLevelCacheContract {
    @Override
    URI configuration() {
        return resource("heap.conf");
    }

    static URI resource(String name) {
        try {
            return HeapTest.class.getResource(name).toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
