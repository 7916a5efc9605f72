package segmentation.plot;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;
import segmentation.model.FittedModel;
import segmentation.model.KMeansModel;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.LabelPlacer;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.drawing.SegmentMarker;
import segmentation.profile.EffectSize;
import segmentation.text.Wording;

/**
 * The segments on a scatter of two features: colour and marker shape a segment, a cross at each centre, its name
 * beside.
 *
 * <p>Centres are the means of the members in the units of the matrix given, so a model of scaled features can be shown
 * in original units.
 */
public final class SegmentsPlot {
    private static final double BODY = 430;
    private static final double WIDEST_NAME = 320;
    private static final double LONG_LEADER = 20;

    private static final double ARM = 6;
    private static final int FEW_VALUES = 10;

    /** Paints what lies below the customers, on a panel that is laid out, and says in a subtitle's clause what it is. */
    private record Ground(String note, BiConsumer<Canvas, Panel> painter) {
        static final Ground NONE = new Ground("", (canvas, panel) -> {});
    }

    private SegmentsPlot() {}

    /**
     * Draws the first two features.
     *
     * @param matrix the customers of the model, in the same order and best in original units; at least two features
     * @param names a name for each segment, 1 first; empty where segments go by their number
     */
    public static Picture of(FeatureMatrix matrix, KMeansModel model, List<String> names) {
        return of(matrix, model, names, 0, 1);
    }

    /**
     * Draws two features, by their columns in the matrix.
     *
     * @throws IllegalArgumentException where the matrix has not the model's number of rows, has no such column, or the
     *     names are neither none nor k
     */
    public static Picture of(FeatureMatrix matrix, KMeansModel model, List<String> names, int xColumn, int yColumn) {
        return of(SegmentScatter.of(matrix, model, names, xColumn, yColumn), names, Ground.NONE);
    }

    /**
     * Draws the first two features with the convex hull of each segment, the smallest outline without dents that holds
     * all of its customers; of one or two customers there is none.
     *
     * @throws IllegalArgumentException as {@link #of(FeatureMatrix, KMeansModel, List)}
     */
    public static Picture withHulls(FeatureMatrix matrix, KMeansModel model, List<String> names) {
        SegmentScatter scatter = SegmentScatter.of(matrix, model, names, 0, 1);
        return of(
                scatter,
                names,
                new Ground(
                        "; outlines are convex hulls", (canvas, panel) -> SegmentGround.hulls(scatter, canvas, panel)));
    }

    /**
     * Draws the two features of a model with its decision regions: where a new customer would join which segment. Their
     * borders are straight between centroids, and bent where a logarithm was taken.
     *
     * @param raw the customers of the model in original units, in the same order
     * @param names a name for each segment, 1 first; empty where segments go by their number
     * @throws IllegalArgumentException where the model is not of exactly two features, the matrix not its customers, or
     *     the names are neither none nor k
     */
    public static Picture withRegions(FittedModel fitted, FeatureMatrix raw, List<String> names) {
        if (fitted.prepared().columns() != 2) {
            throw new IllegalArgumentException("Regions can be drawn of a model of two features, this one has "
                    + fitted.prepared().columns());
        }
        SegmentScatter scatter = SegmentScatter.of(raw, fitted.model(), names, 0, 1);
        return of(
                scatter,
                names,
                new Ground(
                        "; the ground shows which segment a new customer would join",
                        (canvas, panel) -> SegmentGround.regions(fitted, canvas, panel)));
    }

    private static Picture of(SegmentScatter scatter, List<String> names, Ground ground) {
        int customers = scatter.xs().length;
        Canvas canvas = Canvas.of(scatter.title(), subtitle(customers) + ground.note(), BODY);
        Axis x = Axis.around(scatter.x().label(), scatter.xs());
        Axis y = Axis.around(scatter.y().label(), scatter.ys());
        Rectangle2D body = canvas.body(BODY - 8);
        if (ground != Ground.NONE) {
            ground.painter().accept(canvas, Panel.of(x, y).paintedOn(canvas, body));
        }
        Panel panel = Panel.of(x, y);
        for (int label = 1; label <= scatter.k(); label++) {
            panel.points(
                    ThinnedPoints.of(scatter.xsOf(label), customers),
                    ThinnedPoints.of(scatter.ysOf(label), customers),
                    SegmentMarker.of(label, customers),
                    SegmentMarker.tone(PlotTheme.segmentColor(label), customers));
        }
        panel.paintedOn(canvas, body);
        drawCentres(scatter, names, canvas, panel);
        return Picture.of("segments", canvas.png(), scatter.altText(names));
    }

