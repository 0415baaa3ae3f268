package org.kennelcache.backend.mongodb;

import org.bson.BsonBinary;
import org.bson.BsonNull;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.BsonWriter;
import org.bson.codecs.BsonValueCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * Writes and reads documents without a tree of values in between: {@code _id} is the name, {@value #VERSION} and
 * {@value #RECORD} are binary (subtype 0), {@value #EXPIRES} is a date, and left out where there is no time to live.
 *
 * <p>Any document whose {@code _id} is text can be read. One that somebody else wrote, without a binary version or
 * record, is an entry whose record is what it has of one, at the worst nothing, and whose revision is whatever stands
 * there.
 */
final class EntryCodec implements Codec<Entry> {

    static final String ID = "_id";
    static final String VERSION = "version";
    static final String RECORD = "record";
    static final String EXPIRES = "expires";

    private static final BsonValueCodec ANY = new BsonValueCodec();
    private static final byte[] NOTHING = {};

    @Override
    public Class<Entry> getEncoderClass() {
        return Entry.class;
    }

    @Override
    public void encode(BsonWriter writer, Entry entry, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeString(ID, entry.name());
        writer.writeBinaryData(VERSION, entry.revision().version().asBinary());
        if (entry.expires() != null) {
            writer.writeDateTime(EXPIRES, entry.expires());
        }
        writer.writeBinaryData(RECORD, new BsonBinary(entry.bytes()));
        writer.writeEndDocument();
    }

    @Override
    public Entry decode(BsonReader reader, DecoderContext context) {
        String name = "";
        BsonValue version = BsonNull.VALUE;
        BsonValue record = BsonNull.VALUE;
        BsonValue expires = BsonNull.VALUE;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case ID -> name = reader.readString();
                case VERSION -> version = value(reader, context);
                case RECORD -> record = value(reader, context);
                case EXPIRES -> expires = ANY.decode(reader, context);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        byte[] bytes = record.isBinary() ? record.asBinary().getData() : NOTHING;
        boolean ours = version.isBinary() && record.isBinary();
        return new Entry(
                name,
                bytes,
                new Revision(version, ours ? null : record),
                expires.isDateTime() ? expires.asDateTime().getValue() : null);
    }

    /** What stands there, which is binary unless somebody else wrote it: that is read without a look for a codec. */
    private static BsonValue value(BsonReader reader, DecoderContext context) {
        return reader.getCurrentBsonType() == BsonType.BINARY ? reader.readBinaryData() : ANY.decode(reader, context);
    }
}
