package segmentation.model;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import segmentation.features.DistancesBenchmark;

/** Runs {@link KernelsBenchmark} and {@link DistancesBenchmark} on one core and prints its figures as Markdown. */
public final class KernelsTable {
    private KernelsTable() {}

    /** Runs all kernels. */
    public static void main(String... none) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(KernelsBenchmark.class.getName())
                        .include(DistancesBenchmark.class.getName())
                        .jvmArgsAppend("-XX:ActiveProcessorCount=1", "--add-modules", "jdk.incubator.vector")
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
        System.out.println("| kernel | features x k | ms | ± (99.9 %) |\n|---|---|---|---|");
        results.forEach(result -> {
            Result<?> time = result.getPrimaryResult();
            String kernel = time.getLabel();
            String shape = result.getParams().getParam("shape");
            System.out.printf(
                    Locale.ROOT, "| %s | %s | %.2f | %.2f |%n", kernel, shape, time.getScore(), time.getScoreError());
        });
    }
}
