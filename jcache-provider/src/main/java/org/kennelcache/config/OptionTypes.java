package org.kennelcache.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The types that oslo.config has, and those that Kennel's own options need. */
final class OptionTypes {

    private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(Integer.MAX_VALUE / 1000);
    private static final BigDecimal MILLISECOND = new BigDecimal("0.001");
    private static final int NANO_DIGITS = 9;
    private static final int MAX_FACTOR = 1000;
    private static final Pattern CLASSES =
            Pattern.compile("!?[\\p{Alpha}_$][\\p{Alnum}_$]*(\\.[\\p{Alpha}_$][\\p{Alnum}_$]*)*(\\.\\*\\*?)?");
    private static final Pattern CIPHER = Pattern.compile("TLS_[A-Z0-9_]+");

    private OptionTypes() {}

    static OptionType<String> text() {
        return OptionType.of("a text without control characters", text -> {
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("has a control character or more than one line");
            }
            return text;
        });
    }

    /** Returns a type for names that can be part of a line of words. */
    static OptionType<String> word() {
        return OptionType.of("a name without spaces", text -> {
            if (text.isEmpty() || text.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
                throw new IllegalArgumentException("empty, or has a space or a control character");
            }
            return text;
        });
    }

    static OptionType<Secret> secret() {
        return new OptionType<>() {
            @Override
            public String allowed() {
                return "a text";
            }

            @Override
            public Secret parse(String text) {
                return Secret.of(text);
            }

            @Override
            public boolean secret() {
                return true;
            }
        };
    }

    static OptionType<Boolean> bool() {
        return OptionType.of("true, false, yes, no, on, off, 1 or 0", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "on", "yes" -> true;
            case "false", "0", "off", "no" -> false;
            default -> throw new IllegalArgumentException("not a boolean");
        });
    }

    static OptionType<Integer> integer(int min, int max) {
        String range = max == Integer.MAX_VALUE ? min + " or more" : min + " to " + max;
        return OptionType.of("an integer, " + range, text -> Math.toIntExact(bounded(text, min, max)));
    }

    static OptionType<Long> positiveLong() {
        return OptionType.of("an integer, 1 or more", text -> bounded(text, 1, Long.MAX_VALUE));
    }

    static OptionType<Duration> wholeSeconds(int min) {
        return OptionType.of(
                "a whole number of seconds, " + min + " or more",
                text -> Duration.ofSeconds(bounded(text, min, Integer.MAX_VALUE)));
    }

    /** Returns a type for seconds with a fraction, oslo.config's float; in milliseconds it is always an int. */
    static OptionType<Duration> seconds() {
        return durations(BigDecimal.ZERO);
    }

    /** As {@link #seconds()}, and at least a millisecond, which is the clients' unit. */
    static OptionType<Duration> positiveSeconds() {
        return durations(MILLISECOND);
    }

    private static OptionType<Duration> durations(BigDecimal min) {
        return OptionType.of(
                "a number of seconds from " + min + " to " + MAX_SECONDS + ", such as 1.5",
                text -> duration(text, min));
    }

    static OptionType<Double> factor() {
        return OptionType.of("a number from 0 to 1000, such as 1 or 0.5", text -> {
            double factor;
            try {
                factor = new BigDecimal(text).doubleValue();
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("not a number", e);
            }
            if (factor < 0 || factor > MAX_FACTOR) {
                throw new IllegalArgumentException(factor < 0 ? "too small" : "too large");
            }
            return factor;
        });
    }

    static <E extends Enum<E>> OptionType<E> oneOf(Class<E> values) {
        String allowed =
                Arrays.stream(values.getEnumConstants()).map(Enum::toString).collect(Collectors.joining(", "));
        return OptionType.of(
                allowed,
                text -> Arrays.stream(values.getEnumConstants())
                        .filter(value -> value.toString().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("not one of the names")));
    }

    static OptionType<List<HostAndPort>> hosts(int defaultPort) {
        return OptionType.of(
                "addresses separated by commas, each host:port, [IPv6]:port or a host alone (port " + defaultPort + ")",
                text -> split(text, ",").stream()
                        .map(address -> HostAndPort.parse(address, defaultPort))
                        .toList());
    }

    static OptionType<List<WeightedServer>> memcachedServers() {
        return OptionType.of(
                "addresses separated by commas, each host:port, [IPv6]:port or a host alone (port 11211), and after a"
                        + " port perhaps :weight",
                text -> split(text, ",").stream()
                        .map(server -> WeightedServer.parse(server, 11211))
                        .toList());
    }

    static OptionType<Path> path() {
        return OptionType.of("the path of a file", text -> {
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("has a NUL character");
            }
            return Path.of(text);
        });
    }

    static OptionType<List<String>> ciphers() {
        return OptionType.of("the standard names of cipher suites (TLS_...), separated by ':' or ','", text -> {
            List<String> names = split(text, "[:,]");
            if (!names.stream().allMatch(name -> CIPHER.matcher(name).matches())) {
                throw new IllegalArgumentException("not the standard name of a cipher suite; OpenSSL's own names and"
                        + " expressions mean nothing to a JVM");
            }
            return names;
        });
    }

    static OptionType<List<ClassName>> classNames() {
        return OptionType.of(
                "names of Java classes separated by commas",
                text -> split(text, ",").stream().map(ClassName::parse).toList());
    }

    static OptionType<String> serializer() {
        return OptionType.of(
                "java, json, kryo, fory or the name of a Java class",
                text -> ClassName.parse(text).name());
    }

    static OptionType<List<String>> classPatterns() {
        return OptionType.of(
                "class names, package.* and package.**, with or without ! before, separated by commas", text -> {
                    List<String> patterns = split(text, ",");
                    if (!patterns.stream()
                            .allMatch(pattern -> CLASSES.matcher(pattern).matches())) {
                        throw new IllegalArgumentException("not a pattern of classes");
                    }
                    return patterns;
                });
    }

    private static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
    }

    private static long bounded(String text, long min, long max) {
        long value;
        try {
            value = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not an integer", e);
        }
        if (value < min || value > max) {
            throw new IllegalArgumentException(value < min ? "too small" : "too large");
        }
        return value;
    }

    private static Duration duration(String text, BigDecimal min) {
        BigDecimal seconds;
        try {
            seconds = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a number", e);
        }
        if (seconds.compareTo(min) < 0 || seconds.compareTo(MAX_SECONDS) > 0) {
            throw new IllegalArgumentException(seconds.compareTo(min) < 0 ? "too small" : "too large");
        }
        if (seconds.scale() > NANO_DIGITS) {
            throw new IllegalArgumentException("finer than a nanosecond");
        }
        return Duration.ofNanos(seconds.movePointRight(NANO_DIGITS).longValueExact());
    }
}
