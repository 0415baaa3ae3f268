package org.kennelcache.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationSourceTest {

    private static final URI DEFAULT = URI.create("kennel:default");

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private ClassLoader loader = new URLClassLoader(new URL[0], null);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(folder.resolve("my kennel.conf"), "[cache]\n");
    }

    @Test
    void defaultUri_withNothingNamed_isTheBuiltInDefaults() {
        ConfigurationSource source = source(DEFAULT);

        assertThat(source).hasToString("built-in defaults");
        assertThat(source.read()).isEmpty();
    }

    @Test
    void defaultUri_withResource_isTheResource() throws IOException {
        Files.writeString(folder.resolve("kennel.conf"), "[resource]");
        loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);

        assertThat(source(DEFAULT).name()).isEqualTo("classpath:kennel.conf");
        assertThat(source(DEFAULT).read()).isEqualTo("[resource]");
    }

    @Test
    void read_textWithByteOrderMark_leavesItOut() throws IOException {
        Files.writeString(file, "\uFEFF[cache]\n");

        assertThat(ConfigurationSource.ofFile(file).read()).isEqualTo("[cache]\n");
    }

    @Test
    void defaultUri_withVariable_isWhatItNames() {
        environment.put("KENNEL_CONFIG", file.toString());

        assertThat(source(DEFAULT).read()).isEqualTo("[cache]\n");
    }

    @Test
    void defaultUri_withPropertyAndVariable_isWhatThePropertyNames() {
        environment.put("KENNEL_CONFIG", "/nowhere");
        properties.put("kennel.config", file.toUri().toString());

        assertThat(source(DEFAULT).read()).isEqualTo("[cache]\n");
    }

    @Test
    void kennelUri_withAnyName_isTheDefaultConfiguration() {
        properties.put("kennel.config", file.toString());

        assertThat(source(URI.create("kennel:second")).read()).isEqualTo("[cache]\n");
    }

    @Test
    void fileUri_isThatFile() {
        assertThat(source(file.toUri()).read()).isEqualTo("[cache]\n");
    }

    @Test
    void classpathUri_isAResourceOfTheManagersLoader() throws IOException {
        loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
        Files.writeString(folder.resolve("other.conf"), "[other]");

        assertThat(source(URI.create("classpath:other.conf")).read()).isEqualTo("[other]");
        assertThat(source(URI.create("classpath:/other.conf")).read()).isEqualTo("[other]");
    }

    @Test
    void jarUri_isAnEntryOfThatArchive() throws IOException {
        Path jar = folder.resolve("a.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("conf/kennel.conf"));
            out.write("[jar]".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(source(URI.create("jar:" + jar.toUri() + "!/conf/kennel.conf"))
                        .read())
                .isEqualTo("[jar]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:1/k.conf", "https://127.0.0.1:1/k.conf", "jar:http://127.0.0.1:1/a.jar!/k"})
    void httpUri_byDefault_isRefused(String uri) {
        assertThatThrownBy(() -> source(URI.create(uri)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(uri + ": the configuration, named by the URI of the cache manager, is refused: whoever"
                        + " answers there could name any class and any server; allowed when the system property"
                        + " kennel.config.http is true");
    }

    @Test
    void httpUri_switchedOn_isFetched() throws IOException {
        properties.put("kennel.config.http", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/k.conf", exchange -> {
            byte[] body = "[http]".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/k.conf");
            assertThat(source(uri).read()).isEqualTo("[http]");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void uri_withPassword_doesNotShowIt() {
        assertThatThrownBy(() -> source(URI.create("http://u:hunter2@127.0.0.1:1/k.conf")))
                .hasMessageStartingWith("http://******@127.0.0.1:1/k.conf: ")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void uri_ofUnknownScheme_isAnErrorThatSaysWhatIsAllowed() {
        assertThatThrownBy(() -> source(URI.create("ftp://127.0.0.1/k.conf")))
                .hasMessage(
                        "ftp://127.0.0.1/k.conf: the configuration, named by the URI of the cache manager, is not of"
                                + " a form that is known; allowed: file:, classpath: and jar: URIs, and kennel:<name>"
                                + " for one more manager with the default configuration");
    }

    @Test
    void file_missing_isAnErrorThatSaysWhoNamedIt() {
        environment.put("KENNEL_CONFIG", "/nowhere/kennel.conf");

        assertThatThrownBy(() -> source(DEFAULT).read())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("/nowhere/kennel.conf: the configuration, named by the environment variable KENNEL_CONFIG,"
                        + " does not exist");
    }

    @Test
    void property_naming_isSaidInErrorsToo() {
        properties.put("kennel.config", "classpath:nowhere.conf");

        assertThatThrownBy(() -> source(DEFAULT).read())
                .hasMessage(
                        "classpath:nowhere.conf: the configuration, named by the system property kennel.config, does"
                                + " not exist");
    }

    @Test
    void file_thatIsAFolder_isAnError() {
        assertThatThrownBy(() -> source(folder.toUri()).read())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("can't be read");
    }

    @Test
    void file_notUtf8_isAnError() throws IOException {
        Files.write(file, new byte[] {'[', (byte) 0xe4, ']'});

        assertThatThrownBy(() -> source(file.toUri()).read()).hasMessageEndingWith("can't be read: not UTF-8 text");
    }

    @Test
    void fileUri_withHost_isAnErrorAndNotFetched() {
        assertThatThrownBy(() -> source(URI.create("file://127.0.0.1/k.conf")).read())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("can't be read");
    }

    private ConfigurationSource source(URI uri) {
        return ConfigurationSource.of(uri, new Surroundings(environment::get, properties::get, loader, true));
    }
}
