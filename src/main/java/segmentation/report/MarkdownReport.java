package segmentation.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import segmentation.plot.Picture;
import segmentation.report.ReportDocument.Block;
import segmentation.report.ReportDocument.Bullets;
import segmentation.report.ReportDocument.Card;
import segmentation.report.ReportDocument.Decision;
import segmentation.report.ReportDocument.Decisions;
import segmentation.report.ReportDocument.Facts;
import segmentation.report.ReportDocument.Glance;
import segmentation.report.ReportDocument.Glances;
import segmentation.report.ReportDocument.Link;
import segmentation.report.ReportDocument.Paragraph;
import segmentation.report.ReportDocument.PictureBlock;
import segmentation.report.ReportDocument.Point;
import segmentation.report.ReportDocument.Section;
import segmentation.report.ReportDocument.TableBlock;
import segmentation.report.ReportDocument.Terms;
import segmentation.text.ResultTable;

/**
 * A report as Markdown, for code hosts, wikis and converters: CommonMark with GitHub's tables; pictures are the PNG files
 * beside it, their alt text in words.
 *
 * <p>All text of the document is escaped. Equal documents give equal bytes.
 */
public final class MarkdownReport {
    /** The name that it is filed under. */
    static final String FILE = "report.md";

    private MarkdownReport() {}

    /** Returns the text, lines ended by a line feed; pictures are beside it. */
    public static String of(ReportDocument document) {
        return of(document, "");
    }

    /** Returns the text where pictures are in a folder below, such as {@code plots/}. */
    static String of(ReportDocument document, String pictures) {
        return """
                # %s
                %s
                **%s**

                %s

                %s%s""".formatted(
                        Markdown.escape(document.title()),
                        document.question().isEmpty() ? "" : "\n" + Markdown.escape(document.question()) + "\n",
                        Markdown.escape(document.answer()),
                        Markdown.escape(document.source()),
                        lines(document.linksWithout(FILE).stream().map(MarkdownReport::link)),
                        document.sections().stream()
                                .map(section -> section(section, pictures))
                                .collect(Collectors.joining()));
    }

    private static String link(Link link) {
        return "- [%s](<%s>)".formatted(Markdown.escape(link.text()), link.file());
    }

    private static String section(Section section, String pictures) {
        return "\n## %s\n%s"
                .formatted(
                        Markdown.escape(section.heading()),
                        section.blocks().stream()
                                .map(block -> "\n" + block(block, pictures))
                                .collect(Collectors.joining()));
    }

    private static String block(Block block, String pictures) {
        if (block instanceof Paragraph paragraph) {
            return Markdown.escape(paragraph.text()) + "\n";
        }
        if (block instanceof Bullets bullets) {
            return lines(bullets.items().stream().map(item -> "- " + Markdown.escape(item)));
        }
        if (block instanceof Decisions decisions) {
            return lines(decisions.items().stream().map(MarkdownReport::decision));
        }
        if (block instanceof Facts facts) {
            return points(facts.items());
        }
        if (block instanceof Terms terms) {
            return points(terms.items());
        }
        if (block instanceof Glances glances) {
            return glances.items().stream().map(MarkdownReport::glance).collect(Collectors.joining("\n"));
        }
        if (block instanceof Card card) {
            return card(card);
        }
        if (block instanceof TableBlock table) {
            return table(table.table());
        }
        Picture picture = ((PictureBlock) block).picture();
        return "![%s](%s%s.png)\n".formatted(Markdown.escape(picture.altText()), pictures, picture.name());
    }

    private static String decision(Decision each) {
        return "- **%s**\\\n  %s\\\n  *What it costs:* %s"
                .formatted(Markdown.escape(each.title()), Markdown.escape(each.text()), Markdown.escape(each.cost()));
    }

    private static String card(Card card) {
        return "### %d · %s\n\n%s\n\n%s"
                .formatted(
                        card.number(),
                        Markdown.escape(card.title()),
                        Markdown.escape(card.text()),
                        points(card.points()));
    }

    private static String glance(Glance glance) {
        return "### %d · %s\n\n%s\n\n%s\n\n%s\n%s"
                .formatted(
                        glance.number(),
                        Markdown.escape(glance.title()),
                        Markdown.escape(glance.exact()),
                        Markdown.escape(glance.size()),
                        lines(glance.bars().stream().map(bar -> "- " + Markdown.escape(bar.text()))),
                        points(glance.points()));
    }

    private static String points(List<Point> points) {
        return lines(points.stream()
                .map(point ->
                        "- **%s**\\\n  %s".formatted(Markdown.escape(point.label()), Markdown.escape(point.text()))));
    }

    private static String table(ResultTable table) {
        String caption = table.caption().isEmpty() ? "" : Markdown.escape(table.caption()) + "\n\n";
        String rule = table.columns().stream()
                .map(column -> column.numeric() ? "---:" : "---")
                .collect(Collectors.joining(" | ", "| ", " |"));
        return caption
                + row(table.columns().stream().map(ResultTable.Column::title).toList())
                + rule
                + "\n"
                + table.rows().stream().map(MarkdownReport::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::escape).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> line + "\n").collect(Collectors.joining());
    }
}
