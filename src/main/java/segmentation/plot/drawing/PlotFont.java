package segmentation.plot.drawing;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The typeface of all pictures: Roboto from the class path, so that no font of the machine is used and none is needed.
 *
 * <p>What Roboto lacks is drawn in {@link FallbackFonts}. Text becomes outlines that are filled like any other shape. Outlines of a TrueType font do not depend on the
 * machine's font library, hinted glyph images do.
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
                : new TextLayout(FallbackFonts.runs(text, main), UNHINTED);
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
    static Font read(String resource) {
        try (InputStream stream = PlotFont.class.getResourceAsStream(resource)) {
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + resource + " cannot be read", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font " + resource + " is damaged", e);
        }
    }
}
