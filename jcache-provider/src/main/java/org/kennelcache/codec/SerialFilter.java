package org.kennelcache.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The option {@code serial_filter}: a list of classes that may be made out of bytes.
 *
 * <p>{@code com.acme.Money} stands for a class, {@code com.acme.*} for those of a package, {@code com.acme.**} for
 * those of a package and the packages below it; {@code !} before any of them refuses instead, and goes before what is
 * allowed anywhere else. A pattern for all classes does not exist.
 */
public final class SerialFilter {

    private static final Pattern SYNTAX =
            Pattern.compile("!?[\\p{Alpha}_$][\\p{Alnum}_$]*(\\.[\\p{Alpha}_$][\\p{Alnum}_$]*)*(\\.\\*\\*?)?");

    private final List<String> allowed;
    private final List<String> refused;

    private SerialFilter(List<String> allowed, List<String> refused) {
        this.allowed = List.copyOf(allowed);
        this.refused = List.copyOf(refused);
    }

    /**
     * A filter of these patterns.
     *
     * @throws IllegalArgumentException if one of them is none
     */
    public static SerialFilter of(Collection<String> patterns) {
        List<String> allowed = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (String pattern : patterns) {
            if (!SYNTAX.matcher(pattern).matches()) {
                throw new IllegalArgumentException(
                        "serial_filter: '" + pattern + "' is no pattern; allowed are class names,"
                                + " package.* and package.**, each with or without ! before it");
            }
            if (pattern.startsWith("!")) {
                refused.add(pattern.substring(1));
            } else {
                allowed.add(pattern);
            }
        }
        return new SerialFilter(allowed, refused);
    }

    boolean allows(String className) {
        return allowed.stream().anyMatch(pattern -> matches(pattern, className));
    }

    boolean refuses(String className) {
        return refused.stream().anyMatch(pattern -> matches(pattern, className));
    }

    /** The allowed patterns that stand for one class each. */
    List<String> classNames() {
        return allowed.stream().filter(pattern -> !pattern.endsWith("*")).toList();
    }

    private static boolean matches(String pattern, String className) {
        if (pattern.endsWith(".**")) {
            return className.startsWith(pattern.substring(0, pattern.length() - 2));
        }
        if (pattern.endsWith(".*")) {
            int prefix = pattern.length() - 1;
            return className.startsWith(pattern.substring(0, prefix)) && className.indexOf('.', prefix) < 0;
        }
        return className.equals(pattern);
    }
}
