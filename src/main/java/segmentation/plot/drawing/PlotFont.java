package segmentation.plot.drawing;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.util.List;
import java.util.stream.Stream;

/**
 * The typeface of all pictures: Roboto from the class path, so that no font of the machine is used and none is needed.
 *
 * <p>What Roboto lacks is drawn in {@link Fallback}. Text becomes outlines that are filled like any other shape. Outlines
 * of a TrueType font do not depend on the machine's font library, hinted glyph images do.
 */
public enum PlotFont {
    REGULAR("Regular"),
    MEDIUM("Medium"),
    BOLD("Bold");

    private static final String FOLDER = "/com/formdev/flatlaf/fonts/roboto/Roboto-";
    private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);
    private static final String NO_SYSTEM_FONTS = "version=1\nsequence.allfonts=default\n";

    private final Font font;

    PlotFont(String weight) {
        PlotTheme.withoutDisplay();
        this.font = load(FOLDER + weight + ".ttf");
    }

    /** Returns the font in this size, in logical pixels. */
    public Font size(double size) {
        return font.deriveFont((float) size);
    }

    /** Returns the advance width of one line of text; 0 for an empty one. */
    public double width(String text, double size) {
        return text.isEmpty() ? 0 : layout(text, size).getAdvance();
    }

    /** Returns the outline of one non-empty line of text whose baseline starts at (x, y). */
    public Shape outline(String text, double size, double x, double y) {
        return layout(text, size).getOutline(AffineTransform.getTranslateInstance(x, y));
    }

    private TextLayout layout(String text, double size) {
        Font main = size(size);
        return main.canDisplayUpTo(text) < 0
                ? new TextLayout(text, main, UNHINTED)
                : new TextLayout(Fallback.runs(text, main), UNHINTED);
    }

    private static Font load(String resource) {
        try {
            return read(resource);
        } catch (InternalError | RuntimeException noSystemFonts) {
            // Java2D does not start where the machine has no fonts at all, unless a configuration is given.
            configureWithoutSystemFonts();
            return read(resource);
        }
    }

    private static void configureWithoutSystemFonts() {
        try {
            Path file = Files.createTempFile("fontconfig", ".properties");
            file.toFile().deleteOnExit();
            Files.writeString(file, NO_SYSTEM_FONTS);
            System.setProperty("sun.awt.fontconfig", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("This machine has no fonts, and no temporary file could be written", e);
        }
    }

    /** Reads a TrueType font from the class path; relative to this package without a leading slash. */
    private static Font read(String resource) {
        try (InputStream stream = PlotFont.class.getResourceAsStream(resource)) {
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + resource + " cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font " + resource + " is damaged", e);
        }
    }

    /**
     * Fonts for what Roboto, which has Latin, Greek and Cyrillic, cannot draw: Noto Sans Arabic, Hebrew, Devanagari, Bengali,
     * Tamil and Thai, Droid Sans Fallback for Chinese, Japanese and Korean, Noto Emoji in one colour. They come with the library,
     * so a name looks the same on every machine; they have one weight. Loaded when the first text needs one: they have 5 MB.
     */
    static final class Fallback {
        private static final List<Font> FONTS = Stream.of(
                        "NotoSansArabic-Regular.ttf",
                        "NotoSansHebrew-Regular.ttf",
                        "NotoSansDevanagari-Regular.ttf",
                        "NotoSansBengali-Regular.ttf",
                        "NotoSansTamil-Regular.ttf",
                        "NotoSansThai-Regular.ttf",
                        "DroidSansFallback.ttf",
                        "NotoEmoji-Regular.ttf")
                .map(file -> read("fonts/" + file))
                .toList();

        private Fallback() {}

        /** Returns the text with a font for each of its characters: the main one where that has it. */
        static AttributedCharacterIterator runs(String text, Font main) {
            AttributedString runs = new AttributedString(text);
            Font font = main;
            for (int at = 0; at < text.length(); ) {
                int codePoint = text.codePointAt(at);
                int end = at + Character.charCount(codePoint);
                font = belongsToLast(codePoint) ? font : of(codePoint, main);
                runs.addAttribute(TextAttribute.FONT, font, at, end);
                at = end;
            }
            return runs.getIterator();
        }

        /** Says whether a character, as an accent or a joiner, is drawn together with the one before. */
        private static boolean belongsToLast(int codePoint) {
            int type = Character.getType(codePoint);
            return type == Character.NON_SPACING_MARK
                    || type == Character.COMBINING_SPACING_MARK
                    || type == Character.FORMAT
                    || type == Character.MODIFIER_SYMBOL && codePoint > Character.MAX_VALUE;
        }

        private static Font of(int codePoint, Font main) {
            return main.canDisplay(codePoint)
                    ? main
                    : FONTS.stream()
                            .filter(font -> font.canDisplay(codePoint))
                            .findFirst()
                            .map(font -> font.deriveFont(main.getSize2D()))
                            .orElse(main);
        }
    }
}
