package segmentation.plot.interactive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Objects;
import segmentation.plot.png.Deflated;

/** The script library that draws interactive figures, plotly.js 2.35.3, packed so that a page can carry it. */
public final class PlotlyLibrary {
    private static final String FILE = "/META-INF/resources/webjars/plotly.js-dist/2.35.3/plotly.js";

    private PlotlyLibrary() {}

    private static final class Packed {
        private static final String TEXT = packed();

        private Packed() {}
    }

    /** Returns the library's UTF-8 text as a zlib stream (RFC 1950) in Base64: 3 MB instead of 11. */
    public static String base64() {
        return Packed.TEXT;
    }

    private static String packed() {
        try (InputStream library = PlotlyLibrary.class.getResourceAsStream(FILE)) {
            return Base64.getEncoder()
                    .encodeToString(
                            Deflated.bytes(Objects.requireNonNull(library).readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("plotly.js could not be read from its library", e);
        }
    }
}
