package org.kennelcache.cli;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;
import java.security.GeneralSecurityException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes keysets, and other keysets of them. Keys are called by their ids, unsigned. */
final class KeysetEdits {

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot be set up", e);
        }
    }

    private KeysetEdits() {}

    /** A keyset with one new key. */
    static KeysetHandle create(Parameters parameters) {
        return build(KeysetHandle.newBuilder().addEntry(fresh(parameters).makePrimary()));
    }

    /** The same keyset with one new key at the end, which is not the primary one. */
    static KeysetHandle add(KeysetHandle keyset, Parameters parameters) {
        return build(KeysetHandle.newBuilder(keyset).addEntry(fresh(parameters)));
    }

    private static KeysetHandle.Builder.Entry fresh(Parameters parameters) {
        return KeysetHandle.generateEntryFromParameters(parameters).withRandomId();
    }

    /** The same keyset with another primary key. */
    static KeysetHandle promote(KeysetHandle keyset, int id) {
        int index = indexOf(keyset, id);
        if (!keyset.getAt(index).getStatus().equals(KeyStatus.ENABLED)) {
            throw new CommandFailedException(
                    "the key " + shown(id) + " is " + keyset.getAt(index).getStatus() + "; allowed: an enabled one");
        }
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
        builder.getAt(index).makePrimary();
        return build(builder);
    }

    /** The same keyset with one key disabled. */
    static KeysetHandle disable(KeysetHandle keyset, int id) {
        int index = indexOf(keyset, id);
        if (keyset.getAt(index).isPrimary()) {
            throw new CommandFailedException(
                    "the key " + shown(id) + " is the primary one; allowed: another, after kennel keyset promote");
        }
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
        builder.getAt(index).setStatus(KeyStatus.DISABLED);
        return build(builder);
    }

    private static int indexOf(KeysetHandle keyset, int id) {
        return IntStream.range(0, keyset.size())
                .filter(index -> keyset.getAt(index).getId() == id)
                .findFirst()
                .orElseThrow(() -> new CommandFailedException("there is no key " + shown(id) + "; there are "
                        + IntStream.range(0, keyset.size())
                                .mapToObj(index -> shown(keyset.getAt(index).getId()))
                                .collect(Collectors.joining(", "))));
    }

    /** An id as it is shown, and as Tink's own tool shows it. */
    static String shown(int id) {
        return Integer.toUnsignedString(id);
    }

    private static KeysetHandle build(KeysetHandle.Builder builder) {
        try {
            return builder.build();
        } catch (GeneralSecurityException e) {
            throw new CommandFailedException("Tink cannot make the keyset: " + e.getMessage(), e);
        }
    }
}
