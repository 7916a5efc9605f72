package segmentation.model;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DatasetStore;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.Standardizer;
import segmentation.stats.NormalDraws;

/**
 * {@code environment/bench optimum}, {@code OptimumBenchmark SEEDS STARTS K...}: how often a fit ends within 1e-6 of the least
 * WCSS that is known, on the published files and on data without groups, and what that costs, against 50 restarts alone.
 *
 * <p>The least that is known is the least of all fits here and of so many more starts. One thread; processor time.
 */
public final class OptimumBenchmark {
    private static final double NEAR = 1 + 1e-6;
    private static final int RESTARTS = 50;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int seeds;
    private final int starts;
    private final int[] ks;
    private int cells;
    private final int[] hits = new int[2];
    private final double[] seconds = new double[2];
    private final double[] worst = {1, 1};

    private OptimumBenchmark(int seeds, int starts, int[] ks) {
        this.seeds = seeds;
        this.starts = starts;
        this.ks = ks;
    }

    /** Prints a table in Markdown: for each data set and in all, hits, the worst WCSS and the time of both ways. */
    public static void main(String... arguments) throws Exception {
        int[] ks = Arrays.stream(arguments).skip(2).mapToInt(Integer::parseInt).toArray();
        OptimumBenchmark benchmark =
                new OptimumBenchmark(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), ks);
        new ForkJoinPool(1).submit(benchmark::run).get();
    }

    private void run() {
        System.out.println("| data | fits | 50 restarts: best | worst | s | default: best | worst | s |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        sets().forEach(this::measure);
        row("all", cells, hits, worst, seconds);
    }

    private void measure(String name, FeatureMatrix matrix) {
        FeatureMatrix working = WorkingUnits.of(matrix);
        int[] hit = new int[2];
        double[] second = new double[2];
        double[] far = {1, 1};
        for (int k : ks) {
            double[][] found = {
                wcss(
                        second,
                        0,
                        seed -> KMeans.ofStarts(working, k, options(seed).withRestarts(RESTARTS))),
                wcss(second, 1, seed -> KMeans.fit(working, k, options(seed)))
            };
            double more =
                    KMeans.ofStarts(working, k, options(0).withRestarts(starts)).wcss();
            double least = Math.min(
                    more,
                    Arrays.stream(found).flatMapToDouble(Arrays::stream).min().orElseThrow());
            for (int way = 0; way < 2; way++) {
                hit[way] += (int) Arrays.stream(found[way])
                        .filter(wcss -> wcss <= least * NEAR)
                        .count();
                far[way] = Math.max(far[way], Arrays.stream(found[way]).max().orElseThrow() / least);
            }
        }
        row(name, ks.length * seeds, hit, far, second);
        cells += ks.length * seeds;
        for (int way = 0; way < 2; way++) {
            hits[way] += hit[way];
            worst[way] = Math.max(worst[way], far[way]);
            seconds[way] += second[way];
        }
    }

    private static KMeansOptions options(long seed) {
        return KMeansOptions.defaults().withSeed(seed);
    }

    private double[] wcss(double[] second, int way, LongFunction<KMeansModel> fit) {
        long before = THREADS.getCurrentThreadCpuTime();
        double[] wcss = LongStream.rangeClosed(1, seeds)
                .mapToObj(fit)
                .mapToDouble(KMeansModel::wcss)
                .toArray();
        second[way] += (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
        return wcss;
    }

    private static void row(String name, int fits, int[] hits, double[] worst, double[] seconds) {
        System.out.printf(
                "| %s | %d | %.1f %% | %.0e | %.1f | %.1f %% | %.0e | %.1f |%n",
                name,
                fits,
                100.0 * hits[0] / fits,
                worst[0] - 1,
                seconds[0],
                100.0 * hits[1] / fits,
                worst[1] - 1,
                seconds[1]);
    }

    private static Map<String, FeatureMatrix> sets() {
        Map<String, FeatureMatrix> sets = new LinkedHashMap<>();
        DatasetStore store = DatasetStore.ofProject();
        CustomerTable mall = store.load("mall-customers");
        CustomerTable shop = store.load("shop-customers");
        add(sets, "mall, income × score", FeatureMatrix.of(mall, "Annual Income (k$)", "Spending Score (1-100)"));
        add(sets, "mall, three", FeatureMatrix.of(mall, "Age", "Annual Income (k$)", "Spending Score (1-100)"));
        add(sets, "shop, income × score", FeatureMatrix.of(shop, "Annual Income ($)", "Spending Score (1-100)"));
        add(sets, "shop, three", FeatureMatrix.of(shop, "Age", "Annual Income ($)", "Spending Score (1-100)"));
        add(
                sets,
                "shop, five",
                FeatureMatrix.of(
                        shop, "Age", "Annual Income ($)", "Spending Score (1-100)", "Work Experience", "Family Size"));
        int seed = 0;
        for (String kind : new String[] {"even", "normal", "correlated", "lognormal", "counts"}) {
            for (int[] shape : new int[][] {{200, 3}, {200, 8}, {500, 2}, {1000, 4}, {2000, 5}}) {
                sets.put(
                        "%s, %d × %d".formatted(kind, shape[0], shape[1]),
                        scaled(drawn(kind, shape[0], shape[1], ++seed)));
            }
        }
        return sets;
    }

    private static void add(Map<String, FeatureMatrix> sets, String name, FeatureMatrix raw) {
        sets.put(name, raw);
        sets.put(name + ", z", scaled(raw));
    }

    private static FeatureMatrix scaled(FeatureMatrix raw) {
        return Standardizer.fit(raw).apply(raw);
    }

    /** Draws data without groups. */
    private static FeatureMatrix drawn(String kind, int n, int d, long seed) {
        NormalDraws draws = NormalDraws.of(seed);
        double[][] rows = Stream.generate(() -> row(kind, d, draws)).limit(n).toArray(double[][]::new);
        return FeatureMatrix.of(
                IntStream.rangeClosed(1, d)
                        .mapToObj(j -> Feature.named("x" + j))
                        .toList(),
                n,
                (i, j) -> rows[i][j]);
    }

    private static double[] row(String kind, int d, NormalDraws draws) {
        double common = draws.normal(0, 1);
        return IntStream.range(0, d)
                .mapToDouble(j -> switch (kind) {
                    case "even" -> draws.even(0, 1);
                    case "normal" -> draws.normal(0, 1);
                    case "correlated" -> common + draws.normal(0, .65);
                    case "lognormal" -> StrictMath.exp(.8 * draws.normal(0, 1));
                    case "counts" -> Math.floor(-4 * StrictMath.log(1 - draws.even(0, 1)));
                    default -> throw new IllegalArgumentException(kind);
                })
                .toArray();
    }
}
