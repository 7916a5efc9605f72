package segmentation.plot;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.PrincipalComponents;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.LabelPlacer;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.drawing.SegmentMarker;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * The segments on the first two principal components, with an arrow for each feature: customers further along an arrow
 * have more of it, and arrows of one direction go together.
 *
 * <p>An arrow's coordinates are the feature's loadings times the components' standard deviations, stretched by one factor;
 * of more than eight features those with the eight longest arrows are drawn. Source: Gabriel, The biplot graphic display
 * of matrices, Biometrika 58, 1971.
 */
public final class Biplot {
    private static final double BODY = 470;
    private static final int MOST_ARROWS = 8;
    private static final double REACH = 0.8;
    private static final double WIDEST_NAME = 170;
    private static final int MOST_NAMED = 3;

    /** A loading smaller than this share of the largest is not worth a word. */
    private static final double TELLING = 0.5;

    private record Arrow(Feature feature, double x, double y) {
        double length() {
            return Math.hypot(x, y);
        }
    }

    private Biplot() {}

    /**
     * Draws all customers.
     *
     * @param scaled n × d as they were clustered, so that no unit outweighs another; at least two rows and features
     * @param labels a segment from 1 to k for each row, every segment used
     * @param names a name for each segment, 1 first; empty where segments go by their number
     * @throws IllegalArgumentException where there are fewer than two components, or labels or names do not fit
     */
    public static Picture of(FeatureMatrix scaled, int[] labels, List<String> names) {
        int k = Legend.checkedK(labels, scaled.rows(), names);
        if (scaled.columns() < 2 || scaled.rows() < 2) {
            throw new IllegalArgumentException(
                    "A biplot needs two rows and features, got %d × %d".formatted(scaled.rows(), scaled.columns()));
        }
        Legend legend = Legend.of(k, names);
        PrincipalComponents components = PrincipalComponents.fit(scaled);
        SegmentScatter scatter = SegmentScatter.of(components.scores(), labels, 0, 1);
        List<Arrow> arrows = arrows(components, scaled.features(), scatter);
        Canvas canvas = Canvas.of(
                title(components),
                subtitle(scaled, arrows.size(), scatter.drawn().note()),
                legend.height() + BODY);
        legend.draw(canvas, canvas.top());
        Rectangle2D body = new Rectangle2D.Double(10, canvas.top() + legend.height(), Canvas.WIDTH - 20, BODY - 8);
        DoubleStream across = arrows.stream().mapToDouble(Arrow::x);
        DoubleStream up = arrows.stream().mapToDouble(Arrow::y);
        Panel panel = Panel.of(
                axis(components, scaled.features(), 0, drawn(scatter.k(), scatter.drawn()::xs), across),
                axis(components, scaled.features(), 1, drawn(scatter.k(), scatter.drawn()::ys), up));
        scatter.addTo(panel, label -> SegmentMarker.small(label, scaled.rows()));
        panel.paintedOn(canvas, body);
        drawArrows(arrows, canvas, panel);
        return Picture.of("biplot", canvas.png(), altText(components, scaled, arrows, k));
    }

    /** Returns the arrows to draw, the longest first, stretched so that the longest ends among the outer customers. */
    private static List<Arrow> arrows(PrincipalComponents components, List<Feature> features, SegmentScatter scatter) {
        double[][] loadings = components.loadings();
        double[] deviations =
                Arrays.stream(components.variances()).map(Math::sqrt).toArray();
        List<Arrow> plain = IntStream.range(0, features.size())
                .mapToObj(
                        j -> new Arrow(features.get(j), loadings[0][j] * deviations[0], loadings[1][j] * deviations[1]))
                .sorted(Comparator.comparingDouble(arrow -> -arrow.length()))
                .limit(MOST_ARROWS)
                .toList();
        double longest = plain.get(0).length();
        double furthest = DoubleStream.concat(
                        Arrays.stream(drawn(scatter.k(), scatter.drawn()::xs)),
                        Arrays.stream(drawn(scatter.k(), scatter.drawn()::ys)))
                .map(Math::abs)
                .max()
                .orElseThrow();
        double stretch = longest == 0 ? 0 : REACH * furthest / longest;
        return plain.stream()
                .map(arrow -> new Arrow(arrow.feature(), stretch * arrow.x(), stretch * arrow.y()))
                .toList();
    }

