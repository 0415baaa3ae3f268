package org.kennelcache.backend.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunksTest {

    @Test
    void forEach_manyElements_cutsThemInOrder() {
        List<Integer> elements = IntStream.range(0, 2_500).boxed().toList();

        List<List<Integer>> chunks = chunks(elements, 1);

        assertThat(chunks).extracting(List::size).containsExactly(1_000, 1_000, 500);
        assertThat(chunks.stream().flatMap(List::stream)).containsExactlyElementsOf(elements);
    }

    @Test
    void forEach_largeElements_cutsByTheirSize() {
        List<Integer> elements = Collections.nCopies(5, 0);

        assertThat(chunks(elements, 600 * 1024)).extracting(List::size).containsExactly(2, 2, 1);
    }

    @Test
    void forEach_nothing_callsNothing() {
        assertThat(chunks(List.of(), 1)).isEmpty();
    }

    private static List<List<Integer>> chunks(List<Integer> elements, long size) {
        List<List<Integer>> chunks = new ArrayList<>();
        Chunks.forEach(elements, element -> size, chunks::add);
        return chunks;
    }
}
