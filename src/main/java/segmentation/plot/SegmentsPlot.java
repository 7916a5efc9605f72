package segmentation.plot;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.features.FeatureMatrix;
import segmentation.features.Preprocessing;
import segmentation.model.FittedModel;
import segmentation.model.KMeansModel;
import segmentation.model.Parallel;
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

    private static final double PALE = 0.8;
    private static final double ARM = 6;
    private static final int FEW_VALUES = 10;

    /** Paints what lies below the customers, on a panel that is laid out, and says in a subtitle's clause what it is. */
    private record Ground(String note, BiConsumer<Canvas, Panel> painter) {
        static final Ground NONE = new Ground("", (canvas, panel) -> {});
    }

    /** Which of the two axes are logarithmic. */
    private record Axes(boolean logX, boolean logY) {
        static final Axes LINEAR = new Axes(false, false);

        static Axes of(FittedModel fitted, int xColumn, int yColumn) {
            return new Axes(
                    fitted.preprocessing().isLogged(xColumn),
                    fitted.preprocessing().isLogged(yColumn));
        }

        Axis x(SegmentScatter scatter) {
            String label = scatter.x().label();
            return logX ? log(label, scatter.xs()) : scatter.drawn().acrossAxis(label);
        }

        Axis y(SegmentScatter scatter) {
            String label = scatter.y().label();
            return logY ? log(label, scatter.ys()) : scatter.drawn().upAxis(label);
        }

        private static Axis log(String label, double[] values) {
            DoubleSummaryStatistics range = Arrays.stream(values).summaryStatistics();
            return Axis.logarithmic(label, range.getMin(), range.getMax());
        }
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
        return of(SegmentScatter.of(matrix, model, names, xColumn, yColumn), names, Ground.NONE, Axes.LINEAR);
    }

    /**
     * Draws two features of a model, by their columns; an axis of which the logarithm was clustered is logarithmic.
     *
     * @param raw the customers of the model in original units, in the same order
     * @throws IllegalArgumentException as {@link #of(FeatureMatrix, KMeansModel, List, int, int)}
     */
    public static Picture of(FittedModel fitted, FeatureMatrix raw, List<String> names, int xColumn, int yColumn) {
        SegmentScatter scatter = SegmentScatter.of(raw, fitted.model(), names, xColumn, yColumn);
        return of(scatter, names, Ground.NONE, Axes.of(fitted, xColumn, yColumn));
    }

    /**
     * Draws the two features of a model with its decision regions: where a new customer would join which segment. An axis
     * of which the logarithm was clustered is logarithmic, so that borders are straight lines.
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
                        (canvas, panel) -> drawRegions(fitted, canvas, panel)),
                Axes.of(fitted, 0, 1));
    }

    private static Picture of(SegmentScatter scatter, List<String> names, Ground ground, Axes axes) {
        int customers = scatter.customers();
        String note = ground.note() + scatter.drawn().note();
        Canvas canvas = Canvas.of(scatter.title(), subtitle(customers) + note, BODY);
        Axis x = axes.x(scatter);
        Axis y = axes.y(scatter);
        Rectangle2D body = canvas.body(BODY - 8);
        if (ground != Ground.NONE) {
            ground.painter().accept(canvas, Panel.of(x, y).paintedOn(canvas, body));
        }
        Panel panel = Panel.of(x, y);
        scatter.addTo(panel, label -> SegmentMarker.of(label, customers));
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

    /** As {@link #ofMostTelling(FeatureMatrix, KMeansModel, List)}, with logarithmic axes where logarithms were clustered. */
    public static Picture ofMostTelling(FittedModel fitted, FeatureMatrix raw, List<String> names) {
        SegmentScatter.check(raw, fitted.model(), names, 0);
        if (raw.columns() == 1) {
            boolean log = fitted.preprocessing().isLogged(0);
            return BoxPlot.of(
                    raw.features().get(0), raw.column(0), fitted.model().labels(), names, log);
        }
        int[] two = mostTelling(raw, fitted.model().labels());
        return of(fitted, raw, names, two[0], two[1]);
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
        return IntStream.rangeClosed(1, scatter.k())
                .boxed()
                .flatMap(label ->
                        points(panel, scatter.drawn().xs(label), scatter.drawn().ys(label)))
                .toList();
    }

    private static Stream<Point2D> points(Panel panel, double[] xs, double[] ys) {
        return IntStream.range(0, xs.length).mapToObj(i -> at(panel, xs[i], ys[i]));
    }

    /** Returns a place on the panel: at its edge where the value lies beyond the axis. */
    private static Point2D at(Panel panel, double x, double y) {
        Rectangle2D plot = panel.plot();
        return new Point2D.Double(
                Math.max(plot.getMinX(), Math.min(panel.x(x), plot.getMaxX())),
                Math.max(plot.getMinY(), Math.min(panel.y(y), plot.getMaxY())));
    }

    private static String subtitle(int customers) {
        return Wording.count(customers, "customer") + "; colour and shape show the segment, × marks its mean";
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
        List<Double> effects = Parallel.map(
                matrix.columns(),
                column -> eligible.contains(column)
                        ? EffectSize.etaSquared(matrix.column(column), labels).value()
                        : 0.0);
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

    /** Fills each pixel of the panel in the pale colour of the segment whose centroid is nearest, as it was clustered. */
    private static void drawRegions(FittedModel fitted, Canvas canvas, Panel panel) {
        Rectangle2D plot = panel.plot();
        int width = (int) Math.ceil(plot.getWidth());
        for (int line = 0; line < (int) Math.ceil(plot.getHeight()); line++) {
            double y = plot.getMinY() + line;
            int[] labels = nearest(fitted, panel, y + 0.5, width);
            int start = 0;
            for (int x = 1; x <= width; x++) {
                if (x == width || labels[x] != labels[start]) {
                    Color color = PlotTheme.mixed(PlotTheme.segmentColor(labels[start]), PlotTheme.PAPER, PALE);
                    double right = Math.min(plot.getMinX() + x, plot.getMaxX());
                    double left = plot.getMinX() + start;
                    double height = Math.min(1, plot.getMaxY() - y);
                    canvas.fill(new Rectangle2D.Double(left, y, right - left, height), color);
                    start = x;
                }
            }
        }
    }

    private static int[] nearest(FittedModel fitted, Panel panel, double y, int width) {
        Preprocessing preprocessing = fitted.preprocessing();
        double up = known(preprocessing, 1, panel.valueY(y));
        double[][] places = IntStream.range(0, width)
                .mapToObj(x -> new double[] {
                    known(preprocessing, 0, panel.valueX(panel.plot().getMinX() + x + 0.5)), up
                })
                .toArray(double[][]::new);
        FeatureMatrix prepared = preprocessing.apply(FeatureMatrix.ofRows(preprocessing.features(), places));
        return Arrays.stream(prepared.toRows())
                .mapToInt(row -> fitted.model().nearest(row))
                .toArray();
    }

    /** Returns a value as it can be prepared: of a negative one there is no logarithm. */
    private static double known(Preprocessing preprocessing, int feature, double value) {
        return preprocessing.isLogged(feature) ? Math.max(0, value) : value;
    }
}
