package example.modular;

import static java.io.File.pathSeparator;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kennelcache.testing.ConfigurationFile;
import org.kennelcache.testing.RedisServer;

/** The application as a module, with Kennel as another one. */
class ModulesTest {
    private static final String MAIN = "example.modular/example.modular.Main";
    private static final Path APPLICATION = Path.of("target", "classes");
    private static final Path LIBRARIES = Path.of("target", "modules");

    /** What Kennel and jedis need of the JDK. */
    private static final String JDK_MODULES = "java.logging,java.management,java.naming,jdk.net,jdk.unsupported";

    private static final List<String> OUTPUT = List.of(
            "application: module example.modular",
            "provider: module org.kennelcache.jcache",
            "list: [Rex, Bello]",
            "value of a closed package: Rex, 3");

    @TempDir
    private Path folder;

    @Test
    void application_onTheModulePath_works() throws Exception {
        assertThat(Jdk.OWN.java("-p", modulePath(), "-m", MAIN)).isEqualTo(OUTPUT);
    }

    @Test
    void application_onTheModulePathAndOnRedis_works() throws Exception {
        assertThat(onRedis(Jdk.OWN)).isEqualTo(OUTPUT);
    }

    @Test
    void application_withAnImageOfTheJdkAlone_works() throws Exception {
        Path image = folder.resolve("image");
        Jdk.run("jlink", "--add-modules", JDK_MODULES, "--output", image.toString());

        assertThat(onRedis(new Jdk(image))).isEqualTo(OUTPUT);
    }

    @Test
    void application_inAnImage_worksWhereTheApiIsAModule() throws Exception {
        Path image = folder.resolve("image");
        Path path = folder.resolve("modules");
        Files.createDirectory(path);
        for (String jar : List.of("kennel-jcache-", "caffeine-", "cache-api-")) {
            Path library = library(jar);
            Files.copy(library, path.resolve(library.getFileName()));
        }
        makeModule(path.resolve(library("cache-api-").getFileName()));

        Jdk.run(
                "jlink",
                "--module-path",
                path + pathSeparator + APPLICATION,
                "--add-modules",
                "example.modular,org.kennelcache.jcache",
                "--output",
                image.toString());

        assertThat(new Jdk(image).java("-m", MAIN)).isEqualTo(OUTPUT);
    }

    /** Gives the jar of the API the module descriptor that it lacks. */
    private void makeModule(Path jar) throws Exception {
        Path source = folder.resolve("module-info.java");
        Files.copy(Path.of("src", "jlink", "cache.api.java"), source);
        Jdk.run("javac", "-d", folder.toString(), "--patch-module", "cache.api=" + jar, source.toString());
        Jdk.run("jar", "--update", "--file", jar.toString(), "-C", folder.toString(), "module-info.class");
    }

    private List<String> onRedis(Jdk jdk) throws Exception {
        try (RedisServer server = RedisServer.start()) {
            URI configuration = ConfigurationFile.write(folder, ModulesTest.class, "redis.conf", server);
            List<String> output = jdk.java(
                    "-Dkennel.config=" + configuration,
                    "-p",
                    modulePath(),
                    "--add-modules",
                    "redis.clients.jedis",
                    "-m",
                    MAIN);
            assertThat(server.command("DBSIZE")).isEqualTo(2L);
            return output;
        }
    }

    private static String modulePath() {
        return APPLICATION + pathSeparator + LIBRARIES;
    }

    private static Path library(String prefix) throws Exception {
        try (var libraries = Files.newDirectoryStream(LIBRARIES, prefix + "*.jar")) {
            return libraries.iterator().next();
        }
    }
}
