package segmentation.evaluation;

import java.util.Arrays;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;

/** The tables of a stability: how well each segment comes back, and what other fits leave of the whole. */
final class StabilityTables {
    private StabilityTables() {}

    static ResultTable segments(ClusterStability stability) {
        ResultTable.Builder table = ResultTable.titled(
                        "Stability over %d bootstrap samples".formatted(stability.resamples()))
                .figures("segment", "customers", "mean Jaccard")
                .text("band")
                .figures("dissolved", "recovered");
        for (int label = 1; label <= stability.k(); label++) {
            table.row(
                    Integer.toString(label),
                    NumberText.count(stability.sizes()[label - 1]),
                    NumberText.fixed(stability.jaccard(label), 3),
                    stability.band(label).label(),
                    NumberText.percent(stability.dissolved(label)),
                    NumberText.percent(stability.recovered(label)));
        }
        return table.build();
    }

    static ResultTable reruns(ClusterStability stability) {
        ResultTable.Builder table = ResultTable.titled("The same segmentation in other fits")
                .text("fit")
                .figures("adjusted Rand");
        Arrays.stream(stability.acrossSeeds())
                .min()
                .ifPresent(least -> table.row(
                        "least alike of %d other seeds".formatted(stability.acrossSeeds().length),
                        NumberText.fixed(least, 3)));
        stability
                .withoutFeature()
                .forEach(influence -> table.row(
                        "without %s".formatted(influence.feature()), NumberText.fixed(influence.adjustedRand(), 3)));
        return table.build();
    }
}
