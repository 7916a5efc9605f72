package segmentation.lesson;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansModel;
import segmentation.plot.Legend;
import segmentation.plot.Picture;
import segmentation.plot.SegmentScatter;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.drawing.SegmentMarker;
import segmentation.text.Wording;

/**
 * Several partitions side by side, such as the groups that were made, those that K-Means finds, and those after a remedy.
 * Immutable; each panel added makes a new one.
 */
public final class PartitionsPlot {
    private static final int MOST_A_ROW = 3;
    private static final double NARROW_HEIGHT = 230;
    private static final double WIDE_HEIGHT = 290;
    private static final double GAP = 10;

    private final String finding;
    private final List<PartitionPanel> panels;
    private final List<String> names;

    private PartitionsPlot(String finding, List<PartitionPanel> panels, List<String> names) {
        this.finding = finding;
        this.panels = panels;
        this.names = names;
    }

    /** Starts a picture without panels, under a sentence that says what they show together. */
    public static PartitionsPlot titled(String finding) {
        return new PartitionsPlot(finding, List.of(), List.of());
    }

    /** Returns this picture with a legend below its heading, a name for each segment, 1 first. */
    public PartitionsPlot named(List<String> segments) {
        return new PartitionsPlot(finding, panels, List.copyOf(segments));
    }

    /**
     * Adds a model's segments on the first two features, with a cross at each mean.
     *
     * @param matrix the customers of the model, in the same order; at least two features, in any units
     * @throws IllegalArgumentException where the matrix has fewer than two features or another number of rows
     */
    public PartitionsPlot with(String title, FeatureMatrix matrix, KMeansModel model) {
        return with(PartitionPanel.of(title, matrix, model.labels(), true));
    }

    /**
     * Adds labelled customers on the first two features.
     *
     * @param labels 1 and up, one a row; customers of no segment have 0 and are drawn grey
     * @throws IllegalArgumentException where the matrix has fewer than two features or another number of rows, or a label
     *     is negative
     */
    public PartitionsPlot with(String title, FeatureMatrix matrix, int[] labels) {
        return with(PartitionPanel.of(title, matrix, labels, false));
    }

    /**
     * Adds labelled customers on the first two features, with the groups of a mixture: for each an ellipse at one standard
     * deviation from its mean, and a thin one at two.
     *
     * @param labels as above
     * @param means a point of the first two features for each group, in the units of the matrix
     * @param covariances for each group its two variances and their covariance, as a symmetric table of 2 × 2
     * @throws IllegalArgumentException as above, or where there are not as many covariances as means, or one is not
     *     positive definite
     */
    public PartitionsPlot with(
            String title, FeatureMatrix matrix, int[] labels, double[][] means, double[][][] covariances) {
        if (means.length != covariances.length) {
            throw new IllegalArgumentException("Each mean needs a covariance, got %d means and %d covariances"
                    .formatted(means.length, covariances.length));
        }
        List<GroupEllipse> groups = IntStream.range(0, means.length)
                .mapToObj(group -> GroupEllipse.of(means[group], covariances[group]))
                .toList();
        return with(PartitionPanel.of(title, matrix, labels, false).around(groups));
    }

    private PartitionsPlot with(PartitionPanel panel) {
        return new PartitionsPlot(
                finding, Stream.concat(panels.stream(), Stream.of(panel)).toList(), names);
    }

    /**
     * Draws the panels, up to three in a row; axes that all panels share are named once, in the subtitle.
     *
     * @throws IllegalStateException where none was added, or one has more segments than were named
     */
    public Picture toPicture() {
        if (panels.isEmpty()) {
            throw new IllegalStateException("A picture of partitions needs at least one; add one by with(…)");
        }
        if (!names.isEmpty() && panels.stream().anyMatch(panel -> panel.most() > names.size())) {
            throw new IllegalStateException(
                    "A panel has more segments than the %d that are named".formatted(names.size()));
        }
        int across = panels.size() == 4 ? 2 : Math.min(panels.size(), MOST_A_ROW);
        int rows = (panels.size() + across - 1) / across;
        double height = across == MOST_A_ROW ? NARROW_HEIGHT : WIDE_HEIGHT;
        List<String> axes = panels.stream().map(PartitionPanel::axes).distinct().toList();
        boolean alike = axes.size() == 1;
        double legend = names.isEmpty() ? 0 : Legend.of(names.size(), names).height() + GAP;
        Canvas canvas = Canvas.of(finding, subtitle(alike ? axes.get(0) : ""), legend + rows * (height + GAP));
        if (legend > 0) {
            Legend.of(names.size(), names).draw(canvas, canvas.top());
        }
        for (int place = 0; place < panels.size(); place++) {
            Rectangle2D box = canvas.box(place, across, height, GAP);
            box.setRect(box.getX(), box.getY() + legend, box.getWidth(), box.getHeight());
            panels.get(place).draw(canvas, box, !alike);
        }
        return Picture.of("partitions", canvas.pngOfFewShades(), altText());
    }

