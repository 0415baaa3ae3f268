package org.kennelcache.config;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces references in values.
 *
 * <ul>
 *   <li>{@code $name}, {@code ${name}}: the option of that name in the same section, in {@code [cache]}, its default,
 *       or in {@code [DEFAULT]}, in this order;
 *   <li>{@code $section.name}, {@code ${section.name}}: the option of another section;
 *   <li>{@code ${env:NAME}}: an environment variable;
 *   <li>{@code ${file:path}}: a UTF-8 file of at most 64 KiB, without the line break at its end;
 *   <li>{@code $$} and {@code \$}: a dollar sign.
 * </ul>
 *
 * <p>A dollar sign before anything else stands for itself, as in oslo.config. What came from the environment or from a
 * file is not searched for references. A secret option can be referred to by secret options only; messages do not
 * repeat the name of an unknown option that stands in a secret one, since it may be a part of a password.
 */
final class Interpolator {

    private static final int MAX_REFERENCES = 1000;
    private static final String NAME = "[A-Za-z_]\\w*(?:\\.\\w+)*";
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\$|\\\\\\$|\\$\\{(?<scheme>[A-Za-z]+):(?<argument>[^}]*)}" + "|\\$\\{(?<braced>" + NAME
                    + ")}|\\$(?<plain>" + NAME + ")");

    private final ExternalText externalText;
    private final Map<String, Map<String, IniEntry>> entries = new HashMap<>();

    Interpolator(List<IniSection> sections, ExternalText externalText) {
        this.externalText = externalText;
        for (IniSection section : sections) {
            Map<String, IniEntry> names = entries.computeIfAbsent(normalised(section.name()), key -> new HashMap<>());
            section.entries().forEach(entry -> names.put(entry.name(), entry));
        }
    }

    /**
     * Returns the value of an entry with all references replaced.
     *
     * @param secret whether secret options may be referred to
     * @throws IllegalArgumentException when a reference leads nowhere, in a circle or to a secret, or there are more
     *     than 1000; the message says which
     */
    ResolvedText resolve(IniEntry entry, boolean secret) {
        return new Resolution(secret).resolve(entry);
    }

    /** The resolution of one value, with all that it refers to. */
    private final class Resolution {

        private final boolean secret;
        private final Set<String> visited = new LinkedHashSet<>();
        private int references;

        Resolution(boolean secret) {
            this.secret = secret;
        }

        ResolvedText resolve(IniEntry entry) {
            visited.add(key(entry));
            StringBuilder text = new StringBuilder();
            boolean showable = true;
            Matcher matcher = REFERENCE.matcher(entry.value());
            int end = 0;
            while (matcher.find()) {
                text.append(entry.value(), end, matcher.start());
                end = matcher.end();
                ResolvedText referred = refer(entry.section(), matcher);
                text.append(referred.text());
                showable &= referred.shown().equals(referred.text());
            }
            text.append(entry.value(), end, entry.value().length());
            visited.remove(key(entry));
            return new ResolvedText(text.toString(), showable ? text.toString() : entry.value());
        }

        private ResolvedText refer(String section, Matcher matcher) {
            if (++references > MAX_REFERENCES) {
                throw new IllegalArgumentException("more than " + MAX_REFERENCES + " references, counting those of the"
                        + " options that are referred to");
            }
            if (matcher.group("scheme") != null) {
                String text = externalText.get(matcher.group("scheme"), matcher.group("argument"));
                return new ResolvedText(text, matcher.group());
            }
            String name = matcher.group("braced") != null ? matcher.group("braced") : matcher.group("plain");
            return name == null ? new ResolvedText("$", "$") : option(section, name);
        }

        private ResolvedText option(String section, String name) {
            int dot = name.lastIndexOf('.');
            String optionName = name.substring(dot + 1);
            @Nullable Option<?> option = OptionTable.find(optionName);
            if (option != null && option.type().secret() && !secret) {
                throw new IllegalArgumentException("$" + name + " is secret, and this option is not");
            }
            Optional<IniEntry> found = dot < 0 ? lookUp(section, name) : lookUp(name.substring(0, dot), optionName);
            if (found.isEmpty() && dot < 0) {
                found = lookUp("cache", name).or(() -> option == null ? lookUp("DEFAULT", name) : Optional.empty());
            }
            if (found.isEmpty()) {
                return defaultOf(option, secret ? "a name behind a dollar sign" : "$" + name);
            }
            if (visited.contains(key(found.get()))) {
                throw new IllegalArgumentException("$" + name + " refers to itself: " + String.join(" -> ", visited));
            }
            return resolve(found.get());
        }
    }

    private static ResolvedText defaultOf(@Nullable Option<?> option, String reference) {
        if (option == null) {
            throw new IllegalArgumentException(
                    reference + " is not an option of this file; write $$ for a dollar sign");
        }
        String text = option.defaultText() == null ? "" : option.defaultText();
        return new ResolvedText(text, text);
    }

    private Optional<IniEntry> lookUp(String section, String name) {
        return Optional.ofNullable(
                entries.getOrDefault(normalised(section), Map.of()).get(name));
    }

    private static String normalised(String section) {
        return section.toLowerCase(Locale.ROOT);
    }

    private static String key(IniEntry entry) {
        return normalised(entry.section()) + "." + entry.name();
    }
}
