package segmentation.report;

import segmentation.plot.interactive.InteractiveFigure;
import segmentation.plot.interactive.PlotlyLibrary;

/**
 * An interactive figure as one self-contained page: the library that draws it is inside, packed, and the page forbids
 * itself every request.
 *
 * <p>Its script needs a browser of 2023 or later; others, and those without scripts, are told where the same picture is.
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
        <p>%2$s. Point at a customer to see who it is; drag to enlarge, double-click to go back; click a segment in\
         the legend to hide it.</p>
        <ul class="downloads"><li><a href="report.html">report</a></li>\
        <li><a href="../index.html">all reports</a></li></ul>
        </header>
        <main>
        <div id="%3$s" class="plot" role="img" aria-label="%4$s"></div>
        <noscript><p>Drawing needs a script; the report shows the same segments as a picture.</p></noscript>
        <p id="failed" hidden>This browser cannot draw it; the report shows the same segments as a picture.</p>
        </main>
        <script id="library" type="text/plain">%5$s</script>
        <script>
        function draw() {
        %6$s}
        async function unpacked(text) {
        const bytes = Uint8Array.from(atob(text), character => character.charCodeAt(0));
        const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
        return new Response(stream).text();
        }
        unpacked(document.getElementById('library').textContent).then(code => {
        const library = document.createElement('script');
        library.textContent = code;
        document.head.append(library);
        draw();
        }).catch(error => {
        document.getElementById('failed').hidden = false;
        console.error(error);
        });
        </script>
        """;

    private InteractivePage() {}

    /** Returns the page. */
    public static String of(String title, InteractiveFigure figure) {
        String body = BODY.formatted(
                Html.escape(title),
                Html.escape(figure.title()),
                Html.escape(figure.element()),
                Html.escape(figure.altText()),
                PlotlyLibrary.base64(),
                figure.script());
        return HtmlPage.of(title, NO_REQUESTS, body);
    }
}
