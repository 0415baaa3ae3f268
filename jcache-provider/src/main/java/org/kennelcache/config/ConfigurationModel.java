package org.kennelcache.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A configuration, read and sorted into the sections that are Kennel's and those of others.
 *
 * <p>Precedence for a cache: {@code [cache:<name>]}, {@code [<name>]}, the globs {@code [cache:<glob>]} from the most
 * to the least specific, {@code [cache]}.
 */
final class ConfigurationModel {

    private static final String GLOBAL = "cache";

    private final String source;
    private final Interpolator interpolator;
    private final SectionValues global;
    private final List<PatternSection> patterns;
    private final Map<String, IniSection> namedLikeCaches = new HashMap<>();

    /** A section {@code [cache:<name or glob>]}. */
    record PatternSection(CachePattern pattern, SectionValues values) {}

    private ConfigurationModel(
            String source, Interpolator interpolator, SectionValues global, List<PatternSection> patterns) {
        this.source = source;
        this.interpolator = interpolator;
        this.global = global;
        this.patterns = List.copyOf(patterns);
    }

    static ConfigurationModel read(String text, String source, Surroundings surroundings, Problems problems) {
        List<IniSection> sections = joined(IniReader.read(text, source, problems));
        Interpolator interpolator = new Interpolator(sections, new ExternalText(surroundings.environment()));
        SectionParser parser = new SectionParser(interpolator, problems);
        SectionValues global = sections.stream()
                .filter(ConfigurationModel::isGlobal)
                .findFirst()
                .map(section -> parser.parse(section, false, BackendKind.MEMORY))
                .orElseGet(() -> new SectionValues(Location.of(source), false));
        BackendKind inherited = kind(global).orElse(BackendKind.MEMORY);
        List<PatternSection> patterns = new ArrayList<>();
        List<IniSection> others = new ArrayList<>();
        for (IniSection section : sections) {
            Optional<CachePattern> pattern = CachePattern.ofSection(section.name());
            if (pattern.isPresent()) {
                if (pattern.get().text().isEmpty()) {
                    problems.error(
                            section.location(),
                            "[" + section.name() + "]",
                            "names no cache; allowed: [cache:<name or glob>]");
                }
                boolean exact = pattern.get().isExact();
                patterns.add(new PatternSection(pattern.get(), parser.parse(section, exact, inherited)));
            } else if (!isGlobal(section)) {
                others.add(section);
            }
        }
        Collections.reverse(patterns);
        patterns.sort(Comparator.comparingInt(section -> -section.pattern().specificity()));
        ConfigurationModel model = new ConfigurationModel(source, interpolator, global, patterns);
        others.stream()
                .filter(SectionParser::isNamedLikeCache)
                .forEach(section -> model.namedLikeCaches.put(normalised(section.name()), section));
        return model;
    }

    String source() {
        return source;
    }

    SectionValues global() {
        return global;
    }

    /** Returns the sections {@code [cache:...]}, the most specific first. */
    List<PatternSection> patterns() {
        return patterns;
    }

    /** Returns the names of caches that stand in the file, each once. */
    List<String> namesOfCaches() {
        Stream<String> exact = patterns.stream()
                .map(PatternSection::pattern)
                .filter(CachePattern::isExact)
                .map(CachePattern::text);
        return Stream.concat(exact, namedLikeCaches.values().stream().map(IniSection::name))
                .distinct()
                .sorted()
                .toList();
    }

    /** The globs of sections, in the order of the file. */
    List<String> globs() {
        return patterns.stream()
                .map(PatternSection::pattern)
                .filter(pattern -> !pattern.isExact())
                .map(CachePattern::text)
                .distinct()
                .toList();
    }

    boolean declares(String cacheName) {
        return patterns.stream()
                .filter(section -> section.pattern().matches(cacheName))
                .anyMatch(section -> section.values().declaresCache());
    }

    /** Returns the options of a cache; what is wrong in a section {@code [<name>]} goes to {@code problems}. */
    EffectiveOptions optionsOf(String cacheName, Problems problems) {
        List<SectionValues> sections = new ArrayList<>();
        patterns.stream()
                .filter(section -> section.pattern().matches(cacheName))
                .map(PatternSection::values)
                .forEach(sections::add);
        IniSection namedLikeCache = namedLikeCaches.get(normalised(cacheName));
        if (namedLikeCache != null) {
            boolean exact = patterns.stream()
                    .map(PatternSection::pattern)
                    .anyMatch(pattern -> pattern.isExact() && pattern.matches(cacheName));
            sections.add(exact ? 1 : 0, new SectionParser(interpolator, problems).parseNamedLikeCache(namedLikeCache));
        }
        sections.add(global);
        return new EffectiveOptions(sections, Location.of(source));
    }

    /** Returns the options of a cache that only these sections concern. */
    EffectiveOptions optionsOf(SectionValues... mostSpecificFirst) {
        return new EffectiveOptions(List.of(mostSpecificFirst), Location.of(source));
    }

    static Optional<BackendKind> kind(SectionValues section) {
        return Optional.ofNullable(section.find(OsloOptions.BACKEND))
                .map(Setting::value)
                .map(BackendName::kind);
    }

    /** Joins the sections that are the same but for the way their names are written. */
    private static List<IniSection> joined(List<IniSection> sections) {
        Map<String, IniSection> joined = new LinkedHashMap<>();
        for (IniSection section : sections) {
            String key = CachePattern.ofSection(section.name())
                    .map(pattern -> GLOBAL + ":" + pattern.text())
                    .orElseGet(() -> normalised(section.name()));
            joined.merge(key, section, IniSection::join);
        }
        return List.copyOf(joined.values());
    }

    private static boolean isGlobal(IniSection section) {
        return normalised(section.name()).equals(GLOBAL);
    }

    private static String normalised(String section) {
        return section.toLowerCase(Locale.ROOT);
    }
}
