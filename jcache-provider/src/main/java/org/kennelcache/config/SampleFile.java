package org.kennelcache.config;

import java.util.List;
import java.util.stream.Stream;

/** Writes a commented sample configuration, in which nothing is set: the file {@code kennel.conf.sample}. */
public final class SampleFile {

    private static final int COLUMNS = 100;

    private static final String HEAD = """
            # A configuration for Kennel, with every option at its default.
            # An oslo.cache file can be used as it is.
            #
            # Generated from the option table. To write it anew:
            #   java -jar kennel-cli/target/kennel-cli.jar sample > kennel.conf.sample

            [cache]
            """;

    private static final String CACHE_HEAD = """

            # Any option from above can be set for some caches: by name, or by a glob with * and ?.
            # [cache:session-*]
            # expiration_time = 1800

            # A section of this kind that sets key_type or value_type declares the cache, so that it exists
            # without createCache.
            # [cache:books]
            """;

    private static final String NAMED_HEAD = """

            # The section of a program that uses oslo.cache, for the cache of that name. Only these
            # two are read.
            # [token]
            # caching = true
            # cache_time = 3600
            """;

    private SampleFile() {}

    /** Returns the whole file, ending with a line break. */
    public static String text() {
        StringBuilder text = new StringBuilder(HEAD);
        OptionTable.all()
                .filter(option -> option.scope() == OptionScope.CACHE)
                .forEach(option -> describe(text, option));
        text.append(CACHE_HEAD);
        OptionTable.all()
                .filter(option -> option.scope() == OptionScope.DECLARATION)
                .forEach(option -> describe(text, option));
        return text.append(NAMED_HEAD).toString();
    }

    private static void describe(StringBuilder text, Option<?> option) {
        text.append('\n');
        comment(text, option.help());
        comment(text, "Allowed: " + option.type().allowed() + ".");
        if (option.effect() instanceof Effect.NoMeaning none) {
            comment(text, "Has no effect: " + none.why() + ".");
        }
        String value = option.defaultText() == null ? "" : " " + option.defaultText();
        text.append("# ").append(option.name()).append(" =").append(value).append('\n');
    }

    private static void comment(StringBuilder text, String sentence) {
        int column = 0;
        List<String> words = Stream.of(sentence.split(" ")).toList();
        for (String word : words) {
            if (column > 0 && column + 1 + word.length() > COLUMNS) {
                text.append('\n');
                column = 0;
            }
            text.append(column == 0 ? "#   " : " ").append(word);
            column += (column == 0 ? 4 : 1) + word.length();
        }
        text.append('\n');
    }
}
