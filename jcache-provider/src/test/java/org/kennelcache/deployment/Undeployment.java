package org.kennelcache.deployment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.lang.runtime.ObjectMethods;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.management.ObjectName;

/**
 * A servlet container, more or less: a JVM in which an application is deployed and undeployed; it prints what is left
 * of it, a line each. It ought to run with {@code -XX:SoftRefLRUPolicyMSPerMB=0}, since the JDK's caches hold classes
 * softly.
 */
final class Undeployment {

    private static final int ATTEMPTS = 300;
    private static final long PAUSE_MILLIS = 100;

    /** Of JDK 17, and of JDK 25. */
    private static final Set<String> TIMERS =
            Set.of("CompletableFutureDelayScheduler", "ForkJoinPool.commonPool-delayScheduler");

    private final Set<String> threadsBefore = threads();
    private final Set<ObjectName> beansBefore = beans();

    private Undeployment() {}

    /** Who has Kennel among its libraries. */
    enum Libraries {
        /** The container: applications share it. */
        CONTAINER {
            @Override
            WeakReference<ClassLoader> use(URI configuration, Path classes) throws ReflectiveOperationException {
                try (WebApplication application = WebApplication.deploy(classes, configuration)) {
                    application.cache("tickets").put("A1", application.ticket("row 1"));
                    application.cache("tickets").get("A1");
                    return new WeakReference<>(application.loader());
                }
            }
        },
        /** The application. */
        APPLICATION {
            @Override
            WeakReference<ClassLoader> use(URI configuration, Path classes)
                    throws IOException, ReflectiveOperationException {
                try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
                    Method run = loader.loadClass(Errand.class.getName()).getDeclaredMethod("run", URI.class);
                    run.setAccessible(true);
                    run.invoke(null, configuration);
                    return new WeakReference<>(loader);
                }
            }
        };

        /** Starts the application, has it do something, and ends it. */
        abstract WeakReference<ClassLoader> use(URI configuration, Path classes)
                throws IOException, ReflectiveOperationException;
    }

    /**
     * Arguments: the name of a {@link Libraries}, the URI of a configuration, and the folder of the application's
     * classes.
     */
    public static void main(String[] arguments) throws Throwable {
        Undeployment container = new Undeployment();
        WeakReference<ClassLoader> loader =
                Libraries.valueOf(arguments[0]).use(URI.create(arguments[1]), Path.of(arguments[2]));
        linkAnotherRecord();
        container.report(loader);
    }

    private void report(WeakReference<ClassLoader> loader) throws InterruptedException {
        if (!happens(() -> {
            copyAnotherObject();
            return loader.get() == null;
        })) {
            System.out.println("class loader " + loader.get());
        }
        if (!happens(() -> threadsBefore.containsAll(threads()))) {
            System.out.println("threads " + threads() + ", before " + threadsBefore);
        }
        if (!beans().equals(beansBefore)) {
            System.out.println("MBeans " + beans() + ", before " + beansBefore);
        }
    }

    private static boolean happens(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < ATTEMPTS && !condition.getAsBoolean(); i++) {
            System.gc();
            Thread.sleep(PAUSE_MILLIS);
        }
        return condition.getAsBoolean();
    }

    /** All but those that the JVM starts when they are first needed, and keeps. */
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !(thread instanceof ForkJoinWorkerThread))
                .map(Thread::getName)
                .filter(name -> !TIMERS.contains(name))
                .collect(Collectors.toSet());
    }

    private static Set<ObjectName> beans() {
        return ManagementFactory.getPlatformMBeanServer().queryNames(null, null);
    }

    /**
     * JDK 17 keeps the class loader of the component's type whose comparison was linked last, whatever record it is in.
     */
    private static void linkAnotherRecord() throws Throwable {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        ObjectMethods.bootstrap(
                lookup,
                "equals",
                MethodType.methodType(boolean.class, Another.class, Object.class),
                Another.class,
                "file",
                lookup.findGetter(Another.class, "file", File.class));
    }

    /**
     * JDK 17 keeps classes that it has serialised, though it refers to them softly, until it serialises another one.
     */
    private static void copyAnotherObject() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new File("another"));
            out.flush();
            new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("the JDK can't copy its own class", e);
        }
    }

    private record Another(File file) {}

    private static URL[] classPath() throws MalformedURLException {
        String[] places = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        URL[] urls = new URL[places.length];
        for (int i = 0; i < places.length; i++) {
            urls[i] = Path.of(places[i]).toUri().toURL();
        }
        return urls;
    }
}
