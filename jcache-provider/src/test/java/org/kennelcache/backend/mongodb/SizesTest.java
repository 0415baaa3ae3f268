package org.kennelcache.backend.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonBinaryWriter;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.bson.BsonInt32;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.spi.Backend;

/** Estimates against what is really sent: never less, and not much more. */
class SizesTest {

    private static final String LONGEST = "n".repeat(Backend.MAX_NAME_LENGTH);
    private static final int SLACK = 112;

    private static long encoded(BsonDocument document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            new BsonDocumentCodec()
                    .encode(writer, document, EncoderContext.builder().build());
        }
        return buffer.getSize();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100, 100_000})
    void of_entry_isWhatAnUpsertTakes(int length) {
        byte[] bytes = new byte[length];
        Entry entry = new Entry(LONGEST, bytes, Revision.of(bytes), Instant.EPOCH.toEpochMilli());
        BsonDocument upsert = new BsonDocument("q", Filters.named(LONGEST))
                .append("u", new BsonDocumentWrapper<>(entry, new EntryCodec()))
                .append("upsert", BsonBoolean.TRUE);

        assertThat(Sizes.of(entry)).isBetween(encoded(upsert), encoded(upsert) + SLACK);
    }

    @Test
    void of_names_isWhatTheirRemovalsTake() {
        BsonDocument removal = new BsonDocument("q", Filters.named(LONGEST)).append("limit", new BsonInt32(1));

        assertThat(Sizes.of(List.of(LONGEST, LONGEST))).isBetween(2 * encoded(removal), 2 * (encoded(removal) + SLACK));
    }

    @Test
    void of_token_isWhatItsConditionTakes() {
        String token = "t".repeat(40);
        BsonDocument held = new Filters(InstantSource.fixed(Instant.EPOCH)).live(LONGEST, MongodbMutex.holder(token));
        BsonDocument condition = new BsonDocument("$or", new BsonArray(List.of(held)));

        assertThat(Sizes.of(Map.entry(LONGEST, token))).isBetween(encoded(condition), encoded(condition) + SLACK);
    }
}
