package org.kennelcache.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the id of a key: an unsigned number of 32 bits. */
final class KeyId implements ITypeConverter<Integer> {

    KeyId() {}

    @Override
    public Integer convert(String text) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is no id of a key; allowed: one that keyset show prints");
        }
    }
}
