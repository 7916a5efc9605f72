package segmentation.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.drawing.SegmentMarker;
import segmentation.text.Wording;

/** Which sign is which segment, or which colour which part, in as many lines as that takes. Immutable. */
public final class Legend {
    private static final double LINE = 19;
    private static final double SIGN = 4.5;
    private static final double AFTER_SIGN = 15;
    private static final double BETWEEN = 18;
    private static final double WIDEST = 320;

    private record Entry(int label, Label text, int line) {}

    private final List<Entry> entries;
    private final boolean parts;

    private Legend(List<Entry> entries, boolean parts) {
        this.entries = entries;
        this.parts = parts;
    }

    /**
     * Returns the legend of segments 1 to k.
     *
     * @param names a name for each segment, 1 first; empty where segments go by their number
     * @throws IllegalArgumentException where names are neither none nor k
     */
    public static Legend of(int k, List<String> names) {
        checkNames(k, names);
        List<String> texts = IntStream.rangeClosed(1, k)
                .mapToObj(label -> Wording.segment(label, names))
                .toList();
        return new Legend(flowing(texts), false);
    }

    /** Returns the legend of the parts of a whole, of which there is at least one. */
    static Legend ofParts(List<String> names) {
        return new Legend(flowing(names), true);
    }

    private static List<Entry> flowing(List<String> texts) {
        List<Entry> entries = new ArrayList<>();
        double x = Canvas.MARGIN;
        int line = 0;
        for (String each : texts) {
            Label text = Label.at(each, 0, 0).fitting(WIDEST);
            if (x > Canvas.MARGIN && x + AFTER_SIGN + text.width() > Canvas.WIDTH - Canvas.MARGIN) {
                x = Canvas.MARGIN;
                line++;
            }
            entries.add(new Entry(entries.size() + 1, Label.at(text.text(), x + AFTER_SIGN, 0), line));
            x += AFTER_SIGN + text.width() + BETWEEN;
        }
        return entries;
    }

    /** Returns k; throws {@link IllegalArgumentException} where there is not a label for each customer, or names do not fit. */
    static int checkedK(int[] labels, int customers, List<String> names) {
        int k = Arrays.stream(labels).max().orElse(0);
        if (labels.length != customers || k == 0) {
            throw new IllegalArgumentException(
                    "%d customers need as many labels, got %d".formatted(customers, labels.length));
        }
        checkNames(k, names);
        return k;
    }

    /** Throws {@link IllegalArgumentException} where names are neither none nor one a segment. */
    static void checkNames(int k, List<String> names) {
        if (!names.isEmpty() && names.size() != k) {
            throw new IllegalArgumentException(
                    "%d segments need as many names or none, got %d".formatted(k, names.size()));
        }
    }

    /** Returns the height of all lines. */
    public double height() {
        return LINE * (entries.get(entries.size() - 1).line() + 1) + 4;
    }

    /** Draws the legend below a height of the canvas. */
    public void draw(Canvas canvas, double top) {
        for (Entry entry : entries) {
            double y = top + LINE * entry.line() + 14;
            Label text = entry.text();
            double x = text.x() - AFTER_SIGN + SIGN;
            if (parts) {
                Rectangle2D square = new Rectangle2D.Double(x - SIGN, y - 4.5 - SIGN, 2 * SIGN, 2 * SIGN);
                canvas.fill(square, PlotTheme.partColor(entry.label() - 1, entries.size()));
                canvas.draw(square, PlotTheme.INK, PlotTheme.line(0.8));
            } else {
                sign(canvas, entry.label(), x, y - 4.5);
            }
            canvas.write(Label.at(text.text(), text.x(), y));
        }
    }

    /** Draws the sign of a segment: its shape in its colour, edged so that pale ones are seen on paper. */
    static void sign(Canvas canvas, int label, double x, double y) {
        SegmentMarker marker = SegmentMarker.ofCentroid(label, SIGN);
        canvas.fill(marker.at(x, y), PlotTheme.segmentColor(label));
        canvas.draw(marker.at(x, y), PlotTheme.INK, PlotTheme.line(0.8));
    }

    /** Returns the width that signs and names need beside rows, at most this much. */
    static double widthBeside(int k, List<String> names, double widest) {
        return AFTER_SIGN
                + IntStream.rangeClosed(1, k)
                        .mapToDouble(label -> Math.min(
                                widest,
                                Label.at(Wording.segment(label, names), 0, 0).width()))
                        .max()
                        .orElse(0);
    }

    /** Writes sign and name of a segment in a box beside its row, in two lines where one does not do. */
    static void writeBeside(Canvas canvas, int label, List<String> names, Rectangle2D box) {
        double room = box.getWidth() - AFTER_SIGN;
        List<String> lines = Label.at(Wording.segment(label, names), 0, 0).lines(room, 2);
        sign(canvas, label, box.getX() + SIGN, box.getCenterY());
        for (int line = 0; line < lines.size(); line++) {
            double y = box.getCenterY() + 4.5 + 15 * (line - (lines.size() - 1) / 2.0);
            canvas.write(Label.at(lines.get(line), box.getX() + AFTER_SIGN, y));
        }
    }
}
