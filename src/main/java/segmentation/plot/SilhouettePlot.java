package segmentation.plot;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.data.Figures;
import segmentation.evaluation.Silhouette;

/**
 * The silhouette profile: a bar a customer, sorted within its segment, with the mean over all as a dashed line.
 *
 * <p>Source of the picture: Rousseeuw, Silhouettes, Journal of Computational and Applied Mathematics 20, 1987.
 */
public final class SilhouettePlot {
    private static final String LABELS_TITLE = "Segment · size · mean";
    private static final double LEAST_HEIGHT = 380;
    private static final double LABEL_HEIGHT = 18;
    private static final double ABOVE = 20;
    private static final double CHIP = 9;

    /** The gap between two segments, as a share of all bars. */
    private static final double GAP = 0.015;

    private SilhouettePlot() {}

    /** Draws the profile; any number of customers and segments. */
    public static Picture of(Silhouette silhouette) {
        double height = Math.max(LEAST_HEIGHT, 60 + LABEL_HEIGHT * silhouette.k());
        String mean = Wording.signed(Figures.fixed(silhouette.mean(), 2));
        Canvas canvas = Canvas.of(
                "Mean silhouette %s; %s below 0".formatted(mean, misplaced(silhouette)),
                "A bar a customer: 1 is deep inside its segment, 0 between two, below 0 nearer on average to another",
                ABOVE + height);
        draw(silhouette, canvas, height);
        return canvas.toPicture("silhouette-profile", altText(silhouette));
    }

    private static void draw(Silhouette silhouette, Canvas canvas, double height) {
        double gap = Math.max(1, GAP * silhouette.labels().length);
        double top = silhouette.labels().length + gap * (silhouette.k() - 1);
        Panel panel = panel(silhouette, top);
        double[] centres = new double[silhouette.k()];
        for (int label = 1; label <= silhouette.k(); label++) {
            double[] sorted = sorted(silhouette, label);
            panel.area(acrossBars(sorted), downBars(sorted.length, top), PlotTheme.segmentColor(label));
            centres[label - 1] = top - sorted.length / 2.0;
            top -= sorted.length + gap;
        }
        List<String> labels = labels(silhouette);
        double left = Canvas.MARGIN + widest(labels);
        panel.paintedOn(canvas, left, canvas.top() + ABOVE, Canvas.WIDTH - left - 10, height - 8);
        writeLabels(labels, canvas, panel, centres);
        markMean(silhouette.mean(), canvas, panel);
    }

    private static Panel panel(Silhouette silhouette, double bars) {
        double least = Math.floor(10 * Arrays.stream(silhouette.scores()).min().orElseThrow()) / 10;
        Axis scores = Axis.between("Silhouette score (−1 to 1, higher is better)", Math.min(0, least), 1);
        return Panel.of(scores.labelledTo(1), Axis.between("", 0, bars)).withoutY();
    }

    private static List<String> labels(Silhouette silhouette) {
        return IntStream.rangeClosed(1, silhouette.k())
                .mapToObj(label -> "%d · n = %s · %s"
                        .formatted(label, Figures.count(size(silhouette, label)), mean(silhouette, label)))
                .toList();
    }

    private static double widest(List<String> labels) {
        return Stream.concat(labels.stream(), Stream.of(LABELS_TITLE))
                        .mapToDouble(label -> Label.at(label, 0, 0).width())
                        .max()
                        .orElseThrow()
                + CHIP;
    }

    private static void writeLabels(List<String> labels, Canvas canvas, Panel panel, double[] centres) {
        double[] wanted = Arrays.stream(centres).map(panel::y).toArray();
        double[] places = Spacing.apart(wanted, LABEL_HEIGHT, panel.plot().getMaxY() - 4);
        for (int i = 0; i < places.length; i++) {
            canvas.fill(
                    new Rectangle2D.Double(Canvas.MARGIN, places[i] - 4, CHIP, CHIP), PlotTheme.segmentColor(i + 1));
            canvas.write(Label.at(labels.get(i), Canvas.MARGIN + CHIP + 5, places[i] + 5));
        }
        canvas.write(Label.at(LABELS_TITLE, Canvas.MARGIN, panel.plot().getMinY() - 9)
                .quiet());
    }

    private static void markMean(double mean, Canvas canvas, Panel panel) {
        double x = panel.x(mean);
        double top = panel.plot().getMinY() - 4;
        canvas.draw(new Line2D.Double(x, top, x, panel.plot().getMaxY()), PlotTheme.INK, PlotTheme.dashed(1.5));
        canvas.write(Label.at("mean " + Wording.signed(Figures.fixed(mean, 2)), x, top - 5)
                .centred()
                .strong()
                .within(panel.plot().getMinX(), panel.plot().getMaxX()));
    }

    private static double[] sorted(Silhouette silhouette, int label) {
        int[] labels = silhouette.labels();
        return IntStream.range(0, labels.length)
                .filter(i -> labels[i] == label)
                .mapToObj(silhouette::at)
                .sorted(Comparator.reverseOrder())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** Returns the x of an outline that goes down the ends of the bars: from 0, twice each score, back to 0. */
    private static double[] acrossBars(double[] scores) {
        return IntStream.range(0, 2 * scores.length + 2)
                .mapToDouble(i -> i == 0 || i == 2 * scores.length + 1 ? 0 : scores[(i - 1) / 2])
                .toArray();
    }

    private static double[] downBars(int count, double top) {
        return IntStream.range(0, 2 * count + 2).mapToDouble(i -> top - i / 2).toArray();
    }

    private static String misplaced(Silhouette silhouette) {
        return "%s of %s"
                .formatted(
                        Figures.count(silhouette.misplaced()), Wording.count(silhouette.labels().length, "customer"));
    }

    private static String altText(Silhouette silhouette) {
        return "Silhouette profile. Mean %s on a scale from −1 to 1; %s below 0, nearer on average to another segment. By segment: "
                        .formatted(Wording.signed(Figures.fixed(silhouette.mean(), 2)), misplaced(silhouette))
                + IntStream.rangeClosed(1, silhouette.k())
                        .mapToObj(label -> "%d has %s with mean %s"
                                .formatted(
                                        label,
                                        Wording.count(size(silhouette, label), "customer"),
                                        mean(silhouette, label)))
                        .collect(Collectors.joining("; ", "", "."));
    }

    private static long size(Silhouette silhouette, int label) {
        return Arrays.stream(silhouette.labels()).filter(each -> each == label).count();
    }

    private static String mean(Silhouette silhouette, int label) {
        return Wording.signed(Figures.fixed(silhouette.ofSegment(label), 2));
    }
}
