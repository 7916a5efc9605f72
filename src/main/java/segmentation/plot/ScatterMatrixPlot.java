package segmentation.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.LogTransform;
import segmentation.plot.CorrelationPlot.Correlations;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Histogram;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.drawing.SegmentMarker;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * The pair plot: distributions on the diagonal, a scatter of each pair below it, and the pair's correlation above it,
 * where a mirrored scatter would say nothing new.
 *
 * <p>Of more than 6 features, which nobody could read, it shows the 6 that go together most: the feature whose strongest
 * correlation with any other is the weakest is left out, the last of equals, until 6 are left.
 */
public final class ScatterMatrixPlot {
    private static final int MOST_FEATURES = 6;

    /** Two features and their correlation r, NaN where one of them is constant. */
    private record Pair(Feature one, Feature other, double r) {
        String text() {
            return "%s and %s %s".formatted(one.noun(), other.noun(), figure());
        }

        /** Orders pairs by the strength of their correlation, strongest first, one that is not defined last. */
        double weakness() {
            return Double.isNaN(r) ? 1 : -Math.abs(r);
        }

        String figure() {
            return Double.isNaN(r) ? "r undefined" : "r = " + NumberText.signed(NumberText.fixed(r, 2));
        }
    }

    private ScatterMatrixPlot() {}

    /** Draws all customers in one colour, as {@link #of(FeatureMatrix, int[])}. */
    public static Picture of(FeatureMatrix matrix) {
        int[] one = new int[matrix.rows()];
        Arrays.fill(one, 1);
        return of(matrix, one);
    }

    /**
     * Draws the pairs, the scatters coloured by segment.
     *
     * @param labels a segment from 1 to k for each row, every segment used
     * @throws IllegalArgumentException where there are not as many labels as rows
     */
    public static Picture of(FeatureMatrix all, int[] labels) {
        return of(all, labels, Set.of());
    }

    /**
     * Draws the pairs as above, on logarithmic axes where logarithms are clustered; correlations are then those of the
     * logarithms.
     *
     * @param logged names of features of which the logarithm of 1 + x is clustered
     */
    public static Picture of(FeatureMatrix all, int[] labels, Set<String> logged) {
        Legend.checkedK(labels, all.rows(), List.of());
        FeatureMatrix places = logged.isEmpty()
                ? all
                : LogTransform.of(logged.toArray(String[]::new)).apply(all);
        Correlations correlations = Correlations.of(places);
        List<Integer> shown = correlations.closest(MOST_FEATURES);
        List<Column> columns = shown.stream()
                .map(column -> new Column(
                        all.features().get(column),
                        places.column(column),
                        labels,
                        logged.contains(all.features().get(column).name())))
                .toList();
        String part = shown.size() == all.columns()
                ? ""
                : "The %d of %d features that go together most. ".formatted(shown.size(), all.columns());
        List<Pair> pairs = pairs(all.features(), shown, correlations);
        Canvas canvas = Canvas.of(
                title(columns),
                part + subtitle(pairs) + DrawnRange.note(beyond(columns)),
                Grid.of(columns).canvasHeight());
        draw(columns, pairs, canvas);
        return Picture.of("pairs", canvas.png(), altText(columns.get(0), pairs, part));
    }

    private static void draw(List<Column> columns, List<Pair> pairs, Canvas canvas) {
        Cells cells = Cells.of(columns, canvas, Grid.of(columns));
        Iterator<Pair> each = pairs.iterator();
        for (int row = 0; row < columns.size(); row++) {
            for (int column = 0; column < row; column++) {
                cells.drawScatter(row, column);
                cells.write(each.next().figure(), column, row);
            }
            cells.drawHistogram(row);
        }
    }

    /** Returns the pairs in the order of their cells below the diagonal, row by row. */
    private static List<Pair> pairs(List<Feature> features, List<Integer> shown, Correlations correlations) {
        List<Pair> pairs = new ArrayList<>();
        for (int row : shown) {
            for (int column : shown.subList(0, shown.indexOf(row))) {
                pairs.add(new Pair(features.get(column), features.get(row), correlations.of(column, row)));
            }
        }
        return pairs;
    }

    private static String title(List<Column> columns) {
        List<String> nouns =
                columns.stream().map(column -> column.feature().noun()).toList();
        return Wording.capitalised(Wording.list(nouns))
                + " of "
                + Wording.count(columns.get(0).customers(), "customer")
                + (columns.size() > 1 ? ", in pairs" : "");
    }

