package segmentation.plot;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.evaluation.ElbowCurve;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.Precision;
import segmentation.text.NumberText;

/**
 * The elbow picture: WCSS over k, and below it the distances that {@code Kneedle} looks at, with elbow and peak marked,
 * or a note that there is none.
 */
public final class ElbowPlot {
    private static final double LEFT = 10;
    private static final double WIDTH = Canvas.WIDTH - 20;
    private static final double CURVE = 225;
    private static final double DISTANCES = 150;
    private static final double GAP = 8;

    private ElbowPlot() {}

    /** Draws the curve; any kMax from 1. */
    public static Picture of(ElbowCurve curve) {
        Canvas canvas = Canvas.of(title(curve), subtitle(curve), CURVE + GAP + DISTANCES + GAP);
        int room = Panel.leftWidth(List.of(ElbowPanel.axis(curve), ElbowDistancePanel.axis(curve)));
        Rectangle2D upper = new Rectangle2D.Double(LEFT, canvas.top(), WIDTH, CURVE);
        Rectangle2D lower = new Rectangle2D.Double(LEFT, upper.getMaxY() + GAP, WIDTH, DISTANCES);
        ElbowPanel.draw(curve, canvas, upper, room);
        ElbowDistancePanel.draw(curve, canvas, lower, room);
        return Picture.of("elbow", canvas.png(), altText(curve));
    }

    private static String title(ElbowCurve curve) {
        return curve.knee().isPresent()
                ? "The elbow is at %d segments: more of them gain little"
                        .formatted(curve.knee().getAsInt())
                : "No clear elbow: no k from 1 to %d stands out".formatted(curve.kMax());
    }

    /** Names the range of k, since Kneedle's elbow depends on where the curve ends. */
    private static String subtitle(ElbowCurve curve) {
        return "Best K-Means found for each k from 1 to %d; another range may have another elbow"
                .formatted(curve.kMax());
    }

    private static String altText(ElbowCurve curve) {
        String chart = "Line charts of WCSS and of Kneedle's distance over k = 1 to %d. ".formatted(curve.kMax());
        int k = curve.knee().orElse(ElbowDistancePanel.highest(curve));
        return chart + finding(curve) + distance(curve, k);
    }

    private static String distance(ElbowCurve curve, int k) {
        String text = " The curve lies furthest below its straight line at k = %d, by %s of its whole fall%s.";
        int highest = ElbowDistancePanel.highest(curve);
        return curve.distance(highest) <= 0
                ? " It never lies below the straight line from its first to its last point."
                : text.formatted(
                        highest,
                        NumberText.percent(curve.distance(highest)),
                        k == highest ? "" : "; Kneedle takes the first clear peak");
    }

    /** Says in words and figures what the curve shows. */
    private static String finding(ElbowCurve curve) {
        String ends = "WCSS is %s at k = 1 and %s at k = %d."
                .formatted(wcss(curve, 1), wcss(curve, curve.kMax()), curve.kMax());
        return curve.knee().isEmpty()
                ? ends + " The curve has no clear elbow."
                : ends + elbow(curve, curve.knee().getAsInt());
    }

    private static String elbow(ElbowCurve curve, int k) {
        return " The elbow is at k = %d, where WCSS is %s, %s of its value at k = 1."
                .formatted(k, wcss(curve, k), NumberText.percent(curve.wcss(k) / curve.wcss(1)));
    }

    private static String wcss(ElbowCurve curve, int k) {
        double[] values =
                IntStream.rangeClosed(1, curve.kMax()).mapToDouble(curve::wcss).toArray();
        return Precision.of(values).text(curve.wcss(k));
    }
}
