package segmentation.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.standin.VerdictCase;
import segmentation.text.NumberText;

/**
 * How often data of which it is known whether there are groups is called clear, and what it fails by where it is not: {@code
 * VerdictBenchmark DRAWS SEED N... [KIND...]}.
 *
 * <p>Each kind with 2, 5 and 12 features; k from 2 to 6 without groups, and as many as there are groups with them. Every draw of
 * a kind and number of customers has a seed of its own, from SEED on. Copies and resamples are made only where there are gaps, as
 * there is no clear verdict without. Prints a Markdown table; clear, without gaps, like copies and unstable add up to all draws.
 */
public final class VerdictBenchmark {
    private static final int[] FEATURES = {2, 5, 12};
    private static final int[] WITHOUT = {2, 3, 4, 5, 6};
    private static final int[] WITH = {2, 4, 6};
    private static final int RESAMPLES = 25;
    private static final KMeansOptions OPTIONS = KMeansOptions.defaults().withRestarts(3);

    private final VerdictCase known;
    private final int n;
    private final int[] ks;
    private final int draws;
    private final Outcome[][][] outcomes;

    private enum Outcome {
        CLEAR,
        NO_GAPS,
        LIKE_COPIES,
        UNSTABLE
    }

    private VerdictBenchmark(VerdictCase known, int n, int draws, long seed) {
        this.known = known;
        this.n = n;
        this.draws = draws;
        this.ks = known.hasGroups() ? WITH : WITHOUT;
        this.outcomes = new Outcome[FEATURES.length][ks.length][draws];
        long next = seed;
        for (int d = 0; d < FEATURES.length; d++) {
            for (int k = 0; k < ks.length; k++) {
                for (int draw = 0; draw < draws; draw++) {
                    outcomes[d][k][draw] = outcome(known.draw(n, FEATURES[d], ks[k], next), ks[k], next);
                    next++;
                }
            }
        }
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        int draws = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        List<String> rest = List.of(arguments).subList(2, arguments.length);
        List<String> kinds = rest.stream().filter(word -> !word.matches("\\d+")).toList();
        int[] rows = rest.stream()
                .filter(word -> word.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .toArray();
        System.out.println(
                "| data | customers | draws | clear | by k = 2, 3, 4, 5, 6; with groups 2, 4, 6 | worst cell | no gaps | like copies | unstable |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        (kinds.isEmpty() ? Stream.concat(VerdictCase.WITHOUT.stream(), VerdictCase.WITH.stream()) : kinds.stream())
                .map(VerdictCase::new)
                .forEach(known -> Arrays.stream(rows)
                        .forEach(n -> System.out.println(new VerdictBenchmark(known, n, draws, seed).row())));
    }

    private static Outcome outcome(FeatureMatrix matrix, int k, long seed) {
        KMeansOptions options = OPTIONS.withSeed(seed);
        KMeansModel model = KMeans.fit(matrix, k, options);
        if (!SegmentBorders.of(matrix, model, seed).areGaps(1)) {
            return Outcome.NO_GAPS;
        }
        NullComparison comparison = NullComparison.withoutShuffles(matrix, model, options);
        if (comparison.isLikeCopies()) {
            return Outcome.LIKE_COPIES;
        }
        ClusterStability stability = ClusterStability.inResamples(matrix, model, options, 0, RESAMPLES);
        GroupVerdict verdict = comparison.verdict(stability);
        return verdict == GroupVerdict.CLEAR
                ? Outcome.CLEAR
                : comparison.areGaps(stability) ? Outcome.UNSTABLE : Outcome.NO_GAPS;
    }

    private String row() {
        double share = share(Outcome.CLEAR);
        return "| %s | %s | %d | %s ± %s | %s | %s | %s | %s | %s |"
                .formatted(
                        known.name(),
                        NumberText.count(n),
                        all().count(),
                        percent(share),
                        percent(Math.sqrt(share * (1 - share) / all().count())),
                        IntStream.range(0, ks.length)
                                .mapToObj(k -> whole(Arrays.stream(outcomes)
                                        .mapToDouble(d -> clear(d[k]))
                                        .average()
                                        .orElseThrow()))
                                .collect(Collectors.joining(", ")),
                        worstCell(),
                        percent(share(Outcome.NO_GAPS)),
                        percent(share(Outcome.LIKE_COPIES)),
                        percent(share(Outcome.UNSTABLE)));
    }

    private String worstCell() {
        double worst = known.hasGroups() ? 2 : -1;
        String where = "";
        for (int d = 0; d < FEATURES.length; d++) {
            for (int k = 0; k < ks.length; k++) {
                double share = clear(outcomes[d][k]);
                if (known.hasGroups() ? share < worst : share > worst) {
                    worst = share;
                    where = "%s (%d features, k = %d)".formatted(whole(share), FEATURES[d], ks[k]);
                }
            }
        }
        return where;
    }

    private Stream<Outcome> all() {
        return Arrays.stream(outcomes).flatMap(Arrays::stream).flatMap(Arrays::stream);
    }

    private double share(Outcome outcome) {
        return (double) all().filter(outcome::equals).count() / all().count();
    }

    private double clear(Outcome[] cell) {
        return Arrays.stream(cell).filter(Outcome.CLEAR::equals).count() / (double) draws;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String whole(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