    private static int beyond(List<Column> columns) {
        return columns.stream().mapToInt(Column::beyond).max().orElse(0);
    }

    private static String subtitle(List<Pair> pairs) {
        return pairs.stream()
                .filter(pair -> !Double.isNaN(pair.r()))
                .max(Comparator.comparingDouble(pair -> Math.abs(pair.r())))
                .map(pair -> "Strongest correlation: " + pair.text() + " (r is −1 to 1; 0 is none)")
                .orElse("Only features that vary can be correlated");
    }

    private static String altText(Column first, List<Pair> pairs, String part) {
        String coloured = first.k() > 1 ? " coloured by %d segments".formatted(first.k()) : "";
        String correlations = pairs.stream()
                .sorted(Comparator.comparingDouble(Pair::weakness))
                .map(Pair::text)
                .collect(Collectors.joining("; "));
        return "Pair plot of %s%s. ".formatted(Wording.count(first.customers(), "customer"), coloured)
                + part
                + (correlations.isEmpty()
                        ? "One feature alone."
                        : "Correlations, strongest first: " + correlations + ".");
    }

    /** The cells of a pair plot, drawn one by one. */
    private static final class Cells {
        private static final double ROOM_ABOVE_BARS = 0.05;

        private final List<Column> columns;
        private final Canvas canvas;
        private final Grid grid;

        private Cells(List<Column> columns, Canvas canvas, Grid grid) {
            this.columns = columns;
            this.canvas = canvas;
            this.grid = grid;
        }

        /** Returns cells for these columns, of which there are as many as the grid has. */
        static Cells of(List<Column> columns, Canvas canvas, Grid grid) {
            return new Cells(List.copyOf(columns), canvas, grid);
        }

        /** Draws one feature against another, a marker for each customer that is drawn. */
        void drawScatter(int row, int column) {
            Column across = columns.get(column);
            Column up = columns.get(row);
            Panel panel = panel(row, column, up.axis(column == 0 ? label(up.feature()) : ""));
            int customers = across.customers();
            DrawnPoints drawn = across.against(up);
            for (int label = 1; label <= across.k(); label++) {
                panel.points(
                        across.values(drawn.xs(label)),
                        up.values(drawn.ys(label)),
                        SegmentMarker.small(label, customers),
                        SegmentMarker.tone(across.k() == 1 ? PlotTheme.DOT : PlotTheme.segmentColor(label), customers));
            }
            Rectangle2D box = box(row, column);
            panel.paintedOn(canvas, box);
        }

        /** Draws the distribution of a feature in its place on the diagonal; the bars' own scale is not shown. */
        void drawHistogram(int at) {
            Histogram histogram = columns.get(at).histogram();
            Panel panel = panel(at, at, Axis.fromZero("", histogram.counts(), ROOM_ABOVE_BARS));
            histogram.bars(canvas, panel.withoutY(), box(at, at));
            String name = Wording.capitalised(columns.get(at).feature().noun());
            double room = panel.plot().getWidth() - 4;
            List<String> lines = Label.at(name, 0, 0).strong().lines(room, 2);
            for (int line = 0; line < lines.size(); line++) {
                double y = panel.plot().getMinY() - 2 - 15 * (lines.size() - 1 - line);
                canvas.write(Label.at(lines.get(line), panel.plot().getCenterX(), y)
                        .strong()
                        .centred());
            }
        }

        /** Writes a figure in the middle of a cell. */
        void write(String figure, int row, int column) {
            Rectangle2D box = box(row, column);
            canvas.write(Label.at(figure, box.getCenterX(), box.getY() + grid.height() / 2 + 6)
                    .centred()
                    .sized(PlotTheme.TITLE_SIZE));
        }

        private Panel panel(int row, int column, Axis yAxis) {
            boolean last = row == columns.size() - 1;
            Column across = columns.get(column);
            Panel panel = Panel.of(across.axisWithBars(last ? label(across.feature()) : ""), yAxis)
                    .withCloseXTicks();
            if (column == 0) {
                panel.withLeftWidth((int) grid.ticksLeft());
            } else {
                panel.withoutYTicks();
            }
            return last ? panel : panel.withoutXTicks();
        }

        /** Returns name and unit of a feature, or noun and unit where the name is too long for a cell. */
        private String label(Feature feature) {
            boolean fits = Label.at(feature.label(), 0, 0).width() <= grid.width() - Panel.EDGE;
            return fits ? feature.label() : new Feature(Wording.capitalised(feature.noun()), feature.unit()).label();
        }

