package segmentation.plot;

import java.util.stream.IntStream;
import segmentation.data.Figures;
import segmentation.evaluation.ElbowCurve;

/** The elbow picture: WCSS over k, with the elbow ringed and labelled, or a note that there is none. */
public final class ElbowPlot {
    private static final double BODY = 330;

    private ElbowPlot() {}

    /** Draws the curve; any kMax from 1. */
    public static Picture of(ElbowCurve curve) {
        Canvas canvas = Canvas.of(title(curve), subtitle(curve), BODY);
        ElbowPanel.draw(curve, canvas, 10, Canvas.WIDTH - 20, BODY - 8);
        return canvas.toPicture(
                "elbow", "Line chart of WCSS over k = 1 to %d. ".formatted(curve.kMax()) + finding(curve));
    }

    private static String title(ElbowCurve curve) {
        return curve.knee().isPresent()
                ? "The elbow is at %d segments: more of them gain little"
                        .formatted(curve.knee().getAsInt())
                : "No clear elbow: the spread within segments falls without a bend";
    }

    /** Names the range of k, since Kneedle's elbow depends on where the curve ends. */
    private static String subtitle(ElbowCurve curve) {
        return "Best K-Means found for each k from 1 to %d; another range may have another elbow"
                .formatted(curve.kMax());
    }

    /** Says in words and figures what the curve shows. */
    static String finding(ElbowCurve curve) {
        String ends = "WCSS is %s at k = 1 and %s at k = %d."
                .formatted(wcss(curve, 1), wcss(curve, curve.kMax()), curve.kMax());
        return curve.knee().isEmpty()
                ? ends + " The curve has no clear elbow."
                : ends + elbow(curve, curve.knee().getAsInt());
    }

    private static String elbow(ElbowCurve curve, int k) {
        return " The elbow is at k = %d, where WCSS is %s, %s of its value at k = 1."
                .formatted(k, wcss(curve, k), Figures.percent(curve.wcss(k) / curve.wcss(1)));
    }

    private static String wcss(ElbowCurve curve, int k) {
        double[] values =
                IntStream.rangeClosed(1, curve.kMax()).mapToDouble(curve::wcss).toArray();
        return Precision.of(values).text(curve.wcss(k));
    }
}
