package segmentation.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.evaluation.Criterion;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.KVote;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.drawing.Precision;
import segmentation.text.Wording;

/**
 * All criteria for k side by side, a panel each: the chosen k marked alike in all of them, and the k that each
 * criterion's own rule picks ringed, so that disagreement is seen at once.
 */
public final class CriteriaPlot {
    private static final int PANELS_A_ROW = 3;
    private static final double PANEL_HEIGHT = 160;
    private static final double GAP = 10;
    private static final double BELOW = 20;

    private CriteriaPlot() {}

    /**
     * Draws every computed criterion of the sweep.
     *
     * @param chosenK the number of segments that is kept, 1..kMax
     * @throws IllegalArgumentException where chosenK is not in the sweep
     */
    public static Picture of(KSelection selection, int chosenK) {
        return of(selection.votes().stream().map(vote -> curve(selection, vote)).toList(), chosenK);
    }

    /** Draws the curves, at least one, all of them for the same k. */
    static Picture of(List<Curve> curves, int chosenK) {
        int kMax = curves.get(0).kMax();
        if (chosenK < 1 || chosenK > kMax) {
            throw new IllegalArgumentException(
                    "The chosen k must be one of the sweep's, 1 to %d, was %d".formatted(kMax, chosenK));
        }
        int rows = (curves.size() + PANELS_A_ROW - 1) / PANELS_A_ROW;
        Canvas canvas = Canvas.of(
                title(curves, chosenK),
                "Dashed line: the chosen k = %d; ring: the k that the criterion's own rule picks".formatted(chosenK),
                rows * (PANEL_HEIGHT + GAP) + BELOW);
        CriterionPanel panel = new CriterionPanel(canvas, chosenK, CriterionPanel.leftWidth(curves));
        for (int i = 0; i < curves.size(); i++) {
            panel.draw(curves.get(i), canvas.box(i, Math.min(curves.size(), PANELS_A_ROW), PANEL_HEIGHT, GAP));
        }
        double bottom = canvas.top() + rows * (PANEL_HEIGHT + GAP);
        canvas.write(
                Label.at("Number of segments, k", Canvas.WIDTH / 2, bottom + 8).centred());
        return Picture.of("criteria", canvas.png(), altText(curves, chosenK));
    }

    private static Curve curve(KSelection selection, KVote vote) {
        List<Double> values = IntStream.rangeClosed(1, selection.kMax())
                .mapToObj(k -> selection.value(vote.criterion(), k))
                .toList();
        return new Curve(vote.criterion(), values, vote.k());
    }

    private static String title(List<Curve> curves, int chosenK) {
        long agreeing = curves.stream()
                .filter(curve -> curve.pick().equals(OptionalInt.of(chosenK)))
                .count();
        String many = agreeing == curves.size() && agreeing > 1
                ? "All " + agreeing
                : "%d of %d".formatted(agreeing, curves.size());
        return "%s criteria %s to k = %d%s"
                .formatted(many, agreeing == 1 ? "points" : "point", chosenK, others(curves, chosenK));
    }

    private static String others(List<Curve> curves, int chosenK) {
        List<String> others = curves.stream()
                .map(Curve::pick)
                .filter(pick -> !pick.equals(OptionalInt.of(chosenK)))
                .distinct()
                .sorted((a, b) -> Integer.compare(a.orElse(Integer.MAX_VALUE), b.orElse(Integer.MAX_VALUE)))
                .map(pick -> pick.isPresent() ? Integer.toString(pick.getAsInt()) : "none")
                .toList();
        return others.isEmpty() ? "" : "; others to " + Wording.list(others);
    }

    private static String altText(List<Curve> curves, int chosenK) {
        Map<OptionalInt, List<String>> byPick = new LinkedHashMap<>();
        curves.forEach(curve -> byPick.computeIfAbsent(curve.pick(), pick -> new ArrayList<>())
                .add("%s%s".formatted(curve.criterion().label(), value(curve))));
        return "Line charts of %s over k = 1 to %d. %s. "
                        .formatted(
                                Wording.count(curves.size(), "criterion", "criteria"),
                                curves.get(0).kMax(),
                                title(curves, chosenK))
                + byPick.entrySet().stream()
                        .map(entry -> "%s: %s."
                                .formatted(
                                        entry.getKey().isPresent()
                                                ? "k = " + entry.getKey().getAsInt()
                                                : "No k",
                                        Wording.list(entry.getValue())))
                        .collect(Collectors.joining(" "));
    }