    /**
     * Draws the two features in which the segments differ most, by eta², the first of equals, where possible of those
     * with more than ten different values, as others show points on points; of a single feature a box for each segment.
     */
    public static Picture ofMostTelling(FeatureMatrix matrix, KMeansModel model, List<String> names) {
        SegmentScatter.check(matrix, model, names, 0);
        if (matrix.columns() == 1) {
            return BoxPlot.of(matrix.features().get(0), matrix.column(0), model.labels(), names);
        }
        int[] two = mostTelling(matrix, model.labels());
        return of(matrix, model, names, two[0], two[1]);
    }

    private static void drawCentres(SegmentScatter scatter, List<String> names, Canvas canvas, Panel panel) {
        List<Point2D> centres = IntStream.rangeClosed(1, scatter.k())
                .mapToObj(label -> at(panel, scatter.centreX(label), scatter.centreY(label)))
                .toList();
        LabelPlacer placer = LabelPlacer.of(panel.plot(), points(scatter, panel), centres);
        List<Label> labels = new ArrayList<>();
        for (int label = 1; label <= scatter.k(); label++) {
            Label wanted =
                    Label.at(Wording.segment(label, names), 0, 0).strong().fitting(WIDEST_NAME);
            Rectangle2D size = wanted.bounds();
            Rectangle2D box = placer.place(centres.get(label - 1), size.getWidth() + 6, size.getHeight());
            labels.add(Label.at(wanted.text(), box.getX() + 3, box.getY() - size.getY())
                    .strong());
            drawLeader(canvas, centres.get(label - 1), box);
        }
        centres.forEach(centre -> canvas.cross(centre.getX(), centre.getY(), ARM));
        labels.forEach(canvas::write);
    }

    private static void drawLeader(Canvas canvas, Point2D centre, Rectangle2D box) {
        Point2D end = LabelPlacer.nearest(box, centre);
        if (centre.distance(end) > LONG_LEADER) {
            // Without a halo: that would blot out the points the line has to cross.
            canvas.draw(new Line2D.Double(centre, end), PlotTheme.INK, PlotTheme.line(1.2));
        }
    }

    private static List<Point2D> points(SegmentScatter scatter, Panel panel) {
        double[] xs = scatter.xs();
        double[] ys = scatter.ys();
        return IntStream.range(0, xs.length)
                .mapToObj(i -> at(panel, xs[i], ys[i]))
                .toList();
    }

    private static Point2D at(Panel panel, double x, double y) {
        return new Point2D.Double(panel.x(x), panel.y(y));
    }

    private static String subtitle(int customers) {
        return Wording.count(customers, "customer") + "; colour and shape show the segment, × marks its mean"
                + ThinnedPoints.note(customers);
    }

    /**
     * Returns the columns of the two features in which the segments differ most, by eta², ascending; of at least two. A
     * feature of ten values or fewer is taken only where there are not two others: its points would lie on each other.
     */
    static int[] mostTelling(FeatureMatrix matrix, int[] labels) {
        List<Integer> all = IntStream.range(0, matrix.columns()).boxed().toList();
        List<Integer> spread = all.stream()
                .filter(column -> hasManyValues(matrix.column(column)))
                .toList();
        List<Integer> eligible = spread.size() < 2 ? all : spread;
        Map<Integer, Double> effects = eligible.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        column -> EffectSize.etaSquared(matrix.column(column), labels)
                                .value()));
        return eligible.stream()
                .sorted(Comparator.comparingDouble(column -> -effects.get(column)))
                .limit(2)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static boolean hasManyValues(double[] values) {
        return Arrays.stream(values).distinct().limit(FEW_VALUES + 1L).count() > FEW_VALUES;
    }
}
