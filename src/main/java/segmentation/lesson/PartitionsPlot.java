package segmentation.lesson;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansModel;
import segmentation.plot.Picture;
import segmentation.plot.drawing.Canvas;
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

    private PartitionsPlot(String finding, List<PartitionPanel> panels) {
        this.finding = finding;
        this.panels = panels;
    }

    /** Starts a picture without panels, under a sentence that says what they show together. */
    public static PartitionsPlot titled(String finding) {
        return new PartitionsPlot(finding, List.of());
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

    private PartitionsPlot with(PartitionPanel panel) {
        return new PartitionsPlot(
                finding, Stream.concat(panels.stream(), Stream.of(panel)).toList());
    }

    /**
     * Draws the panels, up to three in a row; axes that all panels share are named once, in the subtitle.
     *
     * @throws IllegalStateException where none was added
     */
    public Picture toPicture() {
        if (panels.isEmpty()) {
            throw new IllegalStateException("A picture of partitions needs at least one; add one by with(…)");
        }
        int across = panels.size() == 4 ? 2 : Math.min(panels.size(), MOST_A_ROW);
        int rows = (panels.size() + across - 1) / across;
        double height = across == MOST_A_ROW ? NARROW_HEIGHT : WIDE_HEIGHT;
        List<String> axes = panels.stream().map(PartitionPanel::axes).distinct().toList();
        boolean alike = axes.size() == 1;
        String named = alike ? ". " + Wording.capitalised(axes.get(0)) : "";
        Canvas canvas = Canvas.of(finding, "× marks the mean of a segment" + named, rows * (height + GAP));
        double width = (Canvas.WIDTH - 20) / across;
        for (int place = 0; place < panels.size(); place++) {
            double left = 10 + place % across * width;
            double top = canvas.top() + place / across * (height + GAP);
            panels.get(place).draw(canvas, new Rectangle2D.Double(left, top, width, height), !alike);
        }
        return Picture.of("partitions", canvas.pngOfFewShades(), altText());
    }

    private String altText() {
        return "%s Scatters side by side. %s"
                .formatted(
                        finding.endsWith(".") ? finding : finding + ".",
                        panels.stream().map(PartitionPanel::sentence).collect(Collectors.joining(" ")));
    }
}
