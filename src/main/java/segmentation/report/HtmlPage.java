package segmentation.report;

import java.util.Base64;
import java.util.Map;
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
        return Templates.filled(
                "page", Map.of("title", title, "head", head, "style", Templates.resource("report.css"), "body", body));
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
}
