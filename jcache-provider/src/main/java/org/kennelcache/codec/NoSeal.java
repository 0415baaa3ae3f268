package org.kennelcache.codec;

/** Takes payloads as they are, and none that is sealed. */
final class NoSeal implements Seal {

    @Override
    public Frame seal(Frame clear, String name) {
        return clear;
    }

    @Override
    public Bytes open(Frame sealed, String name) throws RejectedException {
        if (sealed.header().isSealed()) {
            throw new RejectedException(
                    Rejection.Reason.SEALED, "the record is sealed; this cache has no encryption_keyset to open it");
        }
        return sealed.payload();
    }
}
