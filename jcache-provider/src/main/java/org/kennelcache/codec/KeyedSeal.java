package org.kennelcache.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.kennelcache.codec.Rejection.Reason;
import org.kennelcache.spi.Keyring;
import org.kennelcache.spi.SealingKeys;

/**
 * Seals payloads by the keys of a {@link Keyring}, and takes nothing that is not sealed.
 *
 * <p>The associated data are, each but the last with its length before it: {@code kennel record}, the config prefix,
 * the name of the cache, the stored name, and the whole header. So a payload opens only in the cache, under the name
 * and with the version, the times, the codec id, the compression and the key id that it was sealed with.
 */
final class KeyedSeal implements Seal {

    private static final String PURPOSE = "kennel record";

    private final Keyring keyring;
    private final byte[] cache;

    KeyedSeal(Keyring keyring, String configPrefix, String cacheName) {
        this.keyring = keyring;
        cache = new KeyOutput()
                .putString(PURPOSE)
                .putString(configPrefix)
                .putString(cacheName)
                .toBytes();
    }

    @Override
    public Frame seal(Frame clear, String name) {
        SealingKeys keys = keyring.current();
        Header header = clear.header().sealedBy(keys.sealingKeyId());
        return new Frame(header, Bytes.of(keys.seal(clear.payload().exact(), context(header, name))));
    }

    @Override
    public Bytes open(Frame sealed, String name) throws RejectedException {
        Header header = sealed.header();
        if (!header.isSealed()) {
            throw new RejectedException(
                    Reason.NOT_SEALED, "the record is not sealed; this cache has an encryption_keyset");
        }
        SealingKeys keys = keyring.current();
        try {
            return Bytes.of(keys.open(sealed.payload().exact(), context(header, name)));
        } catch (GeneralSecurityException e) {
            throw keys.canOpen(header.keyId().copy())
                    ? new RejectedException(
                            Reason.BAD_SEAL,
                            "the seal does not fit: the record was changed, moved, or not made by this cache")
                    : new RejectedException(
                            Reason.UNKNOWN_KEY,
                            "the record is sealed by a key that encryption_keyset does not hold or disables");
        }
    }

    private byte[] context(Header header, String name) {
        ByteBuffer context = ByteBuffer.allocate(cache.length + Integer.BYTES + name.length() + header.length());
        context.put(cache).putInt(name.length()).put(name.getBytes(StandardCharsets.ISO_8859_1));
        header.write(context);
        return context.array();
    }
}
