package org.kennelcache.config;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rewrites {@code backend_argument = name:value} into the options that it stands for. */
final class ArgumentParser {

    private final Interpolator interpolator;
    private final Problems problems;
    private final ValueParser values;

    ArgumentParser(Interpolator interpolator, Problems problems) {
        this.interpolator = interpolator;
        this.problems = problems;
        this.values = new ValueParser(problems);
    }

    /** Adds what the arguments set for a backend of that kind to {@code section}. */
    void parse(List<IniEntry> arguments, BackendKind kind, SectionValues section) {
        for (IniEntry entry : arguments) {
            ResolvedText text;
            try {
                text = interpolator.resolve(entry, true);
            } catch (IllegalArgumentException e) {
                problems.error(entry.location(), subject(entry, Secret.MASK), e);
                continue;
            }
            if (text.text().isBlank()) {
                continue;
            }
            int colon = text.text().indexOf(':');
            if (colon <= 0) {
                problems.error(
                        entry.location(), subject(entry, Secret.MASK), "not of the form name:value, such as db:1");
                continue;
            }
            String name = text.text().substring(0, colon).strip();
            parse(entry, name, text.derive(text.text().substring(colon + 1)), kind, section);
        }
    }

    private void parse(IniEntry entry, String name, ResolvedText value, BackendKind kind, SectionValues section) {
        if (kind == BackendKind.OTHER) {
            section.addArgument(name, value.text());
            return;
        }
        String subject = subject(entry, name + ":" + Secret.MASK);
        @Nullable BackendArgument argument = BackendArguments.find(kind, name).orElse(null);
        if (argument == null) {
            unknown(entry.location(), subject, name, kind);
        } else if (argument.expansion() == null) {
            problems.warning(entry.location(), subject, argument.meaning());
        } else {
            try {
                argument.expansion().apply(value.text()).forEach((option, text) -> {
                    boolean masked = option.type().secret() || argument.rank() == Setting.Rank.URL;
                    String shown =
                            masked ? subject : subject(entry, name + ":" + Secret.withoutCredentials(value.shown()));
                    @Nullable
                    Setting<?> setting =
                            values.parse(option, value.derive(text), entry.location(), shown, argument.rank());
                    if (setting != null) {
                        section.add(setting);
                    }
                });
            } catch (IllegalArgumentException e) {
                problems.error(entry.location(), subject, e);
            }
        }
    }

    private void unknown(Location location, String subject, String name, BackendKind kind) {
        String others = BackendArguments.kindsTaking(name).stream()
                .map(BackendKind::toString)
                .sorted()
                .collect(Collectors.joining(" and "));
        if (others.isEmpty()) {
            problems.error(
                    location,
                    subject,
                    "no such argument of the backend " + kind
                            + BackendArguments.nearest(kind, name)
                                    .map(nearest -> "; did you mean " + nearest + "?")
                                    .orElse(""));
        } else {
            problems.warning(location, subject, "has no effect: it is an argument of the backend " + others);
        }
    }

    private static String subject(IniEntry entry, String value) {
        return "[" + entry.section() + "] " + entry.name() + " = " + value;
    }
}