    /** Says what the marks of these panels are, then what the axes are that all of them share. */
    private String subtitle(String axes) {
        String centres =
                panels.stream().anyMatch(PartitionPanel::hasCentres) ? "large × marks the mean of a segment" : "";
        String ellipses = panels.stream().anyMatch(PartitionPanel::hasGroups)
                ? "ellipses lie one and two standard deviations from the mean of a group"
                : "";
        String noise =
                panels.stream().anyMatch(PartitionPanel::hasNoise) ? "small grey × are customers of no segment" : "";
        String drawn =
                panels.stream().map(PartitionPanel::note).distinct().sorted().collect(Collectors.joining());
        String marks = Stream.concat(Stream.of(centres, ellipses, noise), Stream.of(drawn.split("; ")))
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return Stream.of(marks, axes)
                .filter(part -> !part.isEmpty())
                .map(Wording::capitalised)
                .collect(Collectors.joining(". "));
    }

    private String altText() {
        return "%s Scatters side by side. %s"
                .formatted(
                        finding.endsWith(".") ? finding : finding + ".",
                        panels.stream().map(PartitionPanel::sentence).collect(Collectors.joining(" ")));
    }

    /** One partition in a panel: a line of title above a scatter by segment. Immutable. */
    private static final class PartitionPanel {
        private static final double TITLE = 22;
        private static final double ARM = 4.5;

        private final String title;
        private final SegmentScatter scatter;
        private final int[] labels;
        private final boolean centres;
        private final List<GroupEllipse> groups;

        private PartitionPanel(
                String title, SegmentScatter scatter, int[] labels, boolean centres, List<GroupEllipse> groups) {
            this.title = title;
            this.scatter = scatter;
            this.labels = labels;
            this.centres = centres;
            this.groups = groups;
        }

        /**
         * Returns a panel of the first two features.
         *
         * @param labels 1 and up, one a row; 0 belongs to no segment
         * @param centres whether the means of the segments are marked
         */
        static PartitionPanel of(String title, FeatureMatrix matrix, int[] labels, boolean centres) {
            if (matrix.rows() != labels.length || matrix.columns() < 2) {
                throw new IllegalArgumentException(
                        "A panel needs two features and a label a row, got %d × %d and %d labels"
                                .formatted(matrix.rows(), matrix.columns(), labels.length));
            }
            if (Arrays.stream(labels).anyMatch(label -> label < 0)) {
                throw new IllegalArgumentException("Labels are 1 and up, or 0 for customers of no segment");
            }
            return new PartitionPanel(
                    title, SegmentScatter.of(matrix, labels, 0, 1), labels.clone(), centres, List.of());
        }

        /** Returns this panel with the ellipses of groups. */
        PartitionPanel around(List<GroupEllipse> ellipses) {
            return new PartitionPanel(title, scatter, labels, centres, ellipses);
        }

        /** Says whether groups are drawn as ellipses. */
        boolean hasGroups() {
            return !groups.isEmpty();
        }

        /** Returns the highest label. */
        int most() {
            return IntStream.of(labels).max().orElse(0);
        }

        /** Says whether the means of the segments are marked. */
        boolean hasCentres() {
            return centres;
        }

        /** Says whether some customers belong to no segment. */
        boolean hasNoise() {
            return Arrays.stream(labels).anyMatch(label -> label == 0);
        }

