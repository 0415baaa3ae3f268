package org.kennelcache.codec;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's maps, which are all equal to one another if their entries are: the number of entries, the key and the value
 * of each, sorted by their bytes. A map with a comparator has another equality and is not written in this form.
 */
final class MapForm implements KeyForm {

    private final KeyForms forms;

    MapForm(KeyForms forms) {
        this.forms = forms;
    }

    @Override
    public int tag() {
        return 44;
    }

    @Override
    public boolean fits(Object key) {
        return key instanceof Map<?, ?>
                && JdkImmutables.isOfJdk(key.getClass())
                && !(key instanceof SortedMap<?, ?> sorted && sorted.comparator() != null);
    }

    @Override
    public void write(Object key, KeyOutput out) {
        Map<?, ?> map = (Map<?, ?>) key;
        byte[][] entries =
                map.entrySet().stream().map(entry -> part(entry, out)).toArray(byte[][]::new);
        Arrays.sort(entries, Arrays::compareUnsigned);
        out.putInt(entries.length);
        for (byte[] entry : entries) {
            out.putBytes(entry);
        }
    }

    private byte[] part(Map.Entry<?, ?> entry, KeyOutput out) {
        KeyOutput part = out.part();
        forms.write(entry.getKey(), part);
        forms.write(entry.getValue(), part);
        out.dependOn(part);
        return part.toBytes();
    }

    @Override
    public Object read(KeyInput in) {
        int count = in.getCount();
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            map.put(forms.read(in), forms.read(in));
        }
        return map;
    }
}
