package org.kennelcache.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.runtime.ObjectMethods;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kennelcache.testing.CompiledClasses;
import org.kennelcache.testing.RedisServer;

/** Nothing of an application that has ended stays: no class loader, no thread, no MXBean. */
class UndeploymentTest {

    private static final String TICKET = """
            package shop;
            public class Ticket implements java.io.Serializable {
                private final java.util.List<String> seats;
                public Ticket(String seat) { this.seats = new java.util.ArrayList<>(java.util.List.of(seat)); }
            }
            """;

    @TempDir
    private Path folder;

    private final RedisServer server = RedisServer.start();
    private Set<Thread> threadsBefore = Set.of();
    private Set<ObjectName> beansBefore = Set.of();

    enum Place {
        HEAP,
        REDIS
    }

    @BeforeEach
    void lookAround() {
        threadsBefore = threads();
        beansBefore = beans();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void close_applicationWithKennelInItsParent_loaderCanGo(Place place) throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        CompiledClasses.compile(classes, Map.of("Ticket.java", TICKET));

        awaitCollection(useFromAnApplication(classes, configuration(place)));
        assertNothingLeft();
    }

    @ParameterizedTest
    @EnumSource
    void close_applicationWithAKennelOfItsOwn_loaderCanGo(Place place) throws Exception {
        awaitCollection(runWithAKennelOfItsOwn(configuration(place)));
        assertNothingLeft();
    }

    @Test
    void close_oneOfTwoApplications_otherGoesOn() throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        CompiledClasses.compile(classes, Map.of("Ticket.java", TICKET));
        URI configuration = configuration(Place.REDIS);
        try (WebApplication staying = WebApplication.deploy(classes, configuration)) {
            staying.cache("tickets").put("A1", staying.ticket("row 1"));

            awaitCollection(useFromAnApplication(classes, configuration));

            assertThat(staying.cache("tickets").get("A1").getClass().getClassLoader())
                    .isSameAs(staying.loader());
        }
    }

    private static WeakReference<ClassLoader> useFromAnApplication(Path classes, URI configuration)
            throws ReflectiveOperationException {
        try (WebApplication application = WebApplication.deploy(classes, configuration)) {
            application.cache("tickets").put("A2", application.ticket("row 2"));
            assertThat(application.cache("tickets").get("A2").getClass().getClassLoader())
                    .isSameAs(application.loader());
            return new WeakReference<>(application.loader());
        }
    }

    private static WeakReference<ClassLoader> runWithAKennelOfItsOwn(URI configuration)
            throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Method run = loader.loadClass(Errand.class.getName()).getDeclaredMethod("run", URI.class);
            assertThat(run.getDeclaringClass()).isNotSameAs(Errand.class);
            run.setAccessible(true);
            run.invoke(null, configuration);
            return new WeakReference<>(loader);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void assertNothingLeft() {
        await().pollInSameThread().untilAsserted(() -> assertThat(threads()).isSubsetOf(threadsBefore));
        assertThat(beans()).isEqualTo(beansBefore);
    }

    /** All but those that the JVM starts when they are first needed, and keeps. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !(thread instanceof ForkJoinWorkerThread))
                .filter(thread -> !thread.getName().equals("CompletableFutureDelayScheduler"))
                .collect(Collectors.toSet());
    }

    private static Set<ObjectName> beans() {
        return ManagementFactory.getPlatformMBeanServer().queryNames(null, null);
    }

    private static void awaitCollection(WeakReference<?> reference) throws ReflectiveOperationException {
        linkAnotherRecord();
        await().untilAsserted(() -> {
            System.gc();
            assertThat(reference.get()).isNull();
        });
    }

    /** JDK 17 keeps the class loader of the component's type whose comparison was linked last, whatever record it is in. */
    private static void linkAnotherRecord() throws ReflectiveOperationException {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            ObjectMethods.bootstrap(
                    lookup,
                    "equals",
                    MethodType.methodType(boolean.class, Another.class, Object.class),
                    Another.class,
                    "file",
                    lookup.findGetter(Another.class, "file", File.class));
        } catch (Throwable e) {
            throw new ReflectiveOperationException(e);
        }
    }

    private record Another(File file) {}

    private static URL[] classPath() throws MalformedURLException {
        String[] places = System.getProperty("java.class.path").split(File.pathSeparator);
        URL[] urls = new URL[places.length];
        for (int i = 0; i < places.length; i++) {
            urls[i] = Path.of(places[i]).toUri().toURL();
        }
        return urls;
    }

    private URI configuration(Place place) throws IOException {
        List<String> backend = place == Place.HEAP
                ? List.of("backend = memory")
                : List.of(
                        "backend = redis",
                        "redis_server = " + server.host() + ":" + server.port(),
                        "serial_filter = shop.*, org.kennelcache.deployment.*");
        Path file = folder.resolve("kennel.conf");
        Files.writeString(file, "[cache]\n" + String.join("\n", backend) + "\n");
        return file.toUri();
    }
}
