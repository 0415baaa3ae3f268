package org.kennelcache.dogpile;

import java.util.List;

class HeapRegionTest extends RegionContract {

    @Override
    List<String> options() {
        return List.of("backend = memory");
    }
}
