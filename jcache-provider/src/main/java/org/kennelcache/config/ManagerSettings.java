package org.kennelcache.config;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.cache.configuration.CompleteConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration says about a cache manager and its caches. Immutable and thread-safe.
 *
 * <p>It was checked as a whole when it was loaded, but for sections of the form {@code [<cache name>]}: these may belong
 * to other programs, so they are checked when a cache of that name is asked for.
 */
public final class ManagerSettings {

    private final ConfigurationModel model;
    private final Surroundings surroundings;
    private final Set<BackendKind> available;
    private final List<ConfigurationProblem> warnings;

    private ManagerSettings(
            ConfigurationModel model,
            Surroundings surroundings,
            Set<BackendKind> available,
            List<ConfigurationProblem> warnings) {
        this.model = model;
        this.surroundings = surroundings;
        this.available = available;
        this.warnings = warnings;
    }

    /**
     * Reads and checks a configuration.
     *
     * @param available the backends that are at hand; {@link BackendKind#EMBEDDED} always are
     * @throws ConfigurationException with all that is wrong with it
     */
    public static ManagerSettings load(
            ConfigurationSource source, Surroundings surroundings, Set<BackendKind> available) {
        return parse(source.read(), source.name(), surroundings, available, false);
    }

    /**
     * Reads and checks a configuration as {@link #load} does, and also checks every section that may be named like a
     * cache.
     *
     * @throws ConfigurationException with all that is wrong with it
     */
    public static ManagerSettings loadStrictly(
            ConfigurationSource source, Surroundings surroundings, Set<BackendKind> available) {
        return parse(source.read(), source.name(), surroundings, available, true);
    }

    static ManagerSettings parse(
            String text, String sourceName, Surroundings surroundings, Set<BackendKind> available, boolean strict) {
        Problems problems = new Problems();
        ConfigurationModel model = ConfigurationModel.read(text, sourceName, surroundings, problems);
        ModelCheck check = new ModelCheck(model, surroundings, Set.copyOf(available), problems);
        check.run();
        if (strict) {
            check.runOnSectionsNamedLikeCaches();
        }
        problems.throwErrors();
        return new ManagerSettings(model, surroundings, Set.copyOf(available), problems.warnings());
    }

    /** Returns what is set without having an effect, and what is deprecated; meant for the log. */
    public List<ConfigurationProblem> warnings() {
        return warnings;
    }

    /**
     * Returns the settings of a cache, declared or not.
     *
     * @throws ConfigurationException when the section {@code [<cacheName>]} is wrong, or several globs that match the
     *     cache contradict one another
     */
    public CacheSettings forCache(String cacheName) {
        Problems problems = new Problems();
        EffectiveOptions options = model.optionsOf(cacheName, problems);
        @Nullable CacheSettings settings = new SettingsAssembler(available, problems).assemble(cacheName, options);
        problems.throwErrors();
        if (settings == null) {
            throw new IllegalStateException("no settings of cache " + cacheName + ", and no problem");
        }
        return settings;
    }

    /** The backend of a cache that no section is about. */
    private BackendKind defaultBackend() {
        BackendAssembler assembler = new BackendAssembler(model.optionsOf(model.global()), available, new Problems());
        return Objects.requireNonNull(assembler.assemble(), "settings that were checked")
                .kind();
    }

    /** Tells whether a cache that no section is about can keep the application's own objects. */
    public boolean storesByReference() {
        return BackendKind.EMBEDDED.contains(defaultBackend())
                && model.optionsOf(model.global()).find(EncryptionOptions.KEYSET) == null;
    }

    /** Returns the names of the caches that the configuration declares, in alphabetical order. */
    public List<String> declaredCaches() {
        return model.namesOfCaches().stream().filter(model::declares).toList();
    }

    /** Returns the names of all caches that a section is about, declared or not, in alphabetical order. */
    public List<String> mentionedCaches() {
        return model.namesOfCaches();
    }

    /**
     * Returns the globs that a section is about, in the order of the file. A glob is also the name of a cache that it
     * matches, so {@link #forCache} and {@link #effectiveOptions} tell what it does.
     */
    public List<String> globs() {
        return model.globs();
    }

    /**
     * Returns the JCache configuration of a declared cache: types, expiry, flags, loader and writer. Each call makes new
     * factories.
     *
     * @throws IllegalArgumentException when the configuration declares no such cache
     * @throws ConfigurationException when a class that it names can't be used
     */
    public CompleteConfiguration<?, ?> declaration(String cacheName) {
        if (!model.declares(cacheName)) {
            throw new IllegalArgumentException("cacheName = " + cacheName + ": not one of " + declaredCaches());
        }
        Problems problems = new Problems();
        CompleteConfiguration<?, ?> configuration = new DeclarationAssembler(surroundings.classLoader(), problems)
                .assemble(model.optionsOf(cacheName, problems));
        problems.throwErrors();
        return configuration;
    }

    /** Returns the options that concern a cache, as they count for it; secrets are masked. */
    public List<EffectiveOption> effectiveOptions(String cacheName) {
        BackendKind kind = forCache(cacheName).backend().kind();
        EffectiveOptions options = model.optionsOf(cacheName, new Problems());
        return EffectiveOption.list(options, kind, model.declares(cacheName));
    }

    /** Returns the name of the source, and none of the settings. */
    @Override
    public String toString() {
        return "settings of " + model.source();
    }
}
