package org.kennelcache.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives the texts that {@code ${env:NAME}} and {@code ${file:path}} stand for. */
final class ExternalText {

    private static final int MAX_FILE_BYTES = 64 * 1024;
    private static final Pattern LINE_BREAK_AT_END = Pattern.compile("\\r?\\n\\z");

    private final Function<String, @Nullable String> environment;

    ExternalText(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /** @throws IllegalArgumentException when there is no such text; the message says why and never repeats a text */
    String get(String scheme, String argument) {
        return switch (scheme) {
            case "env" -> variable(argument);
            case "file" -> file(argument);
            default ->
                throw new IllegalArgumentException(
                        "a reference ${...:...} of a kind that is not known; allowed: ${env:NAME},"
                                + " ${file:path}, $option, and $$ for a dollar sign");
        };
    }

    private String variable(String name) {
        String value = environment.apply(name);
        if (value == null) {
            throw new IllegalArgumentException("the environment variable " + name + " is not set");
        }
        return value;
    }

    private static String file(String path) {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            String text = BoundedText.read(in, MAX_FILE_BYTES);
            return LINE_BREAK_AT_END.matcher(text).replaceFirst("");
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("the file " + path + " does not exist", e);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("the file " + path + " can't be read: " + e.getMessage(), e);
        }
    }
}
