package segmentation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import segmentation.plot.Picture;

/** The frame of a self-contained page: head, style, and pictures inside; no script, no network. */
public final class HtmlPage {
    private HtmlPage() {}

    /** Returns a page around a body that is HTML already; the title is plain text. */
    public static String of(String title, String body) {
        return of(title, "", body);
    }

    /** Returns a page with more in its head, each line ended. */
    static String of(String title, String head, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                %s<title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(head, Html.escape(title), style(), body);
    }

    /** Returns a picture as an element that carries its own bytes, shown at half its pixels so that it stays sharp. */
    static String image(Picture picture) {
        return "<img src=\"data:image/png;base64,%s\" width=\"%d\" height=\"%d\" alt=\"%s\">"
                .formatted(
                        Base64.getEncoder().encodeToString(picture.png()),
                        picture.width() / 2,
                        picture.height() / 2,
                        Html.escape(picture.altText()));
    }

    private static String style() {
        try (InputStream css = HtmlPage.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The report's style sheet could not be read from the library", e);
        }
    }
}
