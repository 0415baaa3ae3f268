package org.kennelcache.benchmarks.harness;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The jars of the contenders, resolved by Maven and remembered in files until contenders.xml changes; but Kennel's
 * every time, since what it depends on may have changed.
 */
public final class ClassPaths {

    private static final Path CONTENDERS = Path.of("contenders.xml");
    private static final Path FOLDER = Path.of("target", "contenders");

    private final String own;
    private final Map<Contender, String> jars;

    private ClassPaths(String own, Map<Contender, String> jars) {
        this.own = own;
        this.jars = jars;
    }

    /**
     * Resolves the contenders' jars. A contender whose jars can't be had is left out; Maven says why on standard
     * output.
     *
     * @param own the class path of the benchmarks themselves
     */
    public static ClassPaths resolve(String own, List<Contender> contenders) throws IOException, InterruptedException {
        Map<Contender, String> jars = new TreeMap<>();
        for (Contender contender : contenders) {
            Path file = FOLDER.resolve(contender.id() + ".classpath").toAbsolutePath();
            if (isCurrent(contender, file) || hasResolved(contender, file)) {
                jars.put(contender, Files.readString(file).strip());
            }
        }
        return new ClassPaths(own, jars);
    }

    /** Returns the class path of a JVM that measures the contender; empty if its jars can't be had. */
    Optional<String> of(Contender contender) {
        return Optional.ofNullable(jars.get(contender)).map(path -> own + File.pathSeparator + path);
    }

    /** Returns the versions of the contenders, read from the names of their jars. */
    public Map<Contender, String> versions() {
        Map<Contender, String> versions = new TreeMap<>();
        jars.forEach(
                (contender, path) -> version(contender, path).ifPresent(version -> versions.put(contender, version)));
        return versions;
    }

    private static Optional<String> version(Contender contender, String path) {
        String start = contender.artifact() + "-";
        String end = ".jar";
        return Stream.of(path.split(File.pathSeparator))
                .map(jar -> new File(jar).getName())
                .filter(name -> name.startsWith(start) && Character.isDigit(name.charAt(start.length())))
                .map(name -> name.substring(start.length(), name.length() - end.length()))
                .findFirst();
    }

    private static boolean isCurrent(Contender contender, Path file) throws IOException {
        return contender.role() != Role.KENNEL
                && Files.exists(file)
                && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(CONTENDERS)) >= 0;
    }

    private static boolean hasResolved(Contender contender, Path file) throws IOException, InterruptedException {
        return new ProcessBuilder(
                                "mvn",
                                "--quiet",
                                "--batch-mode",
                                "--file=" + CONTENDERS,
                                "--activate-profiles=" + contender.id(),
                                "dependency:build-classpath",
                                "-Dmdep.outputFile=" + file)
                        .inheritIO()
                        .start()
                        .waitFor()
                == 0;
    }
}
