package segmentation.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import segmentation.evaluation.AdjustedRandIndex;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansModel;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * What columns of categories change: the segments of the same customers, as many, without them.
 *
 * @param columns the columns of categories
 * @param k number of segments without them: as many as with them, or fewer where not so many customers differ
 * @param customers how many there are
 * @param moved how many are in another segment, each segment being that with which it shares most customers
 * @param agreement adjusted Rand index of the two, at most 1
 */
public record CategoryContrast(List<String> columns, int k, int customers, int moved, double agreement) {
    private static final double ALIKE = 0.9;
    private static final double HARDLY = 0.2;

    /** Copies the list. */
    public CategoryContrast {
        columns = List.copyOf(columns);
    }

    /**
     * Compares segments by columns of categories, if there are any, with those without them.
     *
     * @param with the segments by all columns
     * @param without the same customers, to be segmented without those columns
     * @param fit fits so many segments to these, at least 2
     */
    static Optional<CategoryContrast> of(
            List<String> columns, KMeansModel with, Supplier<PreparedCustomers> without, IntFunction<KMeansModel> fit) {
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        FeatureMatrix rest = without.get().matrix();
        int[] labels = with.labels();
        int k = IntStream.iterate(with.k(), fewer -> fewer - 1)
                .filter(fewer -> fewer == 1 || rest.hasDistinctRows(fewer))
                .findFirst()
                .orElseThrow();
        int[] others = k == 1
                ? IntStream.generate(() -> 1).limit(labels.length).toArray()
                : fit.apply(k).numberedLike(labels).labels();
        int moved = (int) IntStream.range(0, labels.length)
                .filter(i -> labels[i] != others[i])
                .count();
        return Optional.of(
                new CategoryContrast(columns, k, labels.length, moved, AdjustedRandIndex.of(labels, others)));
    }

    /** Says how far they agree, and how many customers are elsewhere. */
    public String sentence() {
        String what = agreement >= ALIKE
                ? "nearly the same, so the categories add little"
                : agreement < HARDLY ? "others, so the categories decide" : "partly the same";
        return "Without %s, %s of the same customers %s %s: adjusted Rand index %s, and %s of %s customers (%s) are in another segment."
                .formatted(
                        Wording.list(columns),
                        Wording.count(k, "segment"),
                        k == 1 ? "is" : "are",
                        what,
                        NumberText.signed(NumberText.fixed(agreement, 2)),
                        NumberText.count(moved),
                        NumberText.count(customers),
                        NumberText.percent((double) moved / customers));
    }
}
