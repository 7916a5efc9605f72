package segmentation.plot;

import java.awt.geom.Rectangle2D;
import segmentation.plot.drawing.Canvas;

/**
 * The boxes of a d × d pair plot below the heading. Tick labels stand left of the first column and below the last row
 * only, so these are larger: all plots come out alike and in line.
 *
 * @param d features, and so rows and columns
 * @param width of a cell without tick labels
 * @param height of a cell without tick labels
 */
record MatrixGrid(int d, double width, double height) {
    private static final double LEFT = 10;
    private static final double TALLEST = 200;

    /** Room for the tick labels of the first column. */
    static final double TICKS_LEFT = 44;

    private static final double TICKS_BELOW = 18;
    private static final double LABEL = 20;

    /** Returns the grid that fills the canvas' width. */
    static MatrixGrid of(int d) {
        double width = (Canvas.WIDTH - 2 * LEFT - TICKS_LEFT) / d;
        return new MatrixGrid(d, width, Math.min(TALLEST, 0.72 * width));
    }

    /** Returns the height of the whole grid with the labels of the x axes. */
    double canvasHeight() {
        return d * (LABEL + height) + TICKS_BELOW + LABEL + 8;
    }

    /** Returns a cell's box, relative to the canvas' body; a scatter in the first column has room for a label above. */
    Rectangle2D box(int row, int column) {
        boolean labelled = column == 0 && row > 0;
        double x = LEFT + (column == 0 ? 0 : TICKS_LEFT + column * width);
        double y = row * (LABEL + height) + (labelled ? 0 : LABEL);
        double w = width + (column == 0 ? TICKS_LEFT : 0);
        double h = height + (labelled ? LABEL : 0) + (row == d - 1 ? TICKS_BELOW + LABEL : 0);
        return new Rectangle2D.Double(x, y, w, h);
    }
}
