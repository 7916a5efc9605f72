package segmentation.plot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.evaluation.ClusterStability;
import segmentation.evaluation.StabilityBand;
import segmentation.plot.drawing.Canvas;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * How well each segment comes back in bootstrap samples: a bar a segment for its mean Jaccard similarity, over the
 * bands that say what it is worth.
 */
public final class StabilityPlot {
    private StabilityPlot() {}

    /**
     * Draws a bar for each segment; any number of segments from 1.
     *
     * @param names a name for each segment, 1 first; empty where segments go by their number
     * @throws IllegalArgumentException where names are neither none nor k
     */
    public static Picture of(ClusterStability stability, List<String> names) {
        if (!names.isEmpty() && names.size() != stability.k()) {
            throw new IllegalArgumentException(
                    "%d segments need as many names or none, got %d".formatted(stability.k(), names.size()));
        }
        Canvas canvas =
                Canvas.of(title(stability), subtitle(stability.resamples()), StabilityBars.height(stability.k()) + 8);
        new StabilityBars(stability, names).draw(canvas);
        return Picture.of("stability", canvas.png(), altText(stability, names));
    }

    private static String title(ClusterStability stability) {
        int k = stability.k();
        long stable = IntStream.rangeClosed(1, k)
                .filter(label -> stability.jaccard(label) >= StabilityBand.STABLE.from())
                .count();
        if (stable == k) {
            return k == 1 ? "The one segment is stable" : "All %d segments are stable".formatted(k);
        }
        String start = stable == 0 ? "No segment is stable" : "%d of %d segments are stable".formatted(stable, k);
        int weakest = stability.weakest();
        return start + ": segment %d comes back least, %s".formatted(weakest, figure(stability.jaccard(weakest)));
    }

    private static String subtitle(int resamples) {
        return "Bar: mean Jaccard similarity with the most alike segment of %s; line: middle 90 %% of them"
                .formatted(Wording.count(resamples, "bootstrap sample"));
    }

    private static String altText(ClusterStability stability, List<String> names) {
        return "Bar chart of the mean bootstrap Jaccard similarity of %s over %s, from 0 to 1. %s. "
                        .formatted(
                                Wording.count(stability.k(), "segment"),
                                Wording.count(stability.resamples(), "sample"),
                                title(stability))
                + IntStream.rangeClosed(1, stability.k())
                        .mapToObj(label -> "%s: %s, %s (n = %s)"
                                .formatted(
                                        Wording.segment(label, names),
                                        figure(stability.jaccard(label)),
                                        band(stability, label),
                                        NumberText.count(stability.sizes()[label - 1])))
                        .collect(Collectors.joining("; ", "", "."));
    }

    private static String band(ClusterStability stability, int label) {
        return Double.isNaN(stability.jaccard(label))
                ? "not defined"
                : stability.band(label).label();
    }

    /** Writes a similarity. */
    static String figure(double jaccard) {
        return NumberText.fixed(jaccard, 3);
    }
}