        private Rectangle2D box(int row, int column) {
            Rectangle2D box = grid.box(row, column);
            return new Rectangle2D.Double(box.getX(), canvas.top() + box.getY(), box.getWidth(), box.getHeight());
        }
    }

    /**
     * The boxes of a d × d pair plot below the heading. Tick labels stand left of the first column and below the last row
     * only, so these are larger: all plots come out alike and in line.
     *
     * @param d features, and so rows and columns
     * @param ticksLeft room for the tick labels of the first column
     * @param width of a cell without tick labels
     * @param height of a cell without tick labels
     */
    private record Grid(int d, double ticksLeft, double width, double height) {
        private static final double LEFT = 10;
        private static final double TALLEST = 200;

        private static final double TICKS_BELOW = 18;
        /** Room above a cell: for two lines of a feature's name, or the label of an axis. */
        private static final double LABEL = 32;

        private static final double AXIS_LABEL = 20;

        /** Returns the grid that fills the canvas' width. */
        static Grid of(List<Column> columns) {
            int d = columns.size();
            double ticks = Panel.leftWidth(
                    columns.stream().map(column -> column.axis("")).toList());
            double width = (Canvas.WIDTH - 2 * LEFT - ticks) / d;
            return new Grid(d, ticks, width, Math.min(TALLEST, 0.72 * width));
        }

        /** Returns the height of the whole grid with the labels of the x axes. */
        double canvasHeight() {
            return d * (LABEL + height) + TICKS_BELOW + AXIS_LABEL + 8;
        }

        /** Returns a cell's box, relative to the canvas' body; a scatter in the first column has room for a label above. */
        Rectangle2D box(int row, int column) {
            boolean labelled = column == 0 && row > 0;
            double x = LEFT + (column == 0 ? 0 : ticksLeft + column * width);
            double y = row * (LABEL + height) + (labelled ? LABEL - AXIS_LABEL : LABEL);
            double w = width + (column == 0 ? ticksLeft : 0);
            double h = height + (labelled ? AXIS_LABEL : 0) + (row == d - 1 ? TICKS_BELOW + AXIS_LABEL : 0);
            return new Rectangle2D.Double(x, y, w, h);
        }
    }

    /** One feature of a pair plot: what the cells in its row and in its column share, worked out once. Immutable. */
    private static final class Column {
        private final Feature feature;
        private final double[] values;
        private final int[] labels;
        private final boolean logged;
        private final DrawnRange range;
        private final Histogram histogram;

        /** Keeps places on the axis: values, or their logarithms; labels are 1..k, one a row, each used. */
        Column(Feature feature, double[] values, int[] labels, boolean logged) {
            this.feature = feature;
            this.values = values;
            this.labels = labels;
            this.logged = logged;
            this.range = DrawnRange.of(values);
            this.histogram = Histogram.of(range.shown(values));
        }

        /** Returns the values at places. */
        double[] values(double[] places) {
            return logged ? Arrays.stream(places).map(StrictMath::expm1).toArray() : places;
        }

        /** Returns the customers as they are drawn with another column upwards. */
        DrawnPoints against(Column up) {
            return DrawnPoints.of(range, values, up.range, up.values, labels);
        }

        /** Returns how many customers lie beyond what is shown. */
        int beyond() {
            return range.beyond();
        }

        /** Returns the feature. */
        Feature feature() {
            return feature;
        }

        /** Returns the number of all customers. */
        int customers() {
            return values.length;
        }

        /** Returns the number of segments. */
        int k() {
            return Arrays.stream(labels).max().orElseThrow();
        }

        /** Returns an axis over the values of all customers, with a little room on both sides. */
        Axis axis(String label) {
            return logged
                    ? Axis.logarithmic(label, StrictMath.expm1(range.least()), StrictMath.expm1(range.most()))
                    : range.axis(label, range.coarse());
        }

        /** Returns an axis that holds the bars of the distribution, too. */
        Axis axisWithBars(String label) {
            Axis bars = histogram.axis(label, logged);
            Axis points = axis(label);
            double least = Math.min(bars.min(), points.min());
            double most = Math.max(bars.max(), points.max());
            if (logged) {
                return bars.spanning(least, most);
            }
            Axis both = Axis.between(label, least, most);
            return points.strict() ? both.labelledTo(0) : both;
        }

        /** Returns the distribution over all customers. */
        Histogram histogram() {
            return histogram;
        }
    }
}
