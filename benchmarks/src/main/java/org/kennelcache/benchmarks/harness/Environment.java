package org.kennelcache.benchmarks.harness;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where it was measured, for a person to read.
 *
 * @param machine processor, how many of them, memory and operating system
 * @param jdk vendor and version
 */
public record Environment(String machine, String jdk) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final String MODEL = "model name";

    /** Looks at this machine and the JVM that runs this. */
    public static Environment current() throws IOException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        String machine = "%s, %d processors, %d GiB, %s %s"
                .formatted(
                        processor(),
                        system.getAvailableProcessors(),
                        Math.round(system.getTotalMemorySize() / (double) (1 << 30)),
                        system.getName(),
                        system.getVersion());
        String jdk = "JDK %s (%s)".formatted(System.getProperty("java.version"), System.getProperty("java.vendor"));
        return new Environment(machine, jdk);
    }

    private static String processor() throws IOException {
        String architecture = System.getProperty("os.arch");
        if (!Files.isReadable(PROCESSORS)) {
            return architecture;
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith(MODEL))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        }
    }
}
