package segmentation.plot;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.text.NumberText;

/**
 * What work takes as rows, features or segments grow, a panel each, both axes in powers of ten:
 * {@code GrowthPicture FIGURES PICTURE [TITLE SUBTITLE]}, without a title that of iterations of K-Means. Prints the alternative text.
 *
 * <p>A line of the figures is, between tabs: what grows, whose time it is, the steps, and as many times in milliseconds.
 */
public final class GrowthPicture {
    private static final double HEIGHT = 280;
    private static final double LEFT = 52;
    private static final double ROOM = 0.15;
    private static final List<String> USUAL = List.of(
            "Time of an iteration as work grows",
            "Milliseconds, in powers of ten. What does not grow: 100,000 customers, 8 features, 8 segments");
    private static final Map<String, Color> COLORS = Map.of(
            "ours, one thread", PlotTheme.segmentColor(1),
            "ours, all cores", PlotTheme.segmentColor(3),
            "scikit-learn, one thread", PlotTheme.segmentColor(2),
            "an iteration", PlotTheme.segmentColor(1),
            "a whole fit", PlotTheme.segmentColor(3),
            "an iteration of MLlib", PlotTheme.segmentColor(2));

    private final List<GrowthCurve> curves;
    private final Canvas canvas;
    private final Axis time;

    private GrowthPicture(List<GrowthCurve> curves, List<String> titles) {
        this.curves = curves;
        this.canvas = Canvas.of(titles.get(0), titles.get(1), HEIGHT);
        double[] times = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.times()))
                .toArray();
        double least = Math.floor(Arrays.stream(times).min().orElseThrow());
        this.time = Axis.between("", least, Math.ceil(Arrays.stream(times).max().orElseThrow()))
                .labelledTo(0);
    }

    /** Draws the picture into a file. */
    public static void main(String... arguments) throws IOException {
        PlotTheme.withoutDisplay();
        List<String> titles = arguments.length > 2 ? List.of(arguments).subList(2, 4) : USUAL;
        try (Stream<String> lines = Files.lines(Path.of(arguments[0]))) {
            Picture picture = new GrowthPicture(lines.map(GrowthCurve::of).toList(), titles).drawn();
            Files.write(Path.of(arguments[1]), picture.png());
            System.out.println(picture.altText());
        }
    }

    private Picture drawn() {
        List<String> factors =
                curves.stream().map(GrowthCurve::factor).distinct().toList();
        double width = (Canvas.WIDTH - LEFT - 10) / factors.size();
        for (int i = 0; i < factors.size(); i++) {
            String factor = factors.get(i);
            List<GrowthCurve> own = curves.stream()
                    .filter(curve -> curve.factor().equals(factor))
                    .toList();
            Panel panel = panel(own, LEFT + i * width, width);
            if (i == 0) {
                writeTimes(panel);
            }
        }
        legend();
        return Picture.of("growth", canvas.png(), GrowthCurve.altText(curves));
    }

    private Panel panel(List<GrowthCurve> own, double left, double width) {
        double[] steps = own.get(0).steps();
        Panel panel = Panel.of(Axis.between("", steps[0] - ROOM, steps[steps.length - 1] + ROOM), time)
                .withoutXTicks()
                .withoutYTicks()
                .withoutXGrid();
        own.forEach(curve -> panel.line(curve.steps(), curve.times(), COLORS.get(curve.name())));
        panel.paintedOn(canvas, new Rectangle2D.Double(left, canvas.top() + 24, width, HEIGHT - 64));
        double below = panel.plot().getMaxY();
        for (double step : steps) {
            canvas.write(Label.at(GrowthCurve.shortCount(step), panel.x(step), below + 17)
                    .quiet()
                    .centred());
        }
        canvas.write(Label.at(own.get(0).factor(), panel.plot().getCenterX(), below + 36)
                .centred());
        return panel;
    }

    private void writeTimes(Panel panel) {
        for (double power = time.min(); power <= time.max(); power++) {
            double milliseconds = Math.pow(10, power);
            String text =
                    power < 0 ? NumberText.plain(milliseconds, (int) -power) : NumberText.count((long) milliseconds);
            canvas.write(Label.at(text, panel.plot().getMinX() - 6, panel.y(power) + 4)
                    .quiet()
                    .ending());
        }
    }

    private void legend() {
        double left = LEFT + Panel.EDGE;
        double middle = canvas.top() + 8;
        for (String name : curves.stream().map(GrowthCurve::name).distinct().toList()) {
            canvas.draw(new Line2D.Double(left, middle, left + 18, middle), COLORS.get(name), PlotTheme.line(2));
            Label label = Label.at(name, left + 24, middle + 4);
            canvas.write(label);
            left += label.width() + 48;
        }
    }
}
