package org.kennelcache.config;

import java.lang.reflect.InvocationTargetException;
import java.util.stream.Stream;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableConfiguration;
import org.jspecify.annotations.Nullable;

/** Makes, and before that checks, the JCache configuration of a cache that is declared in the file. */
final class DeclarationAssembler {

    private static final String NO_CONSTRUCTOR =
            "the class has no public constructor without parameters that can be called";

    private final ClassLoader loader;
    private final Problems problems;

    DeclarationAssembler(ClassLoader loader, Problems problems) {
        this.loader = loader;
        this.problems = problems;
    }

    /** Checks that reading or writing through has something to go through. */
    void checkFlags(EffectiveOptions options) {
        checkFlag(options, KennelOptions.READ_THROUGH, KennelOptions.LOADER_FACTORY);
        checkFlag(options, KennelOptions.WRITE_THROUGH, KennelOptions.WRITER_FACTORY);
    }

    /** Checks that the classes exist and can be what they shall be; none is initialised. */
    void checkClasses(EffectiveOptions options) {
        load(options, KennelOptions.KEY_TYPE, Object.class);
        load(options, KennelOptions.VALUE_TYPE, Object.class);
        checkFactory(options, KennelOptions.LOADER_FACTORY);
        checkFactory(options, KennelOptions.WRITER_FACTORY);
    }

    /** Returns the configuration, with factories made for it; it is incomplete when there was a problem. */
    @SuppressWarnings("unchecked") // the types are known only to the file, and the cache checks them at run time
    CompleteConfiguration<?, ?> assemble(EffectiveOptions options) {
        MutableConfiguration<Object, Object> configuration = new MutableConfiguration<>();
        Class<?> keyType = load(options, KennelOptions.KEY_TYPE, Object.class);
        Class<?> valueType = load(options, KennelOptions.VALUE_TYPE, Object.class);
        if (keyType != null && valueType != null) {
            configuration.setTypes((Class<Object>) keyType, (Class<Object>) valueType);
        }
        configuration.setExpiryPolicyFactory(options.get(KennelOptions.EXPIRY).policy());
        configuration.setStoreByValue(options.get(KennelOptions.STORE_BY_VALUE));
        configuration.setStatisticsEnabled(options.get(KennelOptions.STATISTICS));
        configuration.setManagementEnabled(options.get(KennelOptions.MANAGEMENT));
        configuration.setReadThrough(options.get(KennelOptions.READ_THROUGH));
        configuration.setWriteThrough(options.get(KennelOptions.WRITE_THROUGH));
        configuration.setCacheLoaderFactory(factory(options, KennelOptions.LOADER_FACTORY));
        configuration.setCacheWriterFactory(factory(options, KennelOptions.WRITER_FACTORY));
        return configuration;
    }

    private void checkFlag(EffectiveOptions options, Option<Boolean> flag, Option<ClassName> factory) {
        if (options.get(flag) && options.find(factory) == null) {
            error(options, flag, "needs " + factory.name() + " in the same section");
        }
    }

    private void checkFactory(EffectiveOptions options, Option<ClassName> option) {
        Class<?> type = load(options, option, Factory.class);
        if (type != null && Stream.of(type.getConstructors()).noneMatch(it -> it.getParameterCount() == 0)) {
            error(options, option, NO_CONSTRUCTOR);
        }
    }

    private @Nullable Class<?> load(EffectiveOptions options, Option<ClassName> option, Class<?> expected) {
        ClassName name = options.find(option);
        try {
            return name == null ? null : name.load(loader, expected);
        } catch (IllegalArgumentException e) {
            problems.error(options.location(option), options.subject(option), e);
            return null;
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // JCache's setter decides what the factory makes
    private <F extends Factory<?>> @Nullable F factory(EffectiveOptions options, Option<ClassName> option) {
        Class<?> type = load(options, option, Factory.class);
        try {
            return type == null ? null : (F) type.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            error(options, option, "the constructor of the class threw " + e.getCause());
        } catch (ReflectiveOperationException e) {
            error(options, option, NO_CONSTRUCTOR);
        }
        return null;
    }

    private void error(EffectiveOptions options, Option<?> option, String message) {
        problems.error(options.location(option), options.subject(option), message);
    }
}
