package segmentation.plot;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.PlotTheme;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * The silhouette profile: one bar for each customer, sorted within its segment, with the mean over all as a dashed line.
 *
 * <p>Source of the picture: Rousseeuw, Silhouettes, Journal of Computational and Applied Mathematics 20, 1987.
 */
public final class SilhouettePlot {
    private static final String LABELS_TITLE = "Segment · size · mean";
    private static final double LEAST_HEIGHT = 380;
    private static final double LABEL_HEIGHT = 18;
    private static final double ABOVE = 20;
    private static final double CHIP = 9;
    private static final double ABOVE_PLOT = 4;

    private SilhouettePlot() {}

    /** Draws the profile; any number of customers and segments. */
    public static Picture of(Silhouette silhouette) {
        double height = Math.max(LEAST_HEIGHT, 60 + LABEL_HEIGHT * silhouette.k());
        Canvas canvas = Canvas.of(
                "Mean silhouette %s; %s below 0".formatted(figure(silhouette.mean()), misplaced(silhouette)),
                "One bar for each customer: 1 is deep inside its segment, 0 between two, below 0 nearer to another",
                ABOVE + height);
        draw(silhouette, canvas, height);
        return Picture.of("silhouette-profile", canvas.png(), altText(silhouette));
    }

    /**
     * Draws the profile with the same customers as a scatter beside it, so that one sees whose bars are short.
     *
     * @param matrix the customers of the silhouette, in the same order; of more than two features the two in which the
     *     segments differ most
     * @throws IllegalArgumentException where the matrix has not as many rows, or fewer than two features
     */
    public static Picture besideScatter(Silhouette silhouette, FeatureMatrix matrix) {
        int[] labels = silhouette.labels();
        if (matrix.rows() != labels.length || matrix.columns() < 2) {
            throw new IllegalArgumentException(
                    "A silhouette of %d customers needs as many rows and two features, got %d × %d"
                            .formatted(labels.length, matrix.rows(), matrix.columns()));
        }
        int[] two = SegmentsPlot.mostTelling(matrix, labels);
        SegmentScatter scatter = SegmentScatter.of(matrix, labels, two[0], two[1]);
        Canvas canvas = Canvas.of(
                "Mean silhouette %s; %s below 0".formatted(figure(silhouette.mean()), misplaced(silhouette)),
                "Left: one bar for each customer, by segment; right: the same customers in the same colours",
                LEAST_HEIGHT);
        Rectangle2D left = canvas.box(0, 2, LEAST_HEIGHT - 8, 0);
        SilhouettePanel panel = SilhouettePanel.draw(
                silhouette,
                SilhouettePanel.axis("Silhouette score (−1 to 1)", List.of(silhouette)),
                canvas,
                new Rectangle2D.Double(
                        left.getX() + 14, left.getY() + 16, left.getWidth() - 20, left.getHeight() - 16));
        panel.drawMean(canvas, 0);
        panel.writeNumbers(canvas);
        SilhouettePanel.drawScatter(scatter, canvas, canvas.box(1, 2, LEAST_HEIGHT - 8, 0));
        return Picture.of("silhouette-scatter", canvas.png(), altText(silhouette) + " " + scatter.altText(List.of()));
    }

    private static void draw(Silhouette silhouette, Canvas canvas, double height) {
        List<String> labels = labels(silhouette);
        double left = Canvas.MARGIN + widest(labels);
        SilhouettePanel panel = SilhouettePanel.draw(
                silhouette,
                SilhouettePanel.axis("Silhouette score (−1 to 1, higher is better)", List.of(silhouette)),
                canvas,
                new Rectangle2D.Double(left, canvas.top() + ABOVE, Canvas.WIDTH - left - 10, height - 8));
        writeLabels(labels, canvas, panel);
        double x = panel.drawMean(canvas, ABOVE_PLOT);
        canvas.write(
                Label.at("mean " + figure(silhouette.mean()), x, panel.plot().getMinY() - ABOVE_PLOT - 5)
                        .centred()
                        .strong()
                        .within(panel.plot().getMinX(), panel.plot().getMaxX()));
    }

    private static List<String> labels(Silhouette silhouette) {
        int[] sizes = sizes(silhouette);
        return IntStream.rangeClosed(1, silhouette.k())
                .mapToObj(label -> "%d · n = %s · %s"
                        .formatted(label, NumberText.count(sizes[label - 1]), mean(silhouette, label)))
                .toList();
    }

    private static double widest(List<String> labels) {
        return Stream.concat(labels.stream(), Stream.of(LABELS_TITLE))
                        .mapToDouble(label -> Label.at(label, 0, 0).width())
                        .max()
                        .orElseThrow()
                + CHIP;
    }

    private static void writeLabels(List<String> labels, Canvas canvas, SilhouettePanel panel) {
        double[] places = apart(panel.centres(), LABEL_HEIGHT, panel.plot().getMaxY() - 4);
        for (int i = 0; i < places.length; i++) {
            canvas.fill(
                    new Rectangle2D.Double(Canvas.MARGIN, places[i] - 4, CHIP, CHIP), PlotTheme.segmentColor(i + 1));
            canvas.write(Label.at(labels.get(i), Canvas.MARGIN + CHIP + 5, places[i] + 5));
        }
        canvas.write(Label.at(LABELS_TITLE, Canvas.MARGIN, panel.plot().getMinY() - 9)
                .quiet());
    }

    /** Says how many of those scored are below 0; where only a sample is scored, of its customers. */
    private static String misplaced(Silhouette silhouette) {
        return "%s of %s"
                        .formatted(
                                NumberText.count(silhouette.misplaced()),
                                Wording.count(silhouette.scored(), "customer"))
                + (silhouette.isExact() ? "" : " sampled");
    }

    private static String altText(Silhouette silhouette) {
        int[] sizes = sizes(silhouette);
        return "Silhouette profile. Mean %s on a scale from −1 to 1; %s below 0, nearer on average to another segment. By segment: "
                        .formatted(figure(silhouette.mean()), misplaced(silhouette))
                + IntStream.rangeClosed(1, silhouette.k())
                        .mapToObj(label -> "%d has %s with mean %s"
                                .formatted(label, Wording.count(sizes[label - 1], "customer"), mean(silhouette, label)))
                        .collect(Collectors.joining("; ", "", "."));
    }

    private static int[] sizes(Silhouette silhouette) {
        int[] sizes = new int[silhouette.k()];
        for (int label : silhouette.labels()) {
            sizes[label - 1]++;
        }
        return sizes;
    }

    private static String mean(Silhouette silhouette, int label) {
        return figure(silhouette.ofSegment(label));
    }

    /** Writes a mean score. */
    static String figure(double mean) {
        return NumberText.signed(NumberText.fixed(mean, 2));
    }

    /**
     * Returns ascending places near the wanted ones, each at least {@code least} from the one before and none above
     * {@code max}; where there is no room for that, the first ones leave the range at its low end.
     */
    static double[] apart(double[] wanted, double least, double max) {
        double[] places = wanted.clone();
        for (int i = 1; i < places.length; i++) {
            places[i] = Math.max(places[i], places[i - 1] + least);
        }
        double limit = max;
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = Math.min(places[i], limit);
            limit = places[i] - least;
        }
        return places;
    }
}
