package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.CompiledClasses;
import org.kennelcache.spi.SerializationException;

/** With classes that can't stand among the others: of other modules, of unusual size, with parts missing. */
class CompiledClassesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "opens app;"})
    void copy_classesOfAModule_worksWhetherTheModuleIsOpenOrNot(String directive) throws Exception {
        CompiledClasses.compile(
                folder,
                Map.of(
                        "module-info.java", "module app { exports app; " + directive + " }",
                        "Bean.java",
                                "package app; public class Bean implements java.io.Serializable {"
                                        + " private int[] a = {7}; }",
                        "Holder.java",
                                "package app; public record Holder(Object bean) implements java.io.Serializable {}"));
        ClassLoader loader = loaderOfModule("app");
        Object bean = loader.loadClass("app.Bean").getConstructor().newInstance();
        Object holder = loader.loadClass("app.Holder").getConstructors()[0].newInstance(bean);

        Object copy = Copier.byValue(loader).copy(holder);

        Object copyOfBean = copy.getClass().getMethod("bean").invoke(copy);
        assertThat(copyOfBean).hasSameClassAs(bean).isNotSameAs(bean);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 101, 120})
    void copy_recordWithManyComponents_works(int components) throws Exception {
        String wide =
                IntStream.range(1, components).mapToObj(i -> ", double c" + i).collect(Collectors.joining());
        CompiledClasses.compile(
                folder,
                Map.of("Wide.java", "public record Wide(Object c0" + wide + ") implements java.io.Serializable {}"));
        try (URLClassLoader loader = loader()) {
            Object[] arguments = IntStream.range(0, components)
                    .mapToObj(i -> (Object) (double) i)
                    .toArray();
            arguments[0] = new Box(0);
            Object value = loader.loadClass("Wide").getConstructors()[0].newInstance(arguments);

            Object copy = Copier.byValue(loader).copy(value);

            assertThat(copy).isNotSameAs(value).isEqualTo(value);
        }
    }

    @Test
    void copy_classThatNeedsAMissingOne_throws() throws Exception {
        CompiledClasses.compile(
                folder,
                Map.of(
                        "Missing.java",
                        "public class Missing {}",
                        "Needy.java",
                        "public class Needy implements java.io.Serializable {" + " Missing get() { return null; } }"));
        Files.delete(folder.resolve("Missing.class"));
        try (URLClassLoader loader = loader()) {
            Object value = loader.loadClass("Needy").getConstructor().newInstance();

            assertThat(Immutability.ofInstances(value.getClass())).isEqualTo(Immutability.NONE);
            assertThatThrownBy(() -> Copier.byValue(loader).copy(value))
                    .isInstanceOf(SerializationException.class)
                    .hasCauseInstanceOf(NoClassDefFoundError.class);
        }
    }

    private URLClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }

    private ClassLoader loaderOfModule(String name) {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration =
                boot.configuration().resolve(ModuleFinder.of(folder), ModuleFinder.of(), Set.of(name));
        return boot.defineModulesWithOneLoader(configuration, getClass().getClassLoader())
                .findLoader(name);
    }
}