    private static double[] drawn(int k, IntFunction<double[]> places) {
        return IntStream.rangeClosed(1, k)
                .mapToObj(places)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static Axis axis(
            PrincipalComponents components, List<Feature> features, int component, double[] values, DoubleStream ends) {
        return Axis.around(
                inWords(components, features, component),
                DoubleStream.concat(Arrays.stream(values), ends).toArray());
    }

    private static void drawArrows(List<Arrow> arrows, Canvas canvas, Panel panel) {
        Point2D origin = new Point2D.Double(panel.x(0), panel.y(0));
        List<Point2D> ends = arrows.stream()
                .<Point2D>map(arrow -> new Point2D.Double(panel.x(arrow.x()), panel.y(arrow.y())))
                .toList();
        ends.forEach(end -> drawArrow(canvas, origin, end));
        LabelPlacer placer = LabelPlacer.of(panel.plot(), ends, ends);
        for (int i = 0; i < arrows.size(); i++) {
            Label wanted =
                    Label.at(arrows.get(i).feature().noun(), 0, 0).strong().fitting(WIDEST_NAME);
            Rectangle2D size = wanted.bounds();
            Rectangle2D box = placer.place(ends.get(i), size.getWidth() + 6, size.getHeight());
            canvas.write(Label.at(wanted.text(), box.getX() + 3, box.getY() - size.getY())
                    .strong());
        }
    }

    private static void drawArrow(Canvas canvas, Point2D from, Point2D to) {
        double length = from.distance(to);
        if (length < 1) {
            return;
        }
        double dx = (to.getX() - from.getX()) / length;
        double dy = (to.getY() - from.getY()) / length;
        double backX = to.getX() - 9 * dx;
        double backY = to.getY() - 9 * dy;
        Path2D head = new Path2D.Double();
        head.moveTo(to.getX(), to.getY());
        head.lineTo(backX - 4.5 * dy, backY + 4.5 * dx);
        head.lineTo(backX + 4.5 * dy, backY - 4.5 * dx);
        head.closePath();
        Line2D shaft = new Line2D.Double(from.getX(), from.getY(), backX, backY);
        canvas.draw(shaft, PlotTheme.PAPER, PlotTheme.line(5));
        canvas.draw(head, PlotTheme.PAPER, PlotTheme.line(3));
        canvas.draw(shaft, PlotTheme.INK, PlotTheme.line(1.8));
        canvas.fill(head, PlotTheme.INK);
    }

    private static String title(PrincipalComponents components) {
        double both = components.shares()[0] + components.shares()[1];
        return "Two components hold %s of the variance of %s"
                .formatted(NumberText.percent(both), Wording.count(components.loadings()[0].length, "feature"));
    }

    private static String subtitle(FeatureMatrix matrix, int arrows, String note) {
        String part =
                arrows == matrix.columns() ? "" : "; the %d longest of %d arrows".formatted(arrows, matrix.columns());
        return "%s; an arrow points to those who have more of a feature%s%s"
                .formatted(Wording.count(matrix.rows(), "customer"), part, note);
    }

    private static String altText(PrincipalComponents components, FeatureMatrix matrix, List<Arrow> arrows, int k) {
        double[][] loadings = components.loadings();
        return "Biplot of %s in %s. Across: %s. Up: %s. Loadings on both: %s"
                .formatted(
                        Wording.count(matrix.rows(), "customer"),
                        Wording.count(k, "segment"),
                        inWords(components, matrix.features(), 0),
                        inWords(components, matrix.features(), 1),
                        arrows.stream()
                                .map(arrow -> {
                                    int j = matrix.features().indexOf(arrow.feature());
                                    return "%s %s, %s"
                                            .formatted(
                                                    arrow.feature().noun(),
                                                    NumberText.signed(NumberText.fixed(loadings[0][j], 2)),
                                                    NumberText.signed(NumberText.fixed(loadings[1][j], 2)));
                                })
                                .collect(Collectors.joining("; ", "", ".")));
    }

    /** Returns a name for an axis, such as {@code PC1, 62 % of the variance: more spend, fewer children}. */
    private static String inWords(PrincipalComponents components, List<Feature> features, int component) {
        return "PC%d, %s %% of the variance: %s"
                .formatted(
                        component + 1,
                        NumberText.fixed(100 * components.shares()[component], 0),
                        meaning(components, features, component));
    }

    private static String meaning(PrincipalComponents components, List<Feature> features, int component) {
        double[] loadings = components.loadings()[component];
        double largest = IntStream.range(0, loadings.length)
                .mapToDouble(j -> Math.abs(loadings[j]))
                .max()
                .orElseThrow();
        return IntStream.range(0, loadings.length)
                .boxed()
                .filter(j -> Math.abs(loadings[j]) >= TELLING * largest)
                .sorted(Comparator.comparingDouble(j -> -Math.abs(loadings[j])))
                .limit(MOST_NAMED)
                .map(j ->
                        (loadings[j] > 0 ? "more " : "less ") + features.get(j).noun())
                .collect(Collectors.joining(", "));
    }
}
