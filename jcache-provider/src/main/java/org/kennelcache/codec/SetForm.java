package org.kennelcache.codec;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's sets, which are all equal to one another if their elements are: the number of elements, each element,
 * sorted by their bytes. A set with a comparator has another equality and is not written in this form.
 */
final class SetForm implements KeyForm {

    private final KeyForms forms;

    SetForm(KeyForms forms) {
        this.forms = forms;
    }

    @Override
    public int tag() {
        return 43;
    }

    @Override
    public boolean fits(Object key) {
        return key instanceof Set<?>
                && JdkImmutables.isOfJdk(key.getClass())
                && !(key instanceof SortedSet<?> sorted && sorted.comparator() != null);
    }

    @Override
    public void write(Object key, KeyOutput out) {
        Set<?> set = (Set<?>) key;
        byte[][] elements = set.stream().map(element -> part(element, out)).toArray(byte[][]::new);
        Arrays.sort(elements, Arrays::compareUnsigned);
        out.putInt(elements.length);
        for (byte[] element : elements) {
            out.putBytes(element);
        }
    }

    private byte[] part(@Nullable Object element, KeyOutput out) {
        KeyOutput part = out.part();
        forms.write(element, part);
        out.dependOn(part);
        return part.toBytes();
    }

    @Override
    public Object read(KeyInput in) {
        int count = in.getCount();
        Set<@Nullable Object> set = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            set.add(forms.read(in));
        }
        return set;
    }
}
