package org.kennelcache.config;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the configuration of a cache manager is written.
 *
 * <p>For a {@code kennel:} URI, which the default URI is one of, that is the first of: the path or URI in the system
 * property {@value #PROPERTY}, that in the environment variable {@value #VARIABLE}, the resource {@code
 * classpath:kennel.conf}, and the built-in defaults. Other URIs name it themselves: {@code file:}, {@code classpath:},
 * {@code jar:}; and {@code http:} or {@code https:}, which are refused unless the system property {@value
 * #HTTP_PROPERTY} is {@code true}.
 *
 * <p>A source that is named and can't be read is an error, never a reason to take the next one.
 */
public final class ConfigurationSource {

    /** The system property that names the default configuration. */
    public static final String PROPERTY = "kennel.config";

    /** The environment variable that names the default configuration. */
    public static final String VARIABLE = "KENNEL_CONFIG";

    /** The system property that allows configurations to be fetched by HTTP. */
    public static final String HTTP_PROPERTY = "kennel.config.http";

    private static final String RESOURCE = "kennel.conf";
    private static final String ALLOWED = "allowed: file:, classpath: and jar: URIs, and kennel:<name> for one more"
            + " manager with the default configuration";
    private static final List<String> SCHEMES = List.of("file:", "classpath:", "jar:", "http:", "https:");
    private static final int MAX_BYTES = 8 * 1024 * 1024;
    private static final int TIMEOUT_MILLIS = 10_000;

    private final String name;
    private final String namedBy;
    private final @Nullable Opener opener;

    private interface Opener {
        InputStream open() throws IOException;
    }

    private ConfigurationSource(String name, String namedBy, @Nullable Opener opener) {
        this.name = name.replaceFirst("//[^/@]*@", "//" + Secret.MASK + "@");
        this.namedBy = namedBy;
        this.opener = opener;
    }

    /**
     * Finds the configuration of the manager with a URI; nothing is read yet.
     *
     * @throws ConfigurationException when the URI, or what the property or the variable names, is of no allowed form
     */
    public static ConfigurationSource of(URI managerUri, Surroundings surroundings) {
        if (!"kennel".equalsIgnoreCase(managerUri.getScheme())) {
            return at(managerUri.toString(), "the URI of the cache manager", surroundings);
        }
        String byProperty = surroundings.systemProperties().apply(PROPERTY);
        if (byProperty != null) {
            return atPathOrUri(byProperty, "the system property " + PROPERTY, surroundings);
        }
        String byVariable = surroundings.environment().apply(VARIABLE);
        if (byVariable != null) {
            return atPathOrUri(byVariable, "the environment variable " + VARIABLE, surroundings);
        }
        return surroundings.classLoader().getResource(RESOURCE) == null
                ? new ConfigurationSource("built-in defaults", "nothing", null)
                : at("classpath:" + RESOURCE, "the default URI", surroundings);
    }

    /** Returns the configuration in a file; nothing is read yet. */
    public static ConfigurationSource ofFile(Path file) {
        return new ConfigurationSource(file.toString(), "the caller", () -> Files.newInputStream(file));
    }

    /** Returns the path or URI as it was given, without credentials. */
    public String name() {
        return name;
    }

    /**
     * Reads the text; that of the built-in defaults is empty.
     *
     * @throws ConfigurationException when it can't be read; the message says who named the source
     */
    String read() {
        if (opener == null) {
            return "";
        }
        try (InputStream in = opener.open()) {
            return BoundedText.read(in, MAX_BYTES);
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw unusable(name, namedBy, "does not exist", e);
        } catch (IOException e) {
            throw unusable(name, namedBy, "can't be read: " + e.getMessage(), e);
        }
    }

    /** Returns {@link #name()}. */
    @Override
    public String toString() {
        return name;
    }

    private static ConfigurationSource atPathOrUri(String text, String namedBy, Surroundings surroundings) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        return SCHEMES.stream().anyMatch(lowerCase::startsWith)
                ? at(text, namedBy, surroundings)
                : new ConfigurationSource(text, namedBy, () -> Files.newInputStream(pathOf(text)));
    }

    private static ConfigurationSource at(String text, String namedBy, Surroundings surroundings) {
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = text.substring(colon + 1);
        Opener opener = switch (scheme) {
            case "file" -> () -> Files.newInputStream(fileOf(text, rest));
            case "classpath" -> () -> openResource(rest, surroundings.classLoader());
            case "jar", "http", "https" -> () -> openUrl(text);
            default -> throw unusable(text, namedBy, "is not of a form that is known; " + ALLOWED, null);
        };
        boolean remote = text.toLowerCase(Locale.ROOT).matches("(?:jar:)*https?:.*");
        if (remote && !"true".equals(surroundings.systemProperties().apply(HTTP_PROPERTY))) {
            throw unusable(
                    text,
                    namedBy,
                    "is refused: whoever answers there could name any class and any server; allowed when the system"
                            + " property " + HTTP_PROPERTY + " is true",
                    null);
        }
        return new ConfigurationSource(text, namedBy, opener);
    }

    private static Path pathOf(String text) throws IOException {
        try {
            return Path.of(text);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Path fileOf(String uri, String rest) throws IOException {
        try {
            return rest.startsWith("/") ? Path.of(URI.create(uri)) : Path.of(rest);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static InputStream openResource(String resource, ClassLoader loader) throws IOException {
        URL url = loader.getResource(resource.replaceFirst("^/+", ""));
        if (url == null) {
            throw new FileNotFoundException(resource);
        }
        return open(url);
    }

    private static InputStream openUrl(String text) throws IOException {
        try {
            return open(URI.create(text).toURL());
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new IOException("not a URL", e);
        }
    }

    private static InputStream open(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        return connection.getInputStream();
    }

    private static ConfigurationException unusable(
            String name, String namedBy, String message, @Nullable Throwable cause) {
        String shown = new ConfigurationSource(name, namedBy, null).name();
        ConfigurationProblem problem = new ConfigurationProblem(
                Location.of(shown), "", "the configuration, named by " + namedBy + ", " + message);
        return new ConfigurationException(problem, cause);
    }
}
