package org.kennelcache.cli;

import com.google.crypto.tink.aead.AeadParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What keys for values can be made for. */
enum Cipher {
    XAES256_GCM("xaes256-gcm", PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE),
    AES256_GCM("aes256-gcm", PredefinedAeadParameters.AES256_GCM),
    XCHACHA20_POLY1305("xchacha20-poly1305", PredefinedAeadParameters.XCHACHA20_POLY1305);

    private final String name;
    private final AeadParameters parameters;

    Cipher(String name, AeadParameters parameters) {
        this.name = name;
        this.parameters = parameters;
    }

    AeadParameters parameters() {
        return parameters;
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name;
    }

    /** Finds a cipher by its name on the command line. */
    static final class Converter implements ITypeConverter<Cipher> {

        Converter() {}

        @Override
        public Cipher convert(String text) {
            return Arrays.stream(values())
                    .filter(cipher -> cipher.name.equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no cipher; allowed: " + Arrays.toString(values())));
        }
    }
}
