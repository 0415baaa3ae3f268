package org.kennelcache.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the URLs of redis-py: {@code redis[s]://[user[:password]@]host[:port][/database]}, {@code valkey[s]://} too.
 */
final class RedisUrl {

    private static final String FORM = "redis://[user[:password]@]host[:port][/database], or rediss:// for TLS";

    private RedisUrl() {}

    /**
     * Returns the texts of the options that the URL stands for.
     *
     * @throws IllegalArgumentException when it is no such URL; the message does not repeat it
     */
    static Map<Option<?>, String> parse(String text) {
        URI url = uri(text.strip());
        Map<Option<?>, String> options = new LinkedHashMap<>();
        switch (String.valueOf(url.getScheme())) {
            case "redis", "valkey" -> {}
            case "rediss", "valkeys" -> options.put(OsloOptions.TLS_ENABLED, "true");
            default -> throw new IllegalArgumentException("not a URL of the form " + FORM);
        }
        String authority = url.getRawAuthority();
        if (authority == null) {
            throw new IllegalArgumentException("the URL names no host; allowed: " + FORM);
        }
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            addCredentials(authority.substring(0, at), options);
        }
        options.put(OsloOptions.REDIS_SERVER, authority.substring(at + 1));
        String database = url.getPath() == null ? "" : url.getPath().replaceFirst("^/", "");
        if (!database.isEmpty()) {
            options.put(OsloOptions.REDIS_DB, database);
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("the URL must end with the database; allowed: " + FORM);
        }
        return options;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            // The cause would repeat the URL, which may hold a password.
            throw new IllegalArgumentException(
                    "not a URL, or a character in it is not percent-encoded: " + e.getReason());
        }
    }

    private static void addCredentials(String userInfo, Map<Option<?>, String> options) {
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        if (!user.isEmpty()) {
            options.put(OsloOptions.USERNAME, decoded(user));
        }
        if (colon >= 0) {
            options.put(OsloOptions.PASSWORD, decoded(userInfo.substring(colon + 1)));
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
