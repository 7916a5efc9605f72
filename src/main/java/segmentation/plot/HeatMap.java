package segmentation.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.PlotTheme;
import segmentation.text.NumberText;

/**
 * Figures in coloured cells, with names beside the rows and room for heads above the columns; below, the scale of the
 * colours.
 *
 * @param rows a name for each row
 * @param cells row by row, as many in each
 * @param limit the value of the fullest colour, above 0
 * @param heads the height kept above the cells
 */
record HeatMap(List<String> rows, List<List<Cell>> cells, double limit, double heads) {
    private static final double ROW = 34;
    private static final double SCALE = 52;
    private static final double SCALE_WIDTH = 220;
    private static final double WIDEST_NAME = 210;
    private static final double WIDEST_CELL = 130;

    /**
     * What stands in one cell.
     *
     * @param value what the colour says; NaN for a cell without one
     */
    record Cell(double value, String text) {}

    /** Returns the height of heads, cells and scale. */
    double height() {
        return heads + ROW * rows.size() + SCALE;
    }

    /** Returns the box of a cell, counted from 0, below this height; row −1 are the heads. */
    Rectangle2D box(int row, int column, double top) {
        double left = left();
        double width = Math.min(
                WIDEST_CELL,
                (Canvas.WIDTH - left - Canvas.MARGIN) / cells.get(0).size());
        return row < 0
                ? new Rectangle2D.Double(left + column * width, top, width, heads)
                : new Rectangle2D.Double(left + column * width, top + heads + row * ROW, width, ROW);
    }

    /** Draws names, cells and scale; heads are the caller's. */
    void draw(Canvas canvas, double top, String scaleTitle) {
        for (int row = 0; row < rows.size(); row++) {
            Rectangle2D first = box(row, 0, top);
            List<String> lines = Label.at(rows.get(row), 0, 0).lines(WIDEST_NAME, 2);
            for (int line = 0; line < lines.size(); line++) {
                double y = first.getCenterY() + 4.5 + 14 * (line - (lines.size() - 1) / 2.0);
                canvas.write(Label.at(lines.get(line), Canvas.MARGIN, y));
            }
            for (int column = 0; column < cells.get(row).size(); column++) {
                drawCell(canvas, cells.get(row).get(column), box(row, column, top));
            }
        }
        drawScale(canvas, top + heads + ROW * rows.size() + 12, scaleTitle);
    }

    private double left() {
        return Canvas.MARGIN
                + 10
                + rows.stream()
                        .mapToDouble(name ->
                                Math.min(WIDEST_NAME, Label.at(name, 0, 0).width()))
                        .max()
                        .orElse(0);
    }

    private void drawCell(Canvas canvas, Cell cell, Rectangle2D box) {
        Color ground = Double.isNaN(cell.value()) ? PlotTheme.PAPER : PlotTheme.diverging(cell.value() / limit);
        canvas.fill(box, ground);
        canvas.draw(box, PlotTheme.PAPER, new BasicStroke(2));
        canvas.writePlain(Label.at(cell.text(), box.getCenterX(), box.getCenterY() + 4.5)
                .centred()
                .coloured(PlotTheme.textOn(ground))
                .fitting(box.getWidth() - 4));
    }

    private void drawScale(Canvas canvas, double top, String title) {
        double left = left();
        int steps = (int) SCALE_WIDTH / 4;
        for (int step = 0; step < steps; step++) {
            Rectangle2D part = new Rectangle2D.Double(left + 4 * step, top, 4, 10);
            canvas.fill(part, PlotTheme.diverging(2.0 * step / (steps - 1) - 1));
        }
        for (double end : new double[] {-1, 0, 1}) {
            double x = left + (end + 1) / 2 * SCALE_WIDTH;
            String sign = end > 0 ? "+" : "";
            canvas.write(Label.at(sign + NumberText.signed(NumberText.shortest(end * limit)), x, top + 24)
                    .quiet()
                    .centred());
        }
        canvas.write(Label.at(title, left + SCALE_WIDTH + 24, top + 10).quiet());
    }
}
