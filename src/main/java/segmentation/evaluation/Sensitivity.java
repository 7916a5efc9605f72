package segmentation.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What is left of a segmentation where somebody works otherwise: other scaling, other customers, another k, other seeds.
 *
 * <p>Each variant is fitted with the chosen settings and held against the chosen labels by the adjusted Rand index
 * (Hubert and Arabie 1985), read by the bands of Steinley (2004). Start with {@link #of} and add variants; immutable, each
 * step returns a new one. Where fewer than k rows of a variant differ, it is fitted with as many segments as there are
 * different rows.
 */
public final class Sensitivity implements Tabular {
    private final FeatureMatrix matrix;
    private final int[] labels;
    private final int k;
    private final KMeansOptions options;
    private final List<Variant> variants;

    private Sensitivity(FeatureMatrix matrix, int[] labels, int k, KMeansOptions options, List<Variant> variants) {
        this.matrix = matrix;
        this.labels = labels;
        this.k = k;
        this.options = options;
        this.variants = variants;
    }

    /**
     * What one other way of working leaves of a segmentation.
     *
     * @param name what was done otherwise, such as {@code min-max scaling}
     * @param customers how many were in both, and so compared
     * @param k the number of segments found
     * @param adjustedRand the agreement with the chosen segmentation, at most 1
     */
    public record Variant(String name, int customers, int k, double adjustedRand) {

        /** Returns the band of the agreement. */
        public AgreementBand band() {
            return AgreementBand.of(adjustedRand);
        }

        /** Tells whether the segmentation survives: agreement that is good or better, so above .80. */
        public boolean survives() {
            return band().compareTo(AgreementBand.GOOD) <= 0;
        }
    }

    /**
     * Starts without variants.
     *
     * @param matrix what was clustered, n × d
     * @param model the chosen segmentation of it
     * @param options the settings it was fitted with
     * @throws IllegalArgumentException where the model has not as many customers as the matrix
     */
    public static Sensitivity of(FeatureMatrix matrix, KMeansModel model, KMeansOptions options) {
        int[] labels = model.labels();
        checkRows(matrix, labels.length);
        return new Sensitivity(matrix, labels, model.k(), options, List.of());
    }

    /**
     * Adds the same customers described otherwise: scaled otherwise, with logarithms, with other features.
     *
     * @param other as many rows as the chosen matrix, in the same order
     */
    public Sensitivity with(String name, FeatureMatrix other) {
        return with(name, other, IntStream.range(0, labels.length).toArray());
    }

    /**
     * Adds a part of the customers, such as all without outliers; only they are compared.
     *
     * @param other one row a kept customer
     * @param kept the places of these customers in the chosen matrix, counted from 0, ascending
     * @throws IllegalArgumentException where there are not as many rows as kept customers, or the places are not such
     */
    public Sensitivity with(String name, FeatureMatrix other, int[] kept) {
        checkRows(other, kept.length);
        for (int i = 0; i < kept.length; i++) {
            if (kept[i] < (i == 0 ? 0 : kept[i - 1] + 1) || kept[i] >= labels.length) {
                throw new IllegalArgumentException(
                        "Kept customers are ascending places from 0 to %d, got %d at place %d of the list"
                                .formatted(labels.length - 1, kept[i], i));
            }
        }
        KMeansModel refit = Refit.of(other, k, options);
        int[] chosen = Arrays.stream(kept).map(row -> labels[row]).toArray();
        return and(new Variant(name, kept.length, refit.k(), AdjustedRandIndex.of(chosen, refit.labels())));
    }

    /** Adds one segment less and one more; less only where that leaves 2, more only where so many rows differ. */
    public Sensitivity withNeighbouringK() {
        return withNeighbouringK(near -> KMeans.fit(matrix, near, options));
    }

    /** Adds one segment less and one more, as above, by models of the same matrix. */
    Sensitivity withNeighbouringK(IntFunction<KMeansModel> models) {
        Sensitivity result = this;
        for (int near : new int[] {k - 1, k + 1}) {
            if (near >= 2 && matrix.hasDistinctRows(near)) {
                int[] other = models.apply(near).labels();
                result = result.and(
                        new Variant("k = " + near, labels.length, near, AdjustedRandIndex.of(labels, other)));
            }
        }
        return result;
    }

    /** Adds the fit that agrees least among those from the 10 seeds that follow the chosen one. */
    public Sensitivity withOtherSeeds() {
        return withOtherSeeds(Refit.otherSeeds(matrix, labels, k, options));
    }

    /** Adds the least of the adjusted Rand indices with the fits from other seeds. */
    Sensitivity withOtherSeeds(double[] indices) {
        return and(new Variant(
                "least alike of %d other seeds".formatted(indices.length),
                labels.length,
                k,
                Arrays.stream(indices).min().orElseThrow()));
    }

    /** Returns the variants, in the order they were added. */
    public List<Variant> variants() {
        return variants;
    }

    /** Returns what survives and what does not, with the figures; without variants, that none was tried. */
    public String sentence() {
        if (variants.isEmpty()) {
            return "No other way of working was tried.";
        }
        List<Variant> lost =
                variants.stream().filter(variant -> !variant.survives()).toList();
        return ("The segmentation survives %d of %d changes, by the rule that the adjusted Rand index stays above .80"
                        + " (good, by Steinley 2004)%s.")
                .formatted(
                        variants.size() - lost.size(),
                        variants.size(),
                        lost.isEmpty() ? "" : "; it does not survive " + listed(lost));
    }

    private static String listed(List<Variant> variants) {
        return variants.stream()
                .map(variant -> "%s (%s, %s)"
                        .formatted(
                                variant.name(), index(variant), variant.band().label()))
                .collect(Collectors.joining(", "));
    }

    /** Returns a row for each variant: customers compared, segments, agreement and its band. */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.titled("Agreement with the chosen segmentation")
                .text("worked otherwise")
                .figures("customers", "k", "adjusted Rand")
                .text("agreement");
        variants.forEach(variant -> table.row(
                variant.name(),
                NumberText.count(variant.customers()),
                Integer.toString(variant.k()),
                index(variant),
                variant.band().label()));
        return table.build();
    }

    /** Returns a row for each variant, to sort, join and plot: as {@link #toTable}. */
    public Table table() {
        return Table.create(
                "sensitivity",
                StringColumn.create("worked otherwise", variants.stream().map(Variant::name)),
                IntColumn.create("customers", variants.stream().mapToInt(Variant::customers)),
                IntColumn.create("k", variants.stream().mapToInt(Variant::k)),
                DoubleColumn.create("adjusted Rand", variants.stream().mapToDouble(Variant::adjustedRand)),
                StringColumn.create(
                        "agreement",
                        variants.stream().map(variant -> variant.band().label())));
    }

    private static String index(Variant variant) {
        return NumberText.signed(NumberText.fixed(variant.adjustedRand(), 3));
    }

    private Sensitivity and(Variant variant) {
        List<Variant> more = new ArrayList<>(variants);
        more.add(variant);
        return new Sensitivity(matrix, labels, k, options, List.copyOf(more));
    }

    private static void checkRows(FeatureMatrix matrix, int customers) {
        if (matrix.rows() != customers) {
            throw new IllegalArgumentException(
                    "%d customers need as many rows in the matrix, got %d".formatted(customers, matrix.rows()));
        }
    }

    /**
     * What an adjusted Rand index of two segmentations is usually taken to mean.
     *
     * <p>Source: Steinley, Properties of the Hubert-Arabie adjusted Rand index, Psychological Methods 9, 2004. Each band
     * holds from its lower bound up, the bound excluded, after rounding to the three decimals that are shown. A convention,
     * not a test.
     */
    public enum AgreementBand {
        /** Above .90. */
        EXCELLENT("excellent", .90),
        /** Above .80. */
        GOOD("good", .80),
        /** Above .65. */
        MODERATE("moderate", .65),
        /** Up to .65. */
        POOR("poor", Double.NEGATIVE_INFINITY);

        private final String label;
        private final double above;

        AgreementBand(String label, double above) {
            this.label = label;
            this.above = above;
        }

        /**
         * Returns the band of an adjusted Rand index.
         *
         * @throws IllegalArgumentException where it is NaN or above 1
         */
        public static AgreementBand of(double adjustedRand) {
            if (!(adjustedRand <= 1)) {
                throw new IllegalArgumentException("An adjusted Rand index is at most 1, got " + adjustedRand);
            }
            for (AgreementBand band : values()) {
                if (Math.rint(1000 * adjustedRand) / 1000 > band.above) {
                    return band;
                }
            }
            return POOR;
        }

        /** Returns the word to show, such as {@code good}. */
        public String label() {
            return label;
        }
    }
}
