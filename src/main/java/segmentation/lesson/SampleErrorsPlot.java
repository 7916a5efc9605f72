package segmentation.lesson;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import segmentation.plot.Picture;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.text.NumberText;

/** A mean of samples of several sizes with two standard errors to both sides, and a line for the mean of all customers. */
public final class SampleErrorsPlot {
    private static final double BODY = 300;
    private static final double RADIUS = 5;
    private static final double CAP = 6;
    private static final double ROOM = 0.6;
    private static final int ERRORS = 2;
    private static final int DECIMALS = 3;

    private SampleErrorsPlot() {}

    /**
     * Draws a sample a place, in the order given.
     *
     * @param what the mean is of, for the axis
     * @param sizes of the samples, at least one, rising
     * @param means one a sample
     * @param errors the standard error of each mean, from 0 up
     * @param all the mean of all customers
     * @throws IllegalArgumentException where there are not as many means and errors as sizes
     */
    public static Picture of(String what, int[] sizes, double[] means, double[] errors, double all) {
        if (sizes.length == 0 || means.length != sizes.length || errors.length != sizes.length) {
            throw new IllegalArgumentException("%d samples need as many means and standard errors, got %d and %d"
                    .formatted(sizes.length, means.length, errors.length));
        }
        double[] ends = IntStream.range(0, sizes.length)
                .boxed()
                .flatMapToDouble(
                        i -> DoubleStream.of(means[i] - ERRORS * errors[i], means[i] + ERRORS * errors[i], all))
                .toArray();
        String title = "The larger the sample, the smaller its standard error";
        Canvas canvas = Canvas.of(
                title, "Dot: mean of a sample of n. Bar: two standard errors to both sides. Line: mean of all", BODY);
        Panel panel = Panel.of(Axis.between("Sample", 1 - ROOM, sizes.length + ROOM), Axis.around(what, ends))
                .withoutXGrid()
                .withoutXTicks()
                .paintedOn(canvas, canvas.body(BODY - 8));
        Line2D everybody =
                new Line2D.Double(panel.x(1 - ROOM), panel.y(all), panel.x(sizes.length + ROOM), panel.y(all));
        canvas.draw(everybody, PlotTheme.ACCENT, PlotTheme.line(1.8));
        for (int i = 0; i < sizes.length; i++) {
            mark(canvas, panel, i + 1, means[i], ERRORS * errors[i]);
            String size = "n = " + NumberText.count(sizes[i]);
            canvas.write(Label.at(size, panel.x(i + 1) + 2 * CAP, panel.y(means[i]) - CAP));
        }
        return Picture.of("sample-errors", canvas.pngOfFewShades(), altText(title, sizes, means, errors, all));
    }

    private static void mark(Canvas canvas, Panel panel, double x, double mean, double reach) {
        double place = panel.x(x);
        double low = panel.y(mean - reach);
        double high = panel.y(mean + reach);
        canvas.draw(new Line2D.Double(place, low, place, high), PlotTheme.INK, PlotTheme.line(1.8));
        for (double end : new double[] {low, high}) {
            canvas.draw(new Line2D.Double(place - CAP, end, place + CAP, end), PlotTheme.INK, PlotTheme.line(1.8));
        }
        canvas.fill(
                new Ellipse2D.Double(place - RADIUS, panel.y(mean) - RADIUS, 2 * RADIUS, 2 * RADIUS), PlotTheme.INK);
    }

    private static String altText(String title, int[] sizes, double[] means, double[] errors, double all) {
        String samples = IntStream.range(0, sizes.length)
                .mapToObj(i -> "n = %s: mean %s, standard error %s"
                        .formatted(
                                NumberText.count(sizes[i]),
                                NumberText.fixed(means[i], DECIMALS),
                                NumberText.fixed(errors[i], DECIMALS + 1)))
                .collect(Collectors.joining("; "));
        return "%s. %s. All: %s.".formatted(title, samples, NumberText.fixed(all, DECIMALS));
    }
}
