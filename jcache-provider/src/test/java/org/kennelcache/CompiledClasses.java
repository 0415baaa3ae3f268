package org.kennelcache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** Classes that can't stand among the others, such as two of one name. */
public final class CompiledClasses {

    private CompiledClasses() {}

    /**
     * Compiles sources.
     *
     * @param folder where sources and classes are put
     * @param sources the text of each, by file name
     * @throws IllegalArgumentException if they can't be compiled; the compiler has printed why
     */
    public static void compile(Path folder, Map<String, String> sources) {
        List<String> arguments = new ArrayList<>(List.of("-Xlint:-path", "-d", folder.toString()));
        try {
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = folder.resolve(source.getKey());
                Files.writeString(file, source.getValue());
                arguments.add(file.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalArgumentException("the compiler refused " + sources);
        }
    }
}
