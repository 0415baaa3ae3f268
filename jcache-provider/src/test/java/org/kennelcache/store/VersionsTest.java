package org.kennelcache.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kennelcache.codec.Bytes;
import org.kennelcache.spi.StoredRecord;

class VersionsTest {

    @Test
    void next_manyTimes_neverRepeats() {
        Versions versions = new Versions(new Random());
        Set<Bytes> seen = new HashSet<>();

        for (int i = 0; i < 10_000; i++) {
            seen.add(versions.next());
        }

        assertThat(seen)
                .hasSize(10_000)
                .allSatisfy(version -> assertThat(version.length()).isEqualTo(StoredRecord.VERSION_LENGTH));
    }

    @Test
    void next_anotherOperation_isFarFromTheFirst() {
        Random random = new Random(1);
        byte[] first = new Versions(random).next().copy();
        byte[] second = new Versions(random).next().copy();

        int same = 0;
        for (int i = 0; i < first.length; i++) {
            same += first[i] == second[i] ? 1 : 0;
        }
        assertThat(same).isLessThan(first.length / 2);
    }
}
