package segmentation.lesson;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.model.Hierarchy;
import segmentation.plot.Picture;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/** The tree of a {@link Hierarchy}, customers side by side at its foot, cut into segments that have their colours. */
public final class DendrogramPlot {
    private static final double BODY = 400;
    private static final double NUMBERS = 22;

    private final Hierarchy hierarchy;
    private final int[][] joins;
    private final double[] heights;
    private final int[] labels;
    private final double[] places;

    private DendrogramPlot(Hierarchy hierarchy, int k) {
        this.hierarchy = hierarchy;
        this.joins = hierarchy.joins();
        this.heights = hierarchy.heights();
        this.labels = hierarchy.cut(k).labels();
        this.places = new double[hierarchy.customers() + joins.length];
        setPlaces();
    }

    /**
     * Draws all joins, and the cut into k segments as a dashed line.
     *
     * @throws IllegalArgumentException where k is not 2 to n
     */
    public static Picture of(Hierarchy hierarchy, int k) {
        DendrogramPlot plot = new DendrogramPlot(hierarchy, k);
        String title = "%s joined one by one, cut into %s"
                .formatted(Wording.count(hierarchy.customers(), "customer"), Wording.count(k, "segment"));
        Canvas canvas = Canvas.of(
                title,
                "Height of a bridge: how far the two groups below were from each other (%s linkage); dashed: the cut"
                        .formatted(hierarchy.method().label()),
                BODY + NUMBERS);
        plot.draw(canvas, k);
        return Picture.of("dendrogram", canvas.pngOfFewShades(), plot.altText(title, k));
    }

    /** Puts customers side by side in the order of the tree, and each join in the middle of what it joins. */
    private void setPlaces() {
        int n = hierarchy.customers();
        Deque<Integer> open = new ArrayDeque<>();
        open.push(places.length - 1);
        int next = 0;
        while (!open.isEmpty()) {
            int node = open.pop();
            if (node < n) {
                places[node] = next++;
            } else {
                open.push(joins[node - n][1]);
                open.push(joins[node - n][0]);
            }
        }
        for (int join = 0; join < joins.length; join++) {
            places[n + join] = (places[joins[join][0]] + places[joins[join][1]]) / 2;
        }
    }

    private void draw(Canvas canvas, int k) {
        int n = hierarchy.customers();
        Panel panel = Panel.of(Axis.between("", -0.5, n - 0.5), Axis.fromZero("Height of the join", heights, 0.06))
                .withoutXTicks()
                .withoutXGrid()
                .paintedOn(canvas, canvas.body(BODY));
        for (int join = 0; join < joins.length; join++) {
            drawBridge(canvas, panel, join, join < n - k ? PlotTheme.segmentColor(label(n + join)) : PlotTheme.INK);
        }
        Rectangle2D plot = panel.plot();
        double cut = panel.y(cutHeight(k));
        canvas.draw(
                new Line2D.Double(plot.getMinX(), cut, plot.getMaxX(), cut), PlotTheme.ACCENT, PlotTheme.dashed(1.6));
        for (int label = 1; label <= k; label++) {
            int own = label;
            double middle = IntStream.range(0, n)
                    .filter(i -> labels[i] == own)
                    .mapToDouble(i -> places[i])
                    .average()
                    .orElseThrow();
            canvas.write(Label.at(Integer.toString(label), panel.x(middle), plot.getMaxY() + 18)
                    .strong()
                    .centred()
                    .coloured(PlotTheme.segmentColor(label)));
        }
    }

    private void drawBridge(Canvas canvas, Panel panel, int join, Color color) {
        double top = panel.y(heights[join]);
        Path2D bridge = new Path2D.Double();
        double left = panel.x(places[joins[join][0]]);
        double right = panel.x(places[joins[join][1]]);
        bridge.moveTo(left, panel.y(height(joins[join][0])));
        bridge.lineTo(left, top);
        bridge.lineTo(right, top);
        bridge.lineTo(right, panel.y(height(joins[join][1])));
        canvas.draw(bridge, color, PlotTheme.line(1.1));
    }

    private double height(int node) {
        return node < hierarchy.customers() ? 0 : heights[node - hierarchy.customers()];
    }

    /** Returns the segment of any customer below a node. */
    private int label(int node) {
        int at = node;
        while (at >= hierarchy.customers()) {
            at = joins[at - hierarchy.customers()][0];
        }
        return labels[at];
    }

    /** Returns the middle between the last join that the cut keeps and the first that it undoes. */
    private double cutHeight(int k) {
        int undone = joins.length - k + 1;
        return (heights[undone] + (undone == 0 ? 0 : heights[undone - 1])) / 2;
    }

    private String altText(String title, int k) {
        String sizes = IntStream.rangeClosed(1, k)
                .mapToObj(label -> NumberText.count(
                        Arrays.stream(labels).filter(each -> each == label).count()))
                .collect(Collectors.joining(", "));
        int last = joins.length - 1;
        String highest = IntStream.range(0, Math.min(k, joins.length))
                .mapToObj(i -> NumberText.within(heights[last], heights[last - i]))
                .collect(Collectors.joining(", "));
        return "Dendrogram. %s, of %s customers. The last joins are at %s.".formatted(title, sizes, highest);
    }
}
