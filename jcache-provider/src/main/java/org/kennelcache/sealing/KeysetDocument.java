package org.kennelcache.sealing;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a keyset file:
 * {@code {"aead": <keyset>, "prf": <keyset>, "password": {"salt": <Base64>, "iterations": <n>}}}, where each keyset is
 * as Tink writes it, and {@code password} is there only if a password wraps them.
 *
 * @param values the keyset for keys and values, as JSON
 * @param names the keyset for names, as JSON
 * @param password how the password becomes a key; null: no password does
 */
record KeysetDocument(String values, String names, @Nullable PasswordKey password) {

    private static final String VALUES = "aead";
    private static final String NAMES = "prf";
    private static final String PASSWORD = "password";
    private static final String SALT = "salt";
    private static final String ITERATIONS = "iterations";

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException if the text is none; neither message nor cause repeat any of it
     */
    @SuppressWarnings("UnusedException") // it quotes the text
    static KeysetDocument parse(String text) {
        try {
            JsonObject document = JsonParser.parseString(text).getAsJsonObject();
            return new KeysetDocument(
                    member(document, VALUES).toString(),
                    member(document, NAMES).toString(),
                    document.has(PASSWORD) ? password(member(document, PASSWORD)) : null);
        } catch (JsonParseException | IllegalStateException | ClassCastException | UnsupportedOperationException e) {
            throw new IllegalArgumentException(
                    "encryption_keyset: the text is no JSON object of Kennel's; allowed: what"
                            + " kennel keyset create writes");
        }
    }

    private static JsonObject member(JsonObject object, String name) {
        JsonElement member = object.get(name);
        if (member == null || !member.isJsonObject()) {
            throw new IllegalArgumentException("encryption_keyset: there is no object \"" + name
                    + "\"; allowed: what kennel keyset create writes, with \"" + VALUES + "\" and \"" + NAMES + "\"");
        }
        return member.getAsJsonObject();
    }

    @SuppressWarnings("UnusedException") // it quotes the text
    private static PasswordKey password(JsonObject object) {
        try {
            byte[] salt = Base64.getDecoder().decode(object.get(SALT).getAsString());
            int iterations = object.get(ITERATIONS).getAsInt();
            if (salt.length > 0 && iterations > 0 && iterations <= PasswordKey.MOST_ITERATIONS) {
                return new PasswordKey(salt, iterations);
            }
        } catch (IllegalArgumentException | NullPointerException e) {
            // As if it were out of range.
        }
        throw new IllegalArgumentException("encryption_keyset: \"" + PASSWORD + "\" is broken; allowed: a Base64 \""
                + SALT + "\" and \"" + ITERATIONS + "\" from 1 to " + PasswordKey.MOST_ITERATIONS);
    }

    /** The text of the document, for a file. */
    String format() {
        JsonObject document = new JsonObject();
        if (password != null) {
            JsonObject derivation = new JsonObject();
            derivation.addProperty(SALT, Base64.getEncoder().encodeToString(password.salt()));
            derivation.addProperty(ITERATIONS, password.iterations());
            document.add(PASSWORD, derivation);
        }
        document.add(VALUES, JsonParser.parseString(values));
        document.add(NAMES, JsonParser.parseString(names));
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(document) + "\n";
    }
}
