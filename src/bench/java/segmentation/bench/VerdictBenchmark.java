package segmentation.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.evaluation.ClusterStability;
import segmentation.evaluation.GroupVerdict;
import segmentation.evaluation.NullComparison;
import segmentation.evaluation.SegmentBorders;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.standin.VerdictCase;
import segmentation.text.NumberText;

/**
 * How often data of which it is known whether there are groups is called clear: {@code VerdictBenchmark DRAWS N... [KIND...]}.
 *
 * <p>Each kind with 2, 5 and 12 features; k from 2 to 6 without groups, and as many as there are groups with them. Copies and
 * resamples are made only where there are gaps, as there is no clear verdict without. Prints a Markdown table.
 */
public final class VerdictBenchmark {
    private static final int[] FEATURES = {2, 5, 12};
    private static final int[] WITHOUT = {2, 3, 4, 5, 6};
    private static final int[] WITH = {2, 4, 6};
    private static final int RESAMPLES = 25;
    private static final KMeansOptions OPTIONS = KMeansOptions.defaults().withRestarts(3);

    private VerdictBenchmark() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        int draws = Integer.parseInt(arguments[0]);
        List<String> rest = List.of(arguments).subList(1, arguments.length);
        List<String> kinds = rest.stream().filter(word -> !word.matches("\\d+")).toList();
        int[] rows = rest.stream()
                .filter(word -> word.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .toArray();
        System.out.println("| data | customers | draws a cell | clear, all cells | clear, worst cell | it is |");
        System.out.println("|---|---|---|---|---|---|");
        (kinds.isEmpty() ? Stream.concat(VerdictCase.WITHOUT.stream(), VerdictCase.WITH.stream()) : kinds.stream())
                .map(VerdictCase::new)
                .forEach(known -> Arrays.stream(rows).forEach(n -> System.out.println(row(known, n, draws))));
    }

    private static String row(VerdictCase known, int n, int draws) {
        double sum = 0;
        double worst = known.hasGroups() ? 2 : -1;
        String where = "";
        int cells = 0;
        for (int d : FEATURES) {
            for (int k : known.hasGroups() ? WITH : WITHOUT) {
                double share = share(known, n, d, k, draws);
                sum += share;
                cells++;
                if (known.hasGroups() ? share < worst : share > worst) {
                    worst = share;
                    where = "%d features, k = %d".formatted(d, k);
                }
            }
        }
        return "| %s | %s | %d | %s | %s | %s |"
                .formatted(
                        known.name(),
                        NumberText.count(n),
                        draws,
                        NumberText.percent(sum / cells),
                        NumberText.percent(worst),
                        where);
    }

    private static double share(VerdictCase known, int n, int d, int k, int draws) {
        return IntStream.range(0, draws)
                        .filter(draw -> isClear(known.draw(n, d, k, draw), k, draw))
                        .count()
                / (double) draws;
    }

    private static boolean isClear(FeatureMatrix matrix, int k, long seed) {
        KMeansOptions options = OPTIONS.withSeed(seed);
        KMeansModel model = KMeans.fit(matrix, k, options);
        return SegmentBorders.of(matrix, model, seed).areGaps()
                && NullComparison.of(matrix, model, options)
                                .verdict(ClusterStability.of(matrix, model, options, RESAMPLES))
                        == GroupVerdict.CLEAR;
    }
}
