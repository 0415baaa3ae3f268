package org.kennelcache.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kennelcache.spi.SealingKeys;

/** The keys of two Tink keysets. A key id is that of Tink, big-endian. */
final class TinkSealingKeys implements SealingKeys {

    private final Aead aead;
    private final PrfSet prf;
    private final int sealingKeyId;
    private final Set<Integer> openingKeyIds;

    private TinkSealingKeys(Aead aead, PrfSet prf, KeysetHandle values) {
        this.aead = aead;
        this.prf = prf;
        sealingKeyId = values.getPrimary().getId();
        openingKeyIds = IntStream.range(0, values.size())
                .mapToObj(values::getAt)
                .filter(entry -> entry.getStatus().equals(KeyStatus.ENABLED))
                .map(KeysetHandle.Entry::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The keys of two keysets, after a trial.
     *
     * @throws IllegalArgumentException if one of them can't do its work
     */
    static TinkSealingKeys of(Keysets keysets) {
        return new TinkSealingKeys(aead(keysets.values()), prf(keysets.names()), keysets.values());
    }

    private static Aead aead(KeysetHandle keyset) {
        try {
            Aead aead = Primitives.aead(keyset);
            aead.decrypt(aead.encrypt(new byte[0], new byte[0]), new byte[0]);
            return aead;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "encryption_keyset: the keyset \"aead\" cannot seal; allowed: keys for Tink's Aead", e);
        }
    }

    private static PrfSet prf(KeysetHandle keyset) {
        try {
            PrfSet prf = Primitives.prf(keyset);
            prf.computePrimary(new byte[0], NAME_LENGTH);
            return prf;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "encryption_keyset: the keyset \"prf\" cannot make names; allowed: keys for Tink's PrfSet that"
                            + " give "
                            + NAME_LENGTH + " bytes, such as HMAC_SHA256_PRF",
                    e);
        }
    }

    @Override
    public byte[] sealingKeyId() {
        return ByteBuffer.allocate(Integer.BYTES).putInt(sealingKeyId).array();
    }

    @Override
    public boolean canOpen(byte[] keyId) {
        return keyId.length == Integer.BYTES
                && openingKeyIds.contains(ByteBuffer.wrap(keyId).getInt());
    }

    @Override
    public byte[] seal(byte[] plain, byte[] context) {
        try {
            return aead.encrypt(plain, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that has sealed before cannot seal " + plain.length + " bytes", e);
        }
    }

    @Override
    public byte[] open(byte[] sealed, byte[] context) throws GeneralSecurityException {
        return aead.decrypt(sealed, context);
    }

    @Override
    public byte[] name(byte[] input) {
        try {
            return prf.computePrimary(input, NAME_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that has made names before cannot make one", e);
        }
    }
}
