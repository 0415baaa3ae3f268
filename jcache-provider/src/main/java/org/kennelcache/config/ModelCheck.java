package org.kennelcache.config;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Checks all sections that are Kennel's, each together with what it inherits. */
final class ModelCheck {

    private final ConfigurationModel model;
    private final Surroundings surroundings;
    private final Problems problems;
    private final SettingsAssembler assembler;

    ModelCheck(ConfigurationModel model, Surroundings surroundings, Set<BackendKind> available, Problems problems) {
        this.model = model;
        this.surroundings = surroundings;
        this.problems = problems;
        this.assembler = new SettingsAssembler(available, problems);
    }

    void run() {
        assembler.assemble("", model.optionsOf(model.global()));
        Set<BackendKind> kinds = EnumSet.of(kind(model.global()));
        boolean sealsHeap = sealsHeap(model.global());
        for (ConfigurationModel.PatternSection section : model.patterns()) {
            CachePattern pattern = section.pattern();
            EffectiveOptions options = pattern.isExact()
                    ? model.optionsOf(pattern.text(), problems)
                    : model.optionsOf(section.values(), model.global());
            assembler.assemble(pattern.text(), options);
            if (section.values().declaresCache()) {
                checkDeclaration(options);
            }
            kinds.add(kind(section.values()));
            boolean seals = sealsHeap(section.values());
            sealsHeap |= seals;
            warnOfUnconcerned(section.values(), Set.of(kind(section.values())), seals || sealsHeap(model.global()));
        }
        warnOfUnconcerned(model.global(), kinds, sealsHeap);
        warnOfForgottenKeyset();
    }

    /** Who says how a keyset is protected, and not where it is, believes that entries are sealed. */
    private void warnOfForgottenKeyset() {
        List<SectionValues> sections = Stream.concat(
                        Stream.of(model.global()),
                        model.patterns().stream().map(ConfigurationModel.PatternSection::values))
                .toList();
        if (sections.stream().allMatch(section -> section.find(EncryptionOptions.KEYSET) == null)) {
            for (SectionValues section : sections) {
                EncryptionOptions.OF_KEYSET.stream()
                        .map(section::find)
                        .filter(setting -> setting != null
                                && !Objects.equals(
                                        setting.value(), setting.option().defaultValue()))
                        .forEach(setting -> problems.warning(
                                setting.location(),
                                setting.subject(),
                                "has no effect without encryption_keyset: entries are stored in the clear"));
            }
        }
    }

    void runOnSectionsNamedLikeCaches() {
        model.namesOfCaches().forEach(name -> assembler.assemble(name, model.optionsOf(name, problems)));
    }

    private void checkDeclaration(EffectiveOptions options) {
        DeclarationAssembler declarations = new DeclarationAssembler(surroundings.classLoader(), problems);
        declarations.checkFlags(options);
        if (surroundings.checksClasses()) {
            declarations.checkClasses(options);
        }
    }

    private BackendKind kind(SectionValues section) {
        return ConfigurationModel.kind(section)
                .or(() -> ConfigurationModel.kind(model.global()))
                .orElse(BackendKind.MEMORY);
    }

    private boolean sealsHeap(SectionValues section) {
        return kind(section) == BackendKind.MEMORY
                && model.optionsOf(section, model.global()).find(EncryptionOptions.KEYSET) != null;
    }

    private void warnOfUnconcerned(SectionValues section, Set<BackendKind> kinds, boolean sealsHeap) {
        List<Setting<?>> unconcerned = StreamSupport.stream(section.settings().spliterator(), false)
                .filter(setting -> setting.option().backends().stream().noneMatch(kinds::contains))
                .filter(setting -> !(sealsHeap && setting.option().isOfRecords()))
                .toList();
        if (!unconcerned.isEmpty()) {
            String options = unconcerned.stream()
                    .map(setting -> setting.option().name() + " (line "
                            + setting.location().line() + ")")
                    .collect(Collectors.joining(", "));
            String backends = kinds.stream().map(BackendKind::toString).sorted().collect(Collectors.joining(" and "));
            problems.warning(
                    section.location(), "", "these options do not concern the backend " + backends + ": " + options);
        }
    }
}
