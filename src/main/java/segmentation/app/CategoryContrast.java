package segmentation.app;

import segmentation.analysis.Segmentation;
import segmentation.evaluation.AdjustedRandIndex;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * What columns of categories change: the segments of the same customers, as many, without them.
 *
 * @param k number of segments of both
 * @param agreement adjusted Rand index of the two
 * @param columns the columns of categories, in words
 */
record CategoryContrast(int k, double agreement, String columns) {
    private static final double ALIKE = 0.9;
    private static final double HARDLY = 0.2;

    /** Compares a segmentation with the one without categories. */
    static CategoryContrast of(Segmentation with, Segmentation without) {
        return new CategoryContrast(
                with.k(),
                AdjustedRandIndex.of(
                        with.model().labels(), without.k(with.k()).model().labels()),
                Wording.list(with.categories()));
    }

    /** Says how far they agree. */
    String sentence() {
        String what = agreement >= ALIKE
                ? "nearly the same, so the categories add little"
                : agreement < HARDLY ? "others, so the categories decide" : "partly the same";
        return "Without %s, %d segments of the same customers are %s (adjusted Rand index %s)."
                .formatted(columns, k, what, NumberText.fixed(agreement, 2));
    }
}
