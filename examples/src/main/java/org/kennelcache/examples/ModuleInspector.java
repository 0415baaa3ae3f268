package org.kennelcache.examples;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheLoaderException;

/** The slow source behind the cache: reads every class file of a module from the image of the running JDK. */
final class ModuleInspector implements CacheLoader<String, ModuleReport> {

    private static final Path MODULES = image().getPath("/modules");

    private final AtomicInteger loads = new AtomicInteger();

    private static FileSystem image() {
        return FileSystems.getFileSystem(URI.create("jrt:/"));
    }

    /** The names of all modules of this JDK. */
    static List<String> modules() throws IOException {
        try (Stream<Path> modules = Files.list(MODULES)) {
            return modules.map(module -> module.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** How often a module has been read. */
    int loads() {
        return loads.get();
    }

    @Override
    public ModuleReport load(String module) {
        loads.incrementAndGet();
        try (Stream<Path> files = Files.walk(MODULES.resolve(module))) {
            return inspect(
                    module,
                    files.filter(file -> file.toString().endsWith(".class"))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new CacheLoaderException("cannot read module " + module, e);
        }
    }

    private static ModuleReport inspect(String module, List<Path> classFiles) throws IOException {
        MessageDigest digest = sha256();
        long bytes = 0;
        int longest = -1;
        String largestClass = "none";
        for (Path classFile : classFiles) {
            byte[] content = Files.readAllBytes(classFile);
            digest.update(content);
            bytes += content.length;
            if (content.length > longest) {
                longest = content.length;
                largestClass = className(MODULES.resolve(module).relativize(classFile));
            }
        }
        return new ModuleReport(
                module, classFiles.size(), bytes, largestClass, HexFormat.of().formatHex(digest.digest()));
    }

    private static String className(Path file) {
        return file.toString().replace('/', '.').replaceFirst("\\.class$", "");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public Map<String, ModuleReport> loadAll(Iterable<? extends String> modules) {
        return StreamSupport.stream(modules.spliterator(), false)
                .collect(Collectors.toMap(Function.identity(), this::load));
    }
}
