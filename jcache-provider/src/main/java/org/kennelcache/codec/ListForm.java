package org.kennelcache.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JDK's lists, which are all equal to one another if their elements are: the number of elements, each element. */
final class ListForm implements KeyForm {

    private final KeyForms forms;

    ListForm(KeyForms forms) {
        this.forms = forms;
    }

    @Override
    public int tag() {
        return 42;
    }

    @Override
    public boolean fits(Object key) {
        return key instanceof List<?> && JdkImmutables.isOfJdk(key.getClass());
    }

    @Override
    public void write(Object key, KeyOutput out) {
        List<?> list = (List<?>) key;
        out.putInt(list.size());
        list.forEach(element -> forms.write(element, out));
    }

    @Override
    public Object read(KeyInput in) {
        int count = in.getCount();
        List<@Nullable Object> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(forms.read(in));
        }
        return list;
    }
}
