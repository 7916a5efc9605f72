package segmentation.plot;

import java.util.Arrays;
import segmentation.evaluation.NullComparison;
import segmentation.plot.drawing.Canvas;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * Whether there are groups at all: the mean silhouette of the data beside those of its column-shuffled copies, a dot a
 * copy, with the margin over the best of them.
 */
public final class NullPlot {
    private static final double BODY = 200;

    private NullPlot() {}

    /** Draws the comparison; any number of copies from 1, a silhouette that is not finite is left out. */
    public static Picture of(NullComparison comparison) {
        Canvas canvas = Canvas.of(
                title(comparison),
                "A dot is a copy of the data, each column shuffled on its own; real groups put the data well to the"
                        + " right",
                BODY);
        new NullStrip(comparison).draw(canvas, BODY - 8);
        return Picture.of("null-comparison", canvas.png(), altText(comparison));
    }

    private static String title(NullComparison comparison) {
        if (Double.isNaN(comparison.margin())) {
            return "Data and shuffles cannot be compared: a mean silhouette is not defined";
        }
        String data = figure(comparison.silhouette());
        String best = figure(comparison.shuffledBest());
        if (comparison.margin() <= 0) {
            return "Shuffled data does as well: mean silhouette %s, the data %s".formatted(best, data);
        }
        return (comparison.margin() < NullComparison.LEAST_MARGIN
                        ? "The data hardly beats its shuffles"
                        : "The data beats every shuffle")
                + ": mean silhouette %s against %s at best".formatted(data, best);
    }

    private static String altText(NullComparison comparison) {
        double[] shuffled = comparison.shuffled();
        String data = "Dot strip for k = %d. The data has a mean silhouette of %s"
                .formatted(comparison.k(), figure(comparison.silhouette()));
        if (Double.isNaN(comparison.margin())) {
            return data
                    + "; it cannot be compared with %s, as not every mean is defined."
                            .formatted(Wording.count(shuffled.length, "shuffled copy", "shuffled copies"));
        }
        return data
                + ", its %s from %s to %s, %s on average. "
                        .formatted(
                                Wording.count(shuffled.length, "shuffled copy", "shuffled copies"),
                                figure(Arrays.stream(shuffled).min().orElseThrow()),
                                figure(comparison.shuffledBest()),
                                figure(comparison.shuffledMean()))
                + "The margin over the best copy is %s: %s."
                        .formatted(figure(comparison.margin()), verdict(comparison.margin()));
    }

    private static String verdict(double margin) {
        if (margin <= 0) {
            return "shuffled data does as well";
        }
        return margin < NullComparison.LEAST_MARGIN
                ? "the data hardly beats its shuffles"
                : "the data beats every shuffle";
    }

    /** Writes a mean silhouette or a difference of two. */
    static String figure(double value) {
        return NumberText.signed(NumberText.fixed(value, 3));
    }
}
