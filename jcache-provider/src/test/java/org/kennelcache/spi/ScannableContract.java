package org.kennelcache.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Backend} has to do that says what it holds. */
public abstract class ScannableContract extends BackendContract {

    private Scannable scannable() {
        return backend().capability(Scannable.class).orElseThrow();
    }

    private static Set<String> namesFrom(Scannable scannable, String prefix) {
        Set<String> names = new HashSet<>();
        try (Scannable.Cursor cursor = scannable.scan(prefix)) {
            cursor.forEachRemaining(met -> names.add(met.name()));
        }
        return names;
    }

    @Test
    void scan_moreThanABatch_meetsEveryRecordOfThePrefixAndNoOther() {
        Map<String, StoredRecord.Draft> drafts = numbered(Backend.MAX_BATCH);
        backend().putAll(drafts);
        Map<String, StoredRecord.Draft> more = new HashMap<>();
        drafts.forEach((stored, draft) -> more.put(stored + "+", draft));
        backend().putAll(more);
        drafts.putAll(more);
        backend().commit("other-" + name, Version.ANY, draft("other"));

        assertThat(namesFrom(scannable(), prefix)).isEqualTo(drafts.keySet());
        backend().removeAll(List.of("other-" + name));
    }

    @Test
    void scan_record_comesWithItsBytesAndItsVersion() {
        StoredRecord.Draft draft = draft("first");
        backend().commit(name, Version.ANY, draft);

        try (Scannable.Cursor cursor = scannable().scan(prefix)) {
            Scannable.Named met = cursor.next();
            assertThat(met.name()).isEqualTo(name);
            assertThat(met.record().bytes()).isEqualTo(draft.bytes());
            assertThat(backend().remove(name, met.record().version())).isTrue();
        }
    }

    @Test
    void scan_nothingThere_isAtItsEnd() {
        try (Scannable.Cursor cursor = scannable().scan(prefix)) {
            assertThat(cursor.hasNext()).isFalse();
        }
    }

    @Test
    void scan_closed_isAtItsEnd() {
        backend().putAll(numbered(3));
        Scannable.Cursor cursor = scannable().scan(prefix);
        cursor.next();
        cursor.close();
        cursor.close();

        assertThat(cursor.hasNext()).isFalse();
    }

    @Test
    void scanAndClear_prefixWithSpecialCharacters_meansThemLiterally() {
        String special = prefix + "a*?[b]\\^$.:";
        String similar = prefix + "abcb$x:";
        backend().putAll(Map.of(special + "1", draft("special"), similar + "1", draft("similar")));

        assertThat(namesFrom(scannable(), special)).containsExactly(special + "1");
        scannable().clear(special);
        assertThat(namesFrom(scannable(), prefix)).containsExactly(similar + "1");
    }

    @Test
    void clear_prefix_removesItsRecordsAndNoOther() {
        backend().putAll(numbered(Backend.MAX_BATCH));
        String other = prefix.replace(':', ';') + "other";
        backend().commit(other, Version.ANY, draft("other"));

        scannable().clear(prefix);

        assertThat(namesFrom(scannable(), prefix)).isEmpty();
        assertThat(backend().get(other)).isPresent();
        backend().removeAll(List.of(other));
    }
}