    private static String value(Curve curve) {
        return curve.pick().stream()
                .mapToDouble(curve::at)
                .filter(Double::isFinite)
                .mapToObj(value -> " " + CriterionPanel.precision(curve).text(value))
                .collect(Collectors.joining());
    }

    /**
     * One criterion over k in a box of a canvas, under its name and direction.
     *
     * @param chosenK marked in every panel alike
     * @param leftWidth kept for tick labels in every panel, so that they are in line
     */
    private record CriterionPanel(Canvas canvas, int chosenK, int leftWidth) {
        private static final double ROOM = 0.14;
        private static final double HEADING = 36;

        /** Returns the width that the tick labels of all curves need. */
        static int leftWidth(List<Curve> curves) {
            return Panel.leftWidth(curves.stream().map(CriterionPanel::axis).toList());
        }

        /** Returns the precision to write a curve's values with. */
        static Precision precision(Curve curve) {
            return Precision.of(
                    Arrays.stream(curve.finite()).filter(Double::isFinite).toArray());
        }

        /** Draws heading, axes, curve and marks. */
        void draw(Curve curve, Rectangle2D box) {
            double left = box.getX() + Panel.EDGE;
            canvas.write(
                    Label.at(curve.criterion().label(), left, box.getY() + 14).strong());
            canvas.write(Label.at(says(curve), left, box.getY() + 29).quiet().fitting(box.getWidth() - 2 * Panel.EDGE));
            double[] ks =
                    IntStream.rangeClosed(1, curve.kMax()).asDoubleStream().toArray();
            Panel panel = Panel.of(Axis.ofK(curve.kMax()).untitled(), axis(curve))
                    .withoutXGrid()
                    .withLeftWidth(leftWidth)
                    .line(ks, curve.finite(), PlotTheme.INK)
                    .paintedOn(
                            canvas,
                            new Rectangle2D.Double(
                                    box.getX(), box.getY() + HEADING, box.getWidth(), box.getHeight() - HEADING));
            if (Arrays.stream(curve.finite()).allMatch(Double::isNaN)) {
                canvas.write(Label.at(
                                "not defined",
                                panel.plot().getCenterX(),
                                panel.plot().getCenterY())
                        .quiet()
                        .centred());
            }
            mark(curve, panel);
        }

        private void mark(Curve curve, Panel panel) {
            KMark.line(panel, canvas, chosenK);
            if (Double.isFinite(curve.at(chosenK))) {
                KMark.dot(panel, canvas, chosenK, curve.at(chosenK));
            }
            curve.pick().stream()
                    .filter(k -> Double.isFinite(curve.at(k)))
                    .forEach(k -> KMark.ring(panel, canvas, k, curve.at(k)));
        }

        private static String says(Curve curve) {
            return "%s · picks %s"
                    .formatted(
                            curve.direction(),
                            curve.pick().isPresent() ? "k = " + curve.pick().getAsInt() : "none");
        }

        private static Axis axis(Curve curve) {
            return Axis.ofCurve("", curve.finite(), ROOM, ROOM);
        }
    }

    /**
     * What one criterion says about each k, as far as a picture needs it.
     *
     * @param values for k = 1, 2, …; one that is not finite is not defined
     * @param pick the k that the criterion's own rule picks; empty where it picks none
     */
    record Curve(Criterion criterion, List<Double> values, OptionalInt pick) {

        /** Returns the value at k; NaN where it is not defined. */
        double at(int k) {
            double value = values.get(k - 1);
            return Double.isFinite(value) ? value : Double.NaN;
        }

        /** Returns the largest k. */
        int kMax() {
            return values.size();
        }

        /** Returns the values for k = 1, 2, …; NaN where one is not defined. */
        double[] finite() {
            return IntStream.rangeClosed(1, kMax()).mapToDouble(this::at).toArray();
        }

        /** Returns which direction speaks for a k, in words. */
        String direction() {
            return criterion.higherIsBetter() ? "higher is better" : "lower is better";
        }
    }
}
