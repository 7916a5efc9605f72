package segmentation.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DatasetStore;
import segmentation.evaluation.GroupVerdict;
import segmentation.evaluation.KChoice;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.SweptGroups;
import segmentation.features.FeatureMatrix;
import segmentation.features.Standardizer;
import segmentation.model.KMeansOptions;
import segmentation.standin.VerdictCase;
import segmentation.stats.NormalDraws;

/**
 * What the rule for k answers on public and generated sets, all as z-scores: {@code ChoiceBenchmark [WORD...]}, those
 * alone whose name holds one of the words. k = 1 to 10, seed 42.
 *
 * <p>The public files are the published ones where {@code SEGMENTATION_DATA} leads to them, else their stand-ins. Prints a
 * Markdown table: votes, the k with most voices and the verdict there, the k that is taken, why, and the verdict there.
 */
public final class ChoiceBenchmark {
    private static final int K_MAX = 10;
    private static final double APART = 6;

    private ChoiceBenchmark() {}

    /** Runs it. */
    public static void main(String... arguments) {
        System.out.println("| data | votes | most voices | verdict | taken | why | verdict |");
        System.out.println("|---|---|---|---|---|---|---|");
        sets().forEach((name, matrix) -> {
            if (arguments.length == 0 || Arrays.stream(arguments).anyMatch(name::contains)) {
                System.out.println(row(name, Standardizer.fit(matrix).apply(matrix)));
            }
        });
    }

    private static String row(String name, FeatureMatrix matrix) {
        KSelection selection = KSelection.of(matrix, KMeansOptions.defaults(), K_MAX);
        KChoice choice = KChoice.of(selection, SweptGroups.of(matrix, selection));
        String votes = choice.recommendation().votes().stream()
                .map(vote -> vote.k().isPresent() ? Integer.toString(vote.k().getAsInt()) : "–")
                .collect(Collectors.joining(" "));
        return "| %s | %s | %d | %s | %d | %s | %s |"
                .formatted(
                        name,
                        votes,
                        choice.recommendation().k(),
                        word(choice.ofWinner()),
                        choice.k(),
                        choice.ground().name().toLowerCase(Locale.ROOT),
                        word(choice.verdict()));
    }

    private static String word(Optional<GroupVerdict> verdict) {
        return verdict.map(GroupVerdict::label).orElse("-");
    }

    private static Map<String, FeatureMatrix> sets() {
        Map<String, FeatureMatrix> sets = new LinkedHashMap<>();
        DatasetStore store = DatasetStore.ofProject();
        CustomerTable mall = store.load("mall-customers");
        sets.put("mall, income × score", FeatureMatrix.of(mall, "Annual Income (k$)", "Spending Score (1-100)"));
        sets.put("mall, three", FeatureMatrix.of(mall, "Age", "Annual Income (k$)", "Spending Score (1-100)"));
        CustomerTable shop = store.load("shop-customers");
        sets.put("shop, income × score", FeatureMatrix.of(shop, "Annual Income ($)", "Spending Score (1-100)"));
        sets.put(
                "shop, five",
                FeatureMatrix.of(
                        shop, "Age", "Annual Income ($)", "Spending Score (1-100)", "Work Experience", "Family Size"));
        groups(sets);
        for (String kind : new String[] {"box", "normal 0", "normal .8", "lognormal", "counts", "road", "moon"}) {
            put(sets, kind, 200, 2, 1);
        }
        for (String kind : new String[] {"box", "normal 0", "normal .8", "lognormal", "heavy"}) {
            put(sets, kind, 300, 4, 1);
        }
        return sets;
    }

    private static void groups(Map<String, FeatureMatrix> sets) {
        IntStream.rangeClosed(2, 5).forEach(k -> put(sets, "groups 6 equal", 200, 2, k));
        put(sets, "groups 6 five", 300, 2, 3);
        put(sets, "groups 4 double", 300, 4, 4);
        put(sets, "groups 6 equal", 300, 4, 3);
        sets.put("2 groups in one feature, 1 of noise, 200 × 2", withNoise(200, 2, 1));
        sets.put("3 groups in one feature, 2 of noise, 300 × 3", withNoise(300, 3, 2));
    }

    private static void put(Map<String, FeatureMatrix> sets, String kind, int n, int d, int k) {
        VerdictCase known = new VerdictCase(kind);
        String name = known.hasGroups() ? "%d %s".formatted(k, kind) : kind;
        sets.put(
                "%s, %d × %d".formatted(name, n, d),
                known.draw(n, d, k, KMeansOptions.defaults().seed()));
    }

    /** Returns groups in a row along the first feature, each 6 standard deviations from the next, beside features of noise. */
    private static FeatureMatrix withNoise(int n, int k, int noise) {
        NormalDraws draws = NormalDraws.of(KMeansOptions.defaults().seed());
        double[][] rows = new double[n][noise + 1];
        for (int row = 0; row < n; row++) {
            for (int j = 0; j <= noise; j++) {
                rows[row][j] = draws.normal(j == 0 ? APART * (row % k) : 0, 1);
            }
        }
        return FeatureMatrix.of(
                rows,
                Stream.concat(
                                Stream.of("groups"),
                                IntStream.rangeClosed(1, noise).mapToObj(j -> "noise " + j))
                        .toArray(String[]::new));
    }
}
