package segmentation.report;

import java.util.stream.Collectors;
import segmentation.plot.drawing.PlotTheme;
import segmentation.report.ReportDocument.Block;
import segmentation.report.ReportDocument.Bullets;
import segmentation.report.ReportDocument.Card;
import segmentation.report.ReportDocument.Link;
import segmentation.report.ReportDocument.Paragraph;
import segmentation.report.ReportDocument.PictureBlock;
import segmentation.report.ReportDocument.Point;
import segmentation.report.ReportDocument.Section;
import segmentation.report.ReportDocument.TableBlock;

/**
 * A report as one self-contained HTML page: pictures inside, light, dark and print style, readable without a script.
 *
 * <p>All text of the document is escaped. Equal documents give equal bytes.
 */
public final class HtmlReport {
    /** The name that it is filed under. */
    static final String FILE = "report.html";

    private HtmlReport() {}

    /** Returns the page. */
    public static String of(ReportDocument document) {
        String sections = document.sections().stream().map(HtmlReport::section).collect(Collectors.joining());
        String body = """
                <header>
                <h1>%s</h1>
                <p class="answer">%s</p>
                <p class="source">%s</p>
                <ul class="downloads">%s</ul>
                </header>
                <main>
                %s</main>
                """.formatted(
                Html.escape(document.title()),
                Html.escape(document.answer()),
                Html.escape(document.source()),
                document.linksWithout(FILE).stream().map(HtmlReport::link).collect(Collectors.joining()),
                sections);
        return HtmlPage.of(document.title(), body);
    }

    /** Returns one section as a fragment, with a heading of the second level. */
    static String section(Section section) {
        return "<section>\n<h2>%s</h2>\n%s</section>\n"
                .formatted(
                        Html.escape(section.heading()),
                        section.blocks().stream().map(HtmlReport::block).collect(Collectors.joining()));
    }

    private static String link(Link link) {
        return "<li><a href=\"%s\">%s</a></li>".formatted(Html.escape(link.file()), Html.escape(link.text()));
    }

    private static String block(Block block) {
        if (block instanceof Paragraph paragraph) {
            return "<p>%s</p>\n".formatted(Html.escape(paragraph.text()));
        }
        if (block instanceof Bullets bullets) {
            return bullets.items().stream()
                    .map(item -> "<li>%s</li>\n".formatted(Html.escape(item)))
                    .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
        }
        if (block instanceof Card card) {
            return card(card);
        }
        if (block instanceof TableBlock table) {
            return "<div class=\"scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\">\n%s</div>\n"
                    .formatted(HtmlTable.of(table.table()));
        }
        PictureBlock picture = (PictureBlock) block;
        // The caption repeats the alt text for those who see it, so screen readers pass over it.
        return "<figure>\n%s\n<figcaption aria-hidden=\"true\">%s</figcaption>\n</figure>\n"
                .formatted(
                        HtmlPage.image(picture.picture()),
                        Html.escape(picture.picture().altText()));
    }

    private static String card(Card card) {
        return "<article class=\"card\" style=\"--segment: %s\">\n<h3>%d · %s</h3>\n<p>%s</p>\n<dl>\n%s</dl>\n</article>\n"
                .formatted(
                        "#%06x".formatted(PlotTheme.segmentColor(card.number()).getRGB() & 0xFFFFFF),
                        card.number(),
                        Html.escape(card.title()),
                        Html.escape(card.text()),
                        card.points().stream().map(HtmlReport::point).collect(Collectors.joining()));
    }

    private static String point(Point point) {
        return "<dt>%s</dt><dd>%s</dd>\n".formatted(Html.escape(point.label()), Html.escape(point.text()));
    }
}
