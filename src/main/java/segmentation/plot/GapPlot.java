package segmentation.plot;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.evaluation.GapStatistic;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * The gap statistic over k, a panel a reference, with one standard error each way: Tibshirani's k marked, and the
 * highest gap ringed where that is another k.
 */
public final class GapPlot {
    private static final double BODY = 250;
    private static final double ROOM_BELOW = 0.12;
    private static final double ROOM_ABOVE = 0.4;

    private GapPlot() {}

    /**
     * Draws one panel for each statistic, side by side on one scale; a gap that is not finite is left out.
     *
     * @throws IllegalArgumentException where there is no statistic
     */
    public static Picture of(List<GapStatistic> gaps) {
        if (gaps.isEmpty()) {
            throw new IllegalArgumentException("A gap picture needs at least one gap statistic, got none");
        }
        Canvas canvas = Canvas.of(
                "Tibshirani's rule picks " + finding(gaps),
                "The rule takes the smallest k whose gap is at least the next gap minus its standard error (the bars)",
                BODY);
        double[] ends =
                gaps.stream().flatMapToDouble(gap -> Arrays.stream(ends(gap))).toArray();
        double width = (Canvas.WIDTH - 20) / gaps.size();
        for (int i = 0; i < gaps.size(); i++) {
            GapPanel panel = new GapPanel(gaps.get(i));
            String label = "Gap, %s (log WCSS; higher is better)"
                    .formatted(gaps.get(i).reference().label());
            panel.draw(canvas, Axis.ofCurve(label, ends, ROOM_BELOW, ROOM_ABOVE), 10 + i * width, width, BODY - 8);
        }
        return Picture.of("gap", canvas.png(), altText(gaps));
    }

    private static double[] ends(GapStatistic gap) {
        return IntStream.rangeClosed(1, gap.kMax())
                .boxed()
                .flatMap(k ->
                        Stream.of(gap.gap(k) - gap.standardError(k), gap.gap(k), gap.gap(k) + gap.standardError(k)))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static String finding(List<GapStatistic> gaps) {
        List<String> picks = gaps.stream().map(GapPlot::pick).toList();
        if (gaps.size() > 1 && picks.stream().distinct().count() == 1) {
            return picks.get(0) + " by " + (gaps.size() == 2 ? "both references" : "every reference");
        }
        return IntStream.range(0, gaps.size())
                .mapToObj(i -> "%s by the %s"
                        .formatted(picks.get(i), gaps.get(i).reference().label()))
                .collect(Collectors.joining(", "));
    }

    private static String pick(GapStatistic gap) {
        GapPanel panel = new GapPanel(gap);
        if (panel.highest().isEmpty()) {
            return "nothing";
        }
        if (panel.picked().isEmpty()) {
            return "no k before " + gap.kMax();
        }
        return "k = " + gap.k();
    }

    private static String altText(List<GapStatistic> gaps) {
        return "Line chart of the gap over k, with one standard error each way. "
                + gaps.stream().map(GapPlot::sentence).collect(Collectors.joining(" "));
    }

    private static String sentence(GapStatistic gap) {
        GapPanel panel = new GapPanel(gap);
        String start = Wording.capitalised(gap.reference().label()) + ", k = 1 to %d: ".formatted(gap.kMax());
        if (panel.highest().isEmpty()) {
            return start + "no gap is defined.";
        }
        String picked = panel.picked().isEmpty()
                ? "no k before %d meets Tibshirani's rule".formatted(gap.kMax())
                : "Tibshirani's rule picks k = %d with a gap of %s".formatted(gap.k(), figure(gap, gap.k()));
        int highest = panel.highest().getAsInt();
        return start + picked + "; the highest gap is %s at k = %d.".formatted(figure(gap, highest), highest);
    }

    private static String figure(GapStatistic gap, int k) {
        return NumberText.signed(NumberText.fixed(gap.gap(k), 3)) + " ± " + NumberText.fixed(gap.standardError(k), 3);
    }

    /** The gap statistic against one reference, in a box of a canvas. */
    private record GapPanel(GapStatistic gap) {
        private static final double CAP = 3.5;

        /** Returns Tibshirani's k; empty where the rule is met by no k before the last, or the gap there is not defined. */
        OptionalInt picked() {
            boolean found = gap.k() < gap.kMax() || gap.kMax() == 1;
            return found && Double.isFinite(gap.gap(gap.k())) ? OptionalInt.of(gap.k()) : OptionalInt.empty();
        }

        /** Returns the k with the highest gap, the smaller where two are equal; empty where none is defined. */
        OptionalInt highest() {
            return IntStream.rangeClosed(1, gap.kMax())
                    .filter(k -> Double.isFinite(gap.gap(k)))
                    .boxed()
                    .max(Comparator.<Integer>comparingDouble(gap::gap).thenComparing(Comparator.reverseOrder()))
                    .map(OptionalInt::of)
                    .orElse(OptionalInt.empty());
        }

        /** Draws the panel from the top of the canvas' body. */
        void draw(Canvas canvas, Axis yAxis, double left, double width, double height) {
            double[] ks = IntStream.rangeClosed(1, gap.kMax()).asDoubleStream().toArray();
            double[] gaps =
                    IntStream.rangeClosed(1, gap.kMax()).mapToDouble(gap::gap).toArray();
            Panel panel = Panel.of(Axis.ofK(gap.kMax()), yAxis)
                    .withoutXGrid()
                    .line(ks, gaps, PlotTheme.INK)
                    .paintedOn(canvas, new Rectangle2D.Double(left, canvas.top(), width, height));
            picked().ifPresent(k -> KMark.line(panel, canvas, k));
            IntStream.rangeClosed(1, gap.kMax()).forEach(k -> drawError(panel, canvas, k));
            highest().ifPresent(k -> markHighest(panel, canvas, k));
            picked().ifPresent(k -> markPicked(panel, canvas, k));
        }

        private void drawError(Panel panel, Canvas canvas, int k) {
            double low = panel.y(gap.gap(k) - gap.standardError(k));
            double high = panel.y(gap.gap(k) + gap.standardError(k));
            if (Double.isFinite(low) && low > high) {
                double x = panel.x(k);
                canvas.draw(new Line2D.Double(x, low, x, high), PlotTheme.INK, PlotTheme.line(1.2));
                canvas.draw(new Line2D.Double(x - CAP, low, x + CAP, low), PlotTheme.INK, PlotTheme.line(1.2));
                canvas.draw(new Line2D.Double(x - CAP, high, x + CAP, high), PlotTheme.INK, PlotTheme.line(1.2));
            }
        }

        private void markHighest(Panel panel, Canvas canvas, int k) {
            if (picked().orElse(0) != k) {
                KMark.ring(panel, canvas, k, gap.gap(k));
                double error = Math.max(0, gap.standardError(k));
                double y = Math.min(panel.y(gap.gap(k) + error), panel.y(gap.gap(k)) - 8) - 5;
                canvas.write(Label.at("highest: k = " + k, panel.x(k), y)
                        .centred()
                        .within(panel.plot().getMinX(), panel.plot().getMaxX()));
            }
        }

        private void markPicked(Panel panel, Canvas canvas, int k) {
            KMark.dot(panel, canvas, k, gap.gap(k));
            canvas.write(Label.at(
                            "Tibshirani's k = " + k,
                            panel.x(k) + 6,
                            panel.plot().getMinY() + 12)
                    .strong()
                    .within(panel.plot().getMinX(), panel.plot().getMaxX()));
        }
    }
}