        /** Says which customers are not drawn where they are; empty where all are. */
        String note() {
            return scatter.drawn().note();
        }

        /** Returns the names of both axes. */
        String axes() {
            return "across: %s, up: %s"
                    .formatted(scatter.x().label(), scatter.y().label());
        }

        /** Draws the panel into a box, with or without the names of its axes. */
        void draw(Canvas canvas, Rectangle2D box, boolean named) {
            canvas.write(Label.at(title, box.getX() + Panel.EDGE, box.getY() + 14)
                    .strong()
                    .fitting(box.getWidth() - Panel.EDGE));
            Panel panel = Panel.of(
                    scatter.drawn().acrossAxis(named ? scatter.x().label() : ""),
                    scatter.drawn().upAxis(named ? scatter.y().label() : ""));
            for (int label : used()) {
                Color color = label == 0 ? PlotTheme.NOISE : PlotTheme.segmentColor(label);
                panel.points(
                        scatter.drawn().xs(label),
                        scatter.drawn().ys(label),
                        (label == 0 ? SegmentMarker.noise() : SegmentMarker.small(label, labels.length))
                                .onWholePixels(),
                        SegmentMarker.tone(color, labels.length));
            }
            panel.paintedOn(
                    canvas,
                    new Rectangle2D.Double(box.getX(), box.getY() + TITLE, box.getWidth(), box.getHeight() - TITLE));
            groups.forEach(group -> group.draw(canvas, panel));
            if (centres) {
                Arrays.stream(used())
                        .filter(label -> label > 0)
                        .forEach(label ->
                                canvas.cross(panel.x(scatter.centreX(label)), panel.y(scatter.centreY(label)), ARM));
            }
        }

        /** Says how many customers each segment has. */
        String sentence() {
            String sizes = Arrays.stream(used())
                    .filter(label -> label > 0)
                    .mapToObj(label -> Integer.toString(scatter.xsOf(label).length))
                    .collect(Collectors.joining(", "));
            long none = IntStream.of(labels).filter(label -> label == 0).count();
            return "%s: %s of %s%s."
                    .formatted(
                            title,
                            Wording.count(
                                    Arrays.stream(used())
                                            .filter(label -> label > 0)
                                            .count(),
                                    "segment"),
                            sizes,
                            none == 0 ? "" : ", %d in none".formatted(none));
        }

        private int[] used() {
            return Arrays.stream(labels).distinct().sorted().toArray();
        }
    }

    /**
     * The spread of a normal distribution in a plane, by the root of its covariance (Cholesky): the lower triangle a, b and
     * c, by which a circle around 0 becomes the ellipse.
     */
    private record GroupEllipse(double x, double y, double a, double b, double c) {
        private static final int STEPS = 90;

        static GroupEllipse of(double[] mean, double[][] covariance) {
            double a = Math.sqrt(covariance[0][0]);
            double b = covariance[0][1] / a;
            double c = Math.sqrt(covariance[1][1] - b * b);
            if (!(a > 0 && c > 0)) {
                throw new IllegalArgumentException("A covariance needs positive variances and a correlation between "
                        + "−1 and 1, got " + Arrays.deepToString(covariance));
            }
            return new GroupEllipse(mean[0], mean[1], a, b, c);
        }

        void draw(Canvas canvas, Panel panel) {
            Graphics2D inside = (Graphics2D) canvas.graphics().create();
            inside.clip(panel.plot());
            inside.setColor(PlotTheme.INK);
            Canvas.outline(inside, outline(panel, 1), PlotTheme.line(2));
            Canvas.outline(inside, outline(panel, 2), PlotTheme.line(1.2));
            inside.dispose();
        }

        private Path2D outline(Panel panel, int deviations) {
            Path2D path = new Path2D.Double();
            for (int step = 0; step < STEPS; step++) {
                double angle = 2 * Math.PI * step / STEPS;
                double across = deviations * StrictMath.cos(angle);
                double up = deviations * StrictMath.sin(angle);
                double px = panel.x(x + a * across);
                double py = panel.y(y + b * across + c * up);
                if (step == 0) {
                    path.moveTo(px, py);
                } else {
                    path.lineTo(px, py);
                }
            }
            path.closePath();
            return path;
        }
    }
}
