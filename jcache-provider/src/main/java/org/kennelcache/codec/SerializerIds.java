package org.kennelcache.codec;

/** The codec ids of the serializers that come with Kennel; they never change. */
final class SerializerIds {

    static final int JAVA = 32;
    static final int JSON = 33;
    static final int KRYO = 34;
    static final int FORY = 35;

    private SerializerIds() {}
}
