package segmentation.report;

import segmentation.plot.interactive.InteractiveFigure;

/**
 * An interactive figure as one self-contained page that forbids itself every request. Readers without scripts are told where
 * the same picture is.
 */
public final class InteractivePage {
    /** The name that it is filed under. */
    static final String FILE = "interactive.html";

    private static final String NO_REQUESTS =
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                    + " script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:\">\n";

    private static final String BODY = """
        <header>
        <h1>%1$s</h1>
        <p>%2$s. Choose the axes, the number of segments and what colour says; select a segment to see who is in it.</p>
        <ul class="downloads"><li><a href="report.html">report</a></li></ul>
        </header>
        <main>
        <noscript><p>Drawing needs a script; the report shows the same segments as a picture. %3$s</p></noscript>
        %4$s</main>
        """;

    private InteractivePage() {}

    /** Returns the page. */
    public static String of(String title, InteractiveFigure figure) {
        String body = BODY.formatted(
                Html.escape(title), Html.escape(figure.title()), Html.escape(figure.altText()), figure.body());
        return HtmlPage.of(title, NO_REQUESTS, body);
    }
}
