package org.kennelcache.config;

/**
 * The text of a value after its references were replaced.
 *
 * @param text the text that counts
 * @param shown what may be shown in its place: the text, or as it was written when part of it came from the environment
 *     or from a file
 */
record ResolvedText(String text, String shown) {

    /** Returns a part or a rewriting of this text, which may be shown only if this one may. */
    ResolvedText derive(String newText) {
        return new ResolvedText(newText, shown.equals(text) ? newText : shown);
    }
}
