package org.kennelcache.benchmarks.jmh;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kennelcache.codec.Bytes;
import org.kennelcache.codec.CacheCodec;
import org.kennelcache.codec.CodecSettings;
import org.kennelcache.codec.Decoded;
import org.kennelcache.codec.Envelope;
import org.kennelcache.codec.Sealing;
import org.kennelcache.codec.SerialFilter;
import org.kennelcache.codec.Times;
import org.kennelcache.config.KeysetSettings;
import org.kennelcache.config.KeysetSource;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.config.Secret;
import org.kennelcache.sealing.KeysetFormat;
import org.kennelcache.sealing.Keysets;
import org.kennelcache.sealing.TinkKeyringFactory;
import org.kennelcache.spi.Keyring;
import org.kennelcache.spi.SerialLimits;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What encryption costs a record, and what bare Tink costs on as many bytes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class SealingBenchmark {

    private static final String NAME = "cache.oslo:benchmark:0123456789012345678901234567890123456789012";
    private static final int KEY_BYTES = 15;
    private static final int CONTEXT_BYTES = 180;

    @Param({"100", "1000", "10000"})
    public int valueBytes;

    private CacheCodec<String, byte[]> sealed = codec(null);
    private CacheCodec<String, byte[]> clear = codec(null);
    private Envelope entry = entry(0);
    private Bytes key = Bytes.EMPTY;
    private byte[] sealedRecord = {};
    private byte[] clearRecord = {};
    private byte[] plain = {};
    private byte[] context = {};
    private byte[] bare = {};
    private @Nullable Aead aead;

    @Setup
    public void prepare() throws GeneralSecurityException {
        AeadConfig.register();
        PrfConfig.register();
        KeysetHandle values =
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        KeysetHandle names =
                KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF, RegistryConfiguration.get());
        aead = values.getPrimitive(RegistryConfiguration.get(), Aead.class);
        sealed = codec(new Sealing(keyring(new Keysets(values, names)), false));
        entry = entry(valueBytes);
        key = entry.key();
        sealedRecord = sealed.records().encode(NAME, entry);
        clearRecord = clear.records().encode(NAME, entry);
        plain = new byte[Integer.BYTES + KEY_BYTES + valueBytes];
        context = new byte[CONTEXT_BYTES];
        bare = aead.encrypt(plain, context);
    }

    private static Keyring keyring(Keysets keysets) {
        KeysetWrapping cleartext = new KeysetWrapping.Cleartext();
        Secret text = Secret.of(KeysetFormat.write(keysets, cleartext));
        return new TinkKeyringFactory()
                .open(new KeysetSettings(new KeysetSource.Inline(text), cleartext), System::nanoTime);
    }

    private static CacheCodec<String, byte[]> codec(@Nullable Sealing sealing) {
        return CacheCodec.of(new CodecSettings<>(
                "cache.oslo",
                "benchmark",
                String.class,
                byte[].class,
                "java",
                SerialFilter.of(List.of()),
                SerialLimits.DEFAULT,
                "none",
                SerialLimits.DEFAULT.maxBytes(),
                sealing,
                SealingBenchmark.class.getClassLoader()));
    }

    private static Envelope entry(int valueBytes) {
        byte[] value = new byte[valueBytes];
        new Random(1).nextBytes(value);
        Times times = new Times(1, Long.MAX_VALUE, Long.MAX_VALUE);
        return new Envelope(Bytes.of(new byte[16]), times, 2, Bytes.of(new byte[KEY_BYTES]), Bytes.of(value));
    }

    @Benchmark
    public byte[] encodeClear() {
        return clear.records().encode(NAME, entry);
    }

    @Benchmark
    public byte[] encodeSealed() {
        return sealed.records().encode(NAME, entry);
    }

    @Benchmark
    public byte[] encryptBare() throws GeneralSecurityException {
        return aead().encrypt(plain, context);
    }

    @Benchmark
    public Decoded decodeClear() {
        return clear.records().decode(NAME, clearRecord);
    }

    @Benchmark
    public Decoded decodeSealed() {
        return sealed.records().decode(NAME, sealedRecord);
    }

    @Benchmark
    public byte[] decryptBare() throws GeneralSecurityException {
        return aead().decrypt(bare, context);
    }

    @Benchmark
    public String nameClear() {
        return clear.names().nameOf(key);
    }

    @Benchmark
    public String nameKeyed() {
        return sealed.names().nameOf(key);
    }

    private Aead aead() {
        if (aead == null) {
            throw new IllegalStateException("not prepared");
        }
        return aead;
    }
}
