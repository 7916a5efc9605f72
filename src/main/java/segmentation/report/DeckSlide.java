package segmentation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import segmentation.plot.Picture;
import segmentation.plot.drawing.Label;

/**
 * One slide of a {@link SlideDeck} under construction: a title and shapes, in points from the upper left of a sheet of
 * {@value #WIDTH} × {@value #HEIGHT}. Text is native, in the largest size at which it fits its box; pictures keep their shape.
 */
final class DeckSlide {
    static final double WIDTH = 960;
    static final double HEIGHT = 540;
    static final double MARGIN = 40;
    static final double TOP = 106;

    private static final int UNITS_A_POINT = 12_700;
    private static final double TITLE_SIZE = 28;
    private static final double TITLE_ROOM = 64;
    private static final double LEAST_SIZE = 8;
    private static final double STEP = 0.5;
    private static final double INSET = 10;
    private static final double LINE = 1.2;

    /** Arial, which every presentation program has, runs a little wider than the letters that are measured. */
    private static final double WIDER = 1.06;

    private final String title;
    private final List<Shape> shapes = new ArrayList<>();
    private final Map<String, Picture> pictures = new LinkedHashMap<>();

    DeckSlide(String title) {
        this.title = readable(title);
    }

    /**
     * A paragraph of a box.
     *
     * @param label written bold before the text; empty for none
     * @param text after it; empty for none
     * @param before the room above, in lines
     * @param scale its letters, against those of the box
     */
    record Line(String label, String text, double before, double scale) {
        Line {
            label = readable(label);
            text = readable(text);
        }

        static Line of(String text) {
            return new Line("", text, 0, 1);
        }

        static Line heading(String text) {
            return new Line(text, "", 0, 1);
        }

        private double height(double width, double size) {
            Label measured = Label.at(label + text, 0, 0).sized(size * scale);
            int lines = (label.isEmpty() ? measured : measured.strong())
                    .lines(width / WIDER, Integer.MAX_VALUE)
                    .size();
            return (lines * LINE + before * LINE) * size * scale;
        }
    }

    /** What the template reads of a shape: one of the two lists has one element. */
    record Shape(List<Box> box, List<Image> picture) {}

    /** What the template reads of a box, lengths in English metric units; of a box without text the list is empty. */
    record Box(
            int id,
            String name,
            long x,
            long y,
            long width,
            long height,
            String fill,
            long inset,
            boolean hasText,
            List<Run> paragraphs) {}

    /** What the template reads of a paragraph: sizes in hundredths of a point. */
    record Run(String label, String text, long size, String before) {}

    /** What the template reads of a picture. */
    record Image(int id, String name, String words, String part, long x, long y, long width, long height) {}

    /** Adds a filled rectangle without text; the colour is six hexadecimal digits. */
    DeckSlide bar(double x, double y, double width, double height, String colour) {
        return box(x, y, width, height, colour, 0, 1, List.of());
    }

    /** Adds text without a ground, at most this large. */
    DeckSlide text(double x, double y, double width, double height, double most, List<Line> lines) {
        return box(x, y, width, height, "", 0, most, lines);
    }

    /** Adds text on a ground that is as high as the text needs, and at most this high. */
    DeckSlide fittedPanel(double x, double y, double width, double height, double most, List<Line> lines) {
        double size = size(lines, width, height, most);
        return panel(x, y, width, Math.min(height, height(lines, width, size)), size, lines);
    }

    /** Adds text on a ground, at most this large. */
    DeckSlide panel(double x, double y, double width, double height, double most, List<Line> lines) {
        return box(x, y, width, height, "F5F7F9", INSET, most, lines);
    }

    /** Adds a picture as large as it can be in the middle of a box. */
    DeckSlide picture(Picture picture, double x, double y, double width, double height) {
        double scale = Math.min(width / picture.width(), height / picture.height());
        double wide = picture.width() * scale;
        double high = picture.height() * scale;
        pictures.put(picture.name(), picture);
        Image image = new Image(
                id(),
                picture.name(),
                readable(picture.altText()),
                picture.name(),
                units(x + (width - wide) / 2),
                units(y + (height - high) / 2),
                units(wide),
                units(high));
        shapes.add(new Shape(List.of(), List.of(image)));
        return this;
    }

    private DeckSlide box(
            double x, double y, double width, double height, String fill, double inset, double most, List<Line> lines) {
        double size = fitting(lines, width - 2 * inset, height - 2 * inset, most);
        List<Run> runs = lines.stream()
                .map(line -> new Run(
                        line.label(),
                        line.text(),
                        Math.round(100 * size * line.scale()),
                        line.before() == 0
                                ? ""
                                : Long.toString(Math.round(100 * size * line.scale() * line.before() * LINE))))
                .toList();
        String name = (lines.isEmpty() ? "Bar " : "Text ") + id();
        Box box = new Box(
                id(),
                name,
                units(x),
                units(y),
                units(width),
                units(height),
                fill,
                units(inset),
                !lines.isEmpty(),
                runs);
        shapes.add(new Shape(List.of(box), List.of()));
        return this;
    }

    /** Returns the largest size, at most this, at which text fits a panel. */
    static double size(List<Line> lines, double width, double height, double most) {
        return fitting(lines, width - 2 * INSET, height - 2 * INSET, most);
    }

    /** Returns how high a panel must be for text of this size. */
    static double height(List<Line> lines, double width, double size) {
        return textHeight(lines, width - 2 * INSET, size) + 2 * INSET + 1;
    }

    private static double fitting(List<Line> lines, double width, double height, double most) {
        double size = most;
        while (size > LEAST_SIZE && textHeight(lines, width, size) > height) {
            size -= STEP;
        }
        return size;
    }

    private static double textHeight(List<Line> lines, double width, double size) {
        return lines.stream().mapToDouble(line -> line.height(width, size)).sum();
    }

    /** Returns the next id: 1 is the tree of shapes, 2 the title. */
    private int id() {
        return shapes.size() + 3;
    }

    private static long units(double points) {
        return Math.round(points * UNITS_A_POINT);
    }

    /** Leaves out what XML cannot hold. */
    private static String readable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]", " ");
    }

    /** Returns the slide as the XML of its part. */
    String toXml() {
        double size = fitting(List.of(Line.heading(title)), WIDTH - 2 * MARGIN, TITLE_ROOM, TITLE_SIZE);
        return Templates.filled(
                "deck/slide", Map.of("title", title, "titleSize", Math.round(100 * size), "shapes", shapes));
    }

    /** Returns the pictures by the names of their parts, in the order in which they were added. */
    Map<String, Picture> pictures() {
        return pictures;
    }
}
