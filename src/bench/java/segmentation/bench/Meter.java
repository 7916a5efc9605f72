package segmentation.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What calls of a job cost in this process, printed as lines of a name and figures: {@code seconds} and {@code cpu} of each
 * call, and in MB what the process had held at most before the data were read ({@code idle}) and after the first call
 * ({@code peak}).
 *
 * <p>Processor seconds are those of the whole process: compiling and collecting count. Where there is no
 * {@code /proc/self/status}, memory is NaN.
 */
public final class Meter {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final Path STATUS = Path.of("/proc/self/status");

    private final double idle = peakMegabytes();

    private Meter() {}

    /** Begins to measure; to be called before anything else is done. */
    public static Meter start() {
        return new Meter();
    }

    /** Calls a job so many times, prints what it cost, and returns the last result. */
    public <T> T timed(int calls, Supplier<T> job) {
        double[] seconds = new double[calls];
        double[] cpu = new double[calls];
        double peak = Double.NaN;
        T result = null;
        for (int call = 0; call < calls; call++) {
            double cpuBefore = cpuSeconds();
            long before = System.nanoTime();
            result = job.get();
            seconds[call] = (System.nanoTime() - before) / 1e9;
            cpu[call] = cpuSeconds() - cpuBefore;
            peak = call == 0 ? peakMegabytes() : peak;
        }
        print("seconds", seconds);
        print("cpu", cpu);
        print("idle", idle);
        print("peak", peak);
        return result;
    }

    /** Prints a line: a name and figures. */
    public static void print(String name, double... figures) {
        System.out.println(
                name + " " + Arrays.stream(figures).mapToObj(Double::toString).collect(Collectors.joining(" ")));
    }

    /** Returns the processor seconds of this process so far. */
    public static double cpuSeconds() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }

    /** Returns the most that this process has held so far, in MB; NaN where that is not known. */
    public static double peakMegabytes() {
        if (!Files.exists(STATUS)) {
            return Double.NaN;
        }
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
