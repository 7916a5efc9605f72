package segmentation.lesson;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import segmentation.plot.Picture;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;

/**
 * A small painting as K-Means sees it, a row of red, green and blue for each pixel, and repaintings of it side by side: what
 * a palette of few colours keeps of a picture. Immutable.
 *
 * <p>Pixels are given row by row from the upper left; colours run from 0 to 255. Equal pixels give equal bytes.
 */
public final class PixelsPlot {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 100;
    private static final int ACROSS = 2;
    private static final double PIXEL = 2;
    private static final double TITLE = 24;
    private static final double GAP = 12;
    private static final int MOST = 255;

    private static final double HORIZON = 60;
    private static final double[] NIGHT = {38, 50, 110};
    private static final double[] ROSE = {222, 118, 122};
    private static final double[] GOLD = {255, 206, 124};
    private static final double[] SUN = {255, 245, 205};
    private static final double[] HILLS = {92, 62, 104};
    private static final double[] SEA = {36, 58, 96};
    private static final double[] SHORE = {30, 46, 38};
    private static final double SUN_X = 108;
    private static final double SUN_Y = 49;
    private static final double SUN_RADIUS = 8;

    private final String finding;
    private final List<Repainting> panels;

    private PixelsPlot(String finding, List<Repainting> panels) {
        this.finding = finding;
        this.panels = panels;
    }

    /** One panel: its pixels are a copy. */
    private record Repainting(String title, double[][] pixels) {
        long colours() {
            return Arrays.stream(pixels).map(PixelsPlot::color).distinct().count();
        }
    }

    /** Returns a sunset over the sea, {@value #WIDTH} × {@value #HEIGHT} pixels painted by formulas and a little seeded noise. */
    public static double[][] sunset() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] pixels = new double[WIDTH * HEIGHT][];
        for (int i = 0; i < pixels.length; i++) {
            double noise = random.nextDouble(-5, 5);
            pixels[i] = Arrays.stream(painted(i % WIDTH, i / WIDTH))
                    .map(part -> Math.rint(Math.max(0, Math.min(MOST, part + noise))))
                    .toArray();
        }
        return pixels;
    }

    private static double[] painted(double x, double y) {
        double shore = 88 + 5 * StrictMath.sin(x / 29 + 1) + 1.5 * StrictMath.sin(x / 6);
        if (y > shore) {
            return mixed(SHORE, NIGHT, 0.15 + 0.15 * StrictMath.sin(x / 3 + y));
        }
        if (y > HORIZON) {
            double ripple = 0.5 + 0.5 * StrictMath.sin(y * 1.9 + StrictMath.sin(x / 5) + x / 40);
            double lane = StrictMath.exp(-Math.abs(x - SUN_X) / (6 + (y - HORIZON) / 2)) * (0.35 + 0.65 * ripple);
            return mixed(mixed(SEA, sky(x, 2 * HORIZON - y), 0.35 + 0.2 * ripple), SUN, 0.85 * lane);
        }
        double hills = 52 - 5 * StrictMath.sin(x / 21) - 2.5 * StrictMath.sin(x / 8 + 2) + x / 18;
        return y > hills ? mixed(HILLS, sky(x, y), 0.25 * (HORIZON - y) / (HORIZON - hills + 1)) : sky(x, y);
    }

    private static double[] sky(double x, double y) {
        double down = y / HORIZON;
        double[] air = down < 0.6 ? mixed(NIGHT, ROSE, down / 0.6) : mixed(ROSE, GOLD, (down - 0.6) / 0.4);
        double distance = StrictMath.hypot(x - SUN_X, y - SUN_Y);
        return distance < SUN_RADIUS
                ? SUN.clone()
                : mixed(air, SUN, 0.8 * StrictMath.exp(-(distance - SUN_RADIUS) / 13));
    }

    private static double[] mixed(double[] one, double[] other, double share) {
        double[] mixed = new double[one.length];
        for (int j = 0; j < mixed.length; j++) {
            mixed[j] = one[j] + (other[j] - one[j]) * share;
        }
        return mixed;
    }

    /** Starts a picture without panels, under a sentence that says what they show together. */
    public static PixelsPlot titled(String finding) {
        return new PixelsPlot(finding, List.of());
    }

    /**
     * Adds a repainting of the sunset.
     *
     * @param pixels as many as {@link #sunset()} has, in its order; parts of colours are rounded, and those below 0 or above 255
     *     drawn as these
     * @throws IllegalArgumentException where there are more or fewer pixels, or one has not three parts
     */
    public PixelsPlot with(String title, double[][] pixels) {
        if (pixels.length != WIDTH * HEIGHT || Arrays.stream(pixels).anyMatch(pixel -> pixel.length != 3)) {
            throw new IllegalArgumentException(
                    "A panel shows %d pixels of red, green and blue, got %d".formatted(WIDTH * HEIGHT, pixels.length));
        }
        double[][] copy = Arrays.stream(pixels).map(double[]::clone).toArray(double[][]::new);
        return new PixelsPlot(
                finding,
                Stream.concat(panels.stream(), Stream.of(new Repainting(title, copy)))
                        .toList());
    }

    /**
     * Draws the panels, two in a row.
     *
     * @throws IllegalStateException where none was added
     */
    public Picture toPicture() {
        if (panels.isEmpty()) {
            throw new IllegalStateException("A picture of pixels needs at least one panel; add one by with(…)");
        }
        double height = TITLE + HEIGHT * PIXEL + GAP;
        int rows = (panels.size() + ACROSS - 1) / ACROSS;
        Canvas canvas = Canvas.of(finding, "Each pixel in the nearest colour of the palette", rows * height);
        for (int place = 0; place < panels.size(); place++) {
            double left = Canvas.MARGIN + (place % ACROSS) * (WIDTH * PIXEL + 2 * GAP);
            double top = Math.ceil(canvas.top()) + (place / ACROSS) * height;
            draw(panels.get(place), canvas, left, top);
        }
        return Picture.of(
                "pixels",
                canvas.png(),
                "%s. The same painting of a sunset side by side: %s."
                        .formatted(
                                finding,
                                panels.stream()
                                        .map(panel -> "%s, in %,d colours".formatted(panel.title(), panel.colours()))
                                        .collect(Collectors.joining("; "))));
    }

    private static void draw(Repainting panel, Canvas canvas, double left, double top) {
        canvas.write(Label.at(panel.title(), left, top + TITLE - 9).strong());
        for (int i = 0; i < panel.pixels().length; i++) {
            double x = left + (i % WIDTH) * PIXEL;
            double y = top + TITLE + (i / WIDTH) * PIXEL;
            canvas.fill(new Rectangle2D.Double(x, y, PIXEL, PIXEL), color(panel.pixels()[i]));
        }
    }

    private static Color color(double[] pixel) {
        int[] parts = Arrays.stream(pixel)
                .mapToInt(part -> (int) Math.rint(Math.max(0, Math.min(MOST, part))))
                .toArray();
        return new Color(parts[0], parts[1], parts[2]);
    }
}
