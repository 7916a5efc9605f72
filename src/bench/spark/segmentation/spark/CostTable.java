package segmentation.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What was measured on Spark as Markdown: an iteration beside MLlib's, a whole fit, and what a model of both says of more rows
 * on more cores: {@code CostTable FOLDER CURVES ROWS...}. Writes the curves of the picture, and ends with 1 where a limit
 * is missed.
 */
public final class CostTable {
    private static final String OURS = "ours";
    private static final String THEIRS = "mllib";
    private static final String FIT = "fit";
    private static final double MOST_TIME = .8;
    private static final double MOST_MEMORY = .5;
    private static final double MOST_APART = 1e-9;
    private static final double ROWS = 1e9;
    private static final int CORES = 100;
    private static final int ITERATIONS = 60;
    private static final double MINUTE = 60;
    private static final double MILLION = 1e6;
    private static final double THOUSAND = 1e3;

    private final Path folder;
    private final int[] rows;

    private CostTable(Path folder, int[] rows) {
        this.folder = folder;
        this.rows = rows;
    }

    /** Reads the figures of all sizes, the largest last. */
    public static void main(String[] arguments) throws IOException {
        int[] rows = Arrays.stream(arguments, 2, arguments.length)
                .mapToInt(Integer::parseInt)
                .toArray();
        CostTable table = new CostTable(Path.of(arguments[0]), rows);
        boolean kept = table.iterations();
        table.fits();
        table.model();
        Files.write(Path.of(arguments[1]), table.curves());
        System.exit(kept ? 0 : 1);
    }

    /** Returns the figures of a name that a process printed. */
    private double[] figures(String process, String name) {
        Path file = folder.resolve("spark-%s.txt".formatted(process));
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name + " "))
                    .findFirst()
                    .map(line -> Arrays.stream(line.split(" "))
                            .skip(1)
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .orElseThrow(() -> new IllegalStateException(file + " has no line of " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a figure of each size, from the processes of a kind. */
    private double[] sizes(String kind, String name) {
        return Arrays.stream(rows)
                .mapToDouble(size -> figures(kind + "-" + size, name)[0])
                .toArray();
    }

    private boolean iterations() {
        double[] ours = sizes(OURS, "cpu");
        double[] theirs = sizes(THEIRS, "cpu");
        double[] peaks = sizes(OURS, "peak");
        double[] others = sizes(THEIRS, "peak");
        print(
                "| rows | ours, processor seconds an iteration | MLlib's | ours to MLlib's | peak, MB | MLlib's | ours to MLlib's |%n");
        print("|---|---|---|---|---|---|---|%n");
        for (int i = 0; i < rows.length; i++) {
            print(
                    "| %,d | %.3f | %.3f | %.2f | %,.0f | %,.0f | %.2f |%n",
                    rows[i], ours[i], theirs[i], ours[i] / theirs[i], peaks[i], others[i], peaks[i] / others[i]);
        }
        int last = rows.length - 1;
        boolean quick = ours[last] <= MOST_TIME * theirs[last];
        boolean small = peaks[last] <= MOST_MEMORY * others[last];
        double apart = Arrays.stream(rows).mapToDouble(this::apart).max().orElseThrow();
        print(
                "%nOf the most rows at most %.1f of MLlib's time: %s, and %.1f of its memory: %s. ",
                MOST_TIME, word(quick), MOST_MEMORY, word(small));
        print(
                "Before it has rows, Spark itself holds %,.0f MB. ",
                Arrays.stream(sizes(OURS, "idle")).max().orElseThrow());
        print("Centroids after 25 iterations differ by at most %.1e: %s.%n%n", apart, word(apart <= MOST_APART));
        return quick && small && apart <= MOST_APART;
    }

    private double apart(int size) {
        double[] ours = figures(OURS + "-" + size, "centroids");
        double[] theirs = figures(THEIRS + "-" + size, "centroids");
        return IntStream.range(0, ours.length)
                .mapToDouble(i -> Math.abs(ours[i] - theirs[i]))
                .max()
                .orElseThrow();
    }

    private static String word(boolean kept) {
        return kept ? "pass" : "FAIL";
    }

    private void fits() {
        print(
                "A fit with report from Parquet, k = 8, without gap, prediction strength, stability and comparison, which are of a"
                        + " sample and do not grow:%n%n");
        print("| rows | seconds | processor seconds | peak, MB |%n|---|---|---|---|%n");
        double[] seconds = sizes(FIT, "seconds");
        double[] cpu = sizes(FIT, "cpu");
        double[] peak = sizes(FIT, "peak");
        for (int i = 0; i < rows.length; i++) {
            print("| %,d | %.0f | %.0f | %,.0f |%n", rows[i], seconds[i], cpu[i], peak[i]);
        }
    }

    /** What does not grow with rows stays on one machine; what does is shared by the cores. */
    private void model() {
        double[] iteration = line(sizes(OURS, "cpu"));
        double[] fit = line(sizes(FIT, "cpu"));
        double one = iteration[1] * ROWS / CORES;
        print(
                "%nA model, not a measurement: by least squares an iteration takes %.3f processor seconds and %.3f for each"
                        + " million rows, a fit %.0f and %.1f. ",
                iteration[0], iteration[1] * MILLION, fit[0], fit[1] * MILLION);
        print(
                "Were what grows shared evenly by %d cores, an iteration over %,.0f customers would take %.1f s, %d of them"
                        + " %.1f minutes, such a fit %.0f minutes; what is sent over the network is not counted, and segments.csv,"
                        + " which one machine writes, as if it were shared.%n%n",
                CORES, ROWS, one, ITERATIONS, one * ITERATIONS / MINUTE, (fit[0] + fit[1] * ROWS / CORES) / MINUTE);
    }

    /** Returns intercept and slope by least squares. */
    private double[] line(double[] cost) {
        double x = Arrays.stream(rows).average().orElseThrow();
        double y = Arrays.stream(cost).average().orElseThrow();
        double together = 0;
        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            together += (rows[i] - x) * (cost[i] - y);
            squares += (rows[i] - x) * (rows[i] - x);
        }
        double slope = together / squares;
        return new double[] {y - slope * x, slope};
    }

    private List<String> curves() {
        return List.of(
                curve("an iteration", sizes(OURS, "cpu")),
                curve("an iteration of MLlib", sizes(THEIRS, "cpu")),
                curve("a whole fit", sizes(FIT, "cpu")));
    }

    private String curve(String name, double[] seconds) {
        String steps = Arrays.stream(rows).mapToObj(Integer::toString).collect(Collectors.joining("\t"));
        String times = Arrays.stream(seconds)
                .mapToObj(cost -> Double.toString(THOUSAND * cost))
                .collect(Collectors.joining("\t"));
        return String.join("\t", "customers", name, steps, times);
    }

    private static void print(String format, Object... figures) {
        System.out.printf(Locale.ROOT, format, figures);
    }
}
