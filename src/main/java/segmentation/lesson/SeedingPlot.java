package segmentation.lesson;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;
import segmentation.model.StartMethod;
import segmentation.plot.Picture;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * How k-means++ draws its starting centroids: a panel a draw, in which the area of a customer's dot is its chance to be
 * drawn, its squared distance to the nearest centroid so far as a share of the sum over all.
 *
 * <p>The chances are those of one draw; {@link StartMethod#PLUS_PLUS} makes several and keeps the best.
 */
public final class SeedingPlot {
    private static final int PANELS_A_ROW = 3;
    private static final int MOST_DRAWS = 9;
    private static final double PANEL_HEIGHT = 214;
    private static final double TITLE = 22;
    private static final double ARM = 4.5;

    /** The radius of a dot of average chance, where customers are few and many. */
    private static final double RADIUS_OF_FEW = 3.2;

    private static final double RADIUS_OF_MANY = 1.8;
    private static final double LARGEST = 11;
    private static final int FEW = 400;

    private final FeatureMatrix matrix;
    private final double[][] centroids;
    private final List<double[]> chances = new ArrayList<>();

    private SeedingPlot(FeatureMatrix matrix, double[][] centroids) {
        this.matrix = matrix;
        this.centroids = centroids;
        for (int draw = 0; draw < centroids.length; draw++) {
            chances.add(chances(draw));
        }
    }

    /**
     * Draws the first two features; of more than nine centroids the first nine.
     *
     * @param matrix at least two features, and k different rows
     * @param k number of centroids, at least 1
     * @throws IllegalArgumentException where there are fewer features or different rows, or k is below 1
     */
    public static Picture of(FeatureMatrix matrix, int k, long seed) {
        if (matrix.columns() < 2) {
            throw new IllegalArgumentException("A picture of a start needs two features, got " + matrix.columns());
        }
        double[][] all = StartMethod.PLUS_PLUS.centroids(matrix, k, seed);
        SeedingPlot plot = new SeedingPlot(matrix, Arrays.copyOf(all, Math.min(k, MOST_DRAWS)));
        int rows = (plot.centroids.length + PANELS_A_ROW - 1) / PANELS_A_ROW;
        Canvas canvas = Canvas.of(
                "k-means++ draws %s".formatted(Wording.count(k, "starting centroid")),
                "The larger a dot, the likelier it is drawn: far from the centroids so far (×). Ring: who is drawn. Across: %s, up: %s"
                        .formatted(
                                matrix.features().get(0).label(),
                                matrix.features().get(1).label()),
                rows * PANEL_HEIGHT + 6);
        IntStream.range(0, plot.centroids.length).forEach(draw -> plot.draw(canvas, draw));
        return Picture.of("seeding", canvas.pngOfFewShades(), plot.altText(k));
    }

    /** Returns each customer's chance at a draw, counted from 0: all equal at the first. */
    private double[] chances(int draw) {
        double[] squares = IntStream.range(0, matrix.rows())
                .mapToDouble(i -> draw == 0 ? 1 : nearest(matrix.row(i), draw))
                .toArray();
        double sum = Arrays.stream(squares).sum();
        return Arrays.stream(squares).map(square -> sum == 0 ? 0 : square / sum).toArray();
    }

    private double nearest(double[] row, int draw) {
        return IntStream.range(0, draw)
                .mapToDouble(centroid -> square(row, centroids[centroid]))
                .min()
                .orElseThrow();
    }

    private static double square(double[] row, double[] centroid) {
        return IntStream.range(0, row.length)
                .mapToDouble(j -> (row[j] - centroid[j]) * (row[j] - centroid[j]))
                .sum();
    }

    /** Returns the customer that a draw took: the first at its place. */
    private int drawn(int draw) {
        return IntStream.range(0, matrix.rows())
                .filter(i -> Arrays.equals(matrix.row(i), centroids[draw]))
                .findFirst()
                .orElseThrow();
    }

    private void draw(Canvas canvas, int draw) {
        Rectangle2D box = canvas.box(draw, PANELS_A_ROW, PANEL_HEIGHT, 0);
        canvas.write(Label.at(title(draw), box.getX() + Panel.EDGE, box.getY() + 14)
                .strong()
                .fitting(box.getWidth() - Panel.EDGE));
        Panel panel = Panel.of(Axis.around("", matrix.column(0)), Axis.around("", matrix.column(1)))
                .paintedOn(
                        canvas,
                        new Rectangle2D.Double(
                                box.getX(), box.getY() + TITLE, box.getWidth(), PANEL_HEIGHT - TITLE - 6));
        double even = matrix.rows() <= FEW ? RADIUS_OF_FEW : RADIUS_OF_MANY;
        for (int i = 0; i < matrix.rows(); i++) {
            double radius = Math.min(LARGEST, even * Math.sqrt(chances.get(draw)[i] * matrix.rows()));
            canvas.fill(dot(panel, matrix.row(i), radius), PlotTheme.BAR);
        }
        for (int earlier = 0; earlier < draw; earlier++) {
            canvas.cross(panel.x(centroids[earlier][0]), panel.y(centroids[earlier][1]), ARM);
        }
        canvas.draw(dot(panel, centroids[draw], LARGEST - 3), PlotTheme.PAPER, PlotTheme.line(5));
        canvas.draw(dot(panel, centroids[draw], LARGEST - 3), PlotTheme.ACCENT, PlotTheme.line(2.4));
    }

    private static Ellipse2D dot(Panel panel, double[] at, double radius) {
        return new Ellipse2D.Double(panel.x(at[0]) - radius, panel.y(at[1]) - radius, 2 * radius, 2 * radius);
    }

    private String title(int draw) {
        return "%d · chance %s".formatted(draw + 1, NumberText.percent(chances.get(draw)[drawn(draw)]));
    }

    private String altText(int k) {
        String even = NumberText.percent(1.0 / matrix.rows());
        return "Scatters of %s, one for each draw of k-means++ with k = %d; a customer drawn evenly has a chance of %s. "
                        .formatted(Wording.count(matrix.rows(), "customer"), k, even)
                + IntStream.range(0, centroids.length)
                        .mapToObj(draw -> "Draw %s at %s, %s"
                                .formatted(
                                        title(draw),
                                        NumberText.signed(NumberText.fixed(centroids[draw][0], 2)),
                                        NumberText.signed(NumberText.fixed(centroids[draw][1], 2))))
                        .collect(Collectors.joining("; ", "", "."));
    }
}
