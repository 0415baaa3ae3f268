package org.kennelcache.backend.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles the backend with the jedis that is on the class path, whichever it was built with. */
class CompilationTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "kennelcache", "backend", "redis");

    @TempDir
    private Path classes;

    @Test
    void sources_jedisOfTheClassPath_compileWithoutWarnings() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.list(SOURCES)) {
            List<String> options = List.of(
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "-d",
                    classes.toString(),
                    "-proc:none",
                    "-Xlint:deprecation,removal,-path");

            boolean isCompiled = compiler.getTask(
                            complaints, files, null, options, null, files.getJavaFileObjectsFromPaths(sources.toList()))
                    .call();

            assertThat(complaints.toString()).isEmpty();
            assertThat(isCompiled).isTrue();
        }
        assertThat(classes.resolve("org/kennelcache/backend/redis/RedisBackend.class"))
                .exists();
    }
}
