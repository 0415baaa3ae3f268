package org.kennelcache.backend.wire;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** Wraps the older forms of private keys into the one that the JDK reads: PKCS #8 (RFC 5208) in DER. */
final class Pkcs8 {

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final int PARAMETERS = 0xA0;

    private static final byte[] VERSION_0 = hex("020100");

    /** rsaEncryption, no parameters. */
    private static final byte[] RSA = hex("300d06092a864886f70d0101010500");

    /** id-ecPublicKey; its parameters, the curve, follow it. */
    private static final byte[] EC = hex("06072a8648ce3d0201");

    private Pkcs8() {}

    /** Wraps a key of PKCS #1 (RFC 8017, appendix A.1.2). */
    static byte[] ofRsa(byte[] pkcs1) {
        return element(SEQUENCE, VERSION_0, RSA, element(OCTET_STRING, pkcs1));
    }

    /**
     * Wraps a key of SEC 1 (RFC 5915).
     *
     * @throws IllegalArgumentException if the key does not say on which curve it is
     * @throws IndexOutOfBoundsException if it ends too soon
     */
    static byte[] ofCurve(byte[] sec1) {
        return element(SEQUENCE, VERSION_0, element(SEQUENCE, EC, curve(sec1)), element(OCTET_STRING, sec1));
    }

    /** What is in the element {@code [0]} of ECPrivateKey: SEQUENCE of version, key, [0] parameters, [1] public key. */
    private static byte[] curve(byte[] sec1) {
        Element key = Element.at(sec1, 0);
        for (int at = key.start; at < key.end; ) {
            Element part = Element.at(sec1, at);
            if (part.tag == PARAMETERS) {
                return Arrays.copyOfRange(sec1, part.start, part.end);
            }
            at = part.end;
        }
        throw new IllegalArgumentException("the key names no curve");
    }

    private static byte[] element(int tag, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : contents) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        int length = content.size();
        if (length < 0x80) {
            element.write(length);
        } else if (length < 0x100) {
            element.write(0x81);
            element.write(length);
        } else {
            element.write(0x82);
            element.write(length >> 8);
            element.write(length);
        }
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /**
     * Where the content of an element of DER is.
     *
     * @param tag what it is
     * @param start where its content starts
     * @param end where its content ends
     */
    private record Element(int tag, int start, int end) {

        static Element at(byte[] der, int at) {
            int length = der[at + 1] & 0xFF;
            int start = at + 2;
            if (length >= 0x80) {
                int digits = length & 0x7F;
                length = 0;
                for (int i = 0; i < digits; i++) {
                    length = (length << 8) | (der[start++] & 0xFF);
                }
            }
            return new Element(der[at] & 0xFF, start, start + length);
        }
    }
}
