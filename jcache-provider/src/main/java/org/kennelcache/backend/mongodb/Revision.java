package org.kennelcache.backend.mongodb;

import static org.kennelcache.spi.StoredRecord.VERSION_LENGTH;
import static org.kennelcache.spi.StoredRecord.VERSION_OFFSET;

import java.util.Arrays;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.kennelcache.spi.Version;

/**
 * What tells one state of a document from all others: its version, which every write of ours replaces by a new one. A
 * document of somebody else's, who knows of no versions, is told by its record, too.
 *
 * @param version the field {@value EntryCodec#VERSION}; {@link org.bson.BsonNull} if there is none
 * @param record the field {@value EntryCodec#RECORD}; null if the version is enough
 */
record Revision(BsonValue version, @Nullable BsonValue record) {

    private static final String EQUALS = "$eq";

    /** That of bytes to be stored: the version in their header; what is too short to have one is its own version. */
    static Revision of(byte[] bytes) {
        int end = VERSION_OFFSET + VERSION_LENGTH;
        byte[] version = bytes.length < end ? bytes : Arrays.copyOfRange(bytes, VERSION_OFFSET, end);
        return new Revision(new BsonBinary(version), null);
    }

    /** @throws IllegalArgumentException if the version is not one that this backend gave */
    static Revision from(Version.Token version) {
        if (version.value() instanceof Revision revision) {
            return revision;
        }
        throw new IllegalArgumentException(
                "version: a " + version.value().getClass().getName() + ", must be one that this backend gave");
    }

    /** Lets a filter match no other state. */
    BsonDocument restrict(BsonDocument filter) {
        filter.append(EntryCodec.VERSION, new BsonDocument(EQUALS, version));
        return record == null ? filter : filter.append(EntryCodec.RECORD, new BsonDocument(EQUALS, record));
    }
}
