package org.kennelcache.codec;

/** Constants of enums: the name of the enum and of the constant. */
final class EnumForm implements KeyForm {

    private final ClassFinder finder;

    EnumForm(ClassFinder finder) {
        this.finder = finder;
    }

    @Override
    public int tag() {
        return 40;
    }

    @Override
    public boolean fits(Object key) {
        return key instanceof Enum<?>;
    }

    @Override
    public void write(Object key, KeyOutput out) {
        Enum<?> constant = (Enum<?>) key;
        out.putString(finder.nameOf(constant.getDeclaringClass())).putString(constant.name());
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // the type parameter of an enum is the enum itself
    public Object read(KeyInput in) {
        Class<? extends Enum> type = finder.find(in.getString(), Enum.class);
        return Enum.valueOf(type, in.getString());
    }
}
