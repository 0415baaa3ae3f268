package org.kennelcache.cli;

import picocli.CommandLine.Option;

/** The option that says what a new key for values is made for. */
final class CipherChoice {

    @Option(
            names = "--cipher",
            paramLabel = "CIPHER",
            defaultValue = "xaes256-gcm",
            converter = Cipher.Converter.class,
            description = {
                "what a key for values is made for: ${DEFAULT-VALUE} (the default), aes256-gcm, which is faster but"
                        + " safe for 2^32 writes only, or xchacha20-poly1305"
            })
    private Cipher cipher;

    @SuppressWarnings("NullAway.Init")
    CipherChoice() {}

    Cipher cipher() {
        return cipher;
    }
}
