package segmentation.lesson;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.plot.Picture;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.PlotTheme;

/**
 * Cohorts and what is left of them: a row for the customers who came at one time, a column for each period since, in each
 * cell the share who bought again, the fuller the colour the more.
 */
public final class RetentionPlot {
    private static final double ROW = 26;
    private static final double HEAD = 44;
    private static final double NAME_WIDTH = 118;
    private static final double DARK = 0.8;

    private RetentionPlot() {}

    /**
     * Draws the shares; colours run from 0 to the largest share after the first column, where everybody is there.
     *
     * @param periods what the columns count, such as {@code months}
     * @param cohorts a name for each row, such as a month and its number of customers
     * @param shares row by row, from 0 to 1; rows may be shorter than the first, as the youngest cohort has no past
     * @throws IllegalArgumentException where there are no rows, or not as many as names
     */
    public static Picture of(String periods, List<String> cohorts, double[][] shares) {
        if (shares.length == 0 || shares.length != cohorts.size()) {
            throw new IllegalArgumentException("A picture of cohorts needs a name for each of its rows, got %d and %d"
                    .formatted(cohorts.size(), shares.length));
        }
        int columns = Arrays.stream(shares).mapToInt(row -> row.length).max().orElseThrow();
        Canvas canvas = Canvas.of(
                "What is left of each cohort",
                "Share of those who came in a period and bought again so many %s later".formatted(periods),
                HEAD + ROW * shares.length + 8);
        double width = (Canvas.WIDTH - 2 * Canvas.MARGIN - NAME_WIDTH) / columns;
        double left = Canvas.MARGIN + NAME_WIDTH;
        double top = canvas.top() + HEAD;
        canvas.write(Label.at("%s later".formatted(periods), left, canvas.top() + 14));
        for (int column = 0; column < columns; column++) {
            canvas.write(Label.at(Integer.toString(column), left + (column + 0.5) * width, top - 8)
                    .centred());
        }
        drawCohorts(cohorts, shares, canvas, width);
        return Picture.of("retention", canvas.png(), altText(periods, cohorts, shares));
    }

    private static void drawCohorts(List<String> cohorts, double[][] shares, Canvas canvas, double width) {
        double most = Arrays.stream(shares)
                .flatMapToDouble(row -> Arrays.stream(row).skip(1))
                .max()
                .orElse(1);
        double left = Canvas.MARGIN + NAME_WIDTH;
        double top = canvas.top() + HEAD;
        for (int row = 0; row < shares.length; row++) {
            canvas.write(Label.at(cohorts.get(row), Canvas.MARGIN, top + row * ROW + 17)
                    .fitting(NAME_WIDTH - 6));
            for (int column = 0; column < shares[row].length; column++) {
                Rectangle2D box = new Rectangle2D.Double(left + column * width, top + row * ROW, width - 2, ROW - 2);
                draw(canvas, box, shares[row][column], Math.min(1, shares[row][column] / Math.max(most, 1e-9)));
            }
        }
    }

    private static void draw(Canvas canvas, Rectangle2D box, double share, double fullness) {
        canvas.fill(box, tint(fullness));
        Label label = Label.at("%d %%".formatted(Math.round(100 * share)), box.getCenterX(), box.getCenterY() + 4.5)
                .centred();
        canvas.fill(label.outline(), fullness > DARK ? PlotTheme.PAPER : PlotTheme.INK);
    }

    private static Color tint(double fullness) {
        Color full = PlotTheme.segmentColor(1);
        return new Color(
                shade(full.getRed(), fullness), shade(full.getGreen(), fullness), shade(full.getBlue(), fullness));
    }

    private static int shade(int full, double fullness) {
        return (int) Math.round(250 - fullness * (250 - full));
    }

    private static String altText(String periods, List<String> cohorts, double[][] shares) {
        return "Heat map of retention. Share of each cohort that bought again, by %s since it came: %s."
                .formatted(
                        periods,
                        IntStream.range(0, shares.length)
                                .mapToObj(row -> cohorts.get(row) + ": "
                                        + Arrays.stream(shares[row])
                                                .mapToObj(share -> "%d %%".formatted(Math.round(100 * share)))
                                                .collect(Collectors.joining(", ")))
                                .collect(Collectors.joining("; ")));
    }
}
