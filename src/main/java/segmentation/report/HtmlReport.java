package segmentation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import segmentation.plot.drawing.PlotTheme;
import segmentation.report.ReportDocument.Block;
import segmentation.report.ReportDocument.Bullets;
import segmentation.report.ReportDocument.Card;
import segmentation.report.ReportDocument.Decisions;
import segmentation.report.ReportDocument.Facts;
import segmentation.report.ReportDocument.Glance;
import segmentation.report.ReportDocument.Glances;
import segmentation.report.ReportDocument.Paragraph;
import segmentation.report.ReportDocument.PictureBlock;
import segmentation.report.ReportDocument.Section;
import segmentation.report.ReportDocument.TableBlock;
import segmentation.report.ReportDocument.Terms;

/**
 * A report as one self-contained HTML page: pictures inside, light, dark and print style, readable without a script.
 *
 * <p>What it looks like stands in the templates {@code report} and {@code section} and in {@code report.css}. All text of the
 * document is escaped. Equal documents give equal bytes.
 */
public final class HtmlReport {
    /** The name that it is filed under. */
    static final String FILE = "report.html";

    private HtmlReport() {}

    /** Returns the page. */
    public static String of(ReportDocument document) {
        return HtmlPage.of(
                document.title(),
                Templates.filled(
                        "report",
                        Map.of(
                                "document", document,
                                "links", document.linksWithout(FILE),
                                "parts", parts(document.sections()))));
    }

    /** Returns the sections with an id each, for the table of contents. */
    private static List<Map<String, String>> parts(List<Section> sections) {
        return IntStream.rangeClosed(1, sections.size())
                .mapToObj(number -> Map.of(
                        "id", "part-" + number,
                        "heading", sections.get(number - 1).heading(),
                        "html", section(sections.get(number - 1))))
                .toList();
    }

    /** Returns one section as a fragment, with a heading of the second level. */
    static String section(Section section) {
        List<Map<String, Object>> groups = new ArrayList<>();
        List<Block> blocks = section.blocks();
        int from = 0;
        while (from < blocks.size()) {
            int to = from + 1;
            while (to < blocks.size()
                    && isBeside(blocks.get(from))
                    && blocks.get(from).getClass() == blocks.get(to).getClass()) {
                to++;
            }
            groups.add(group(blocks.subList(from, to)));
            from = to;
        }
        String html = Templates.filled("section", Map.of("heading", section.heading(), "groups", groups));
        return section.isAppendix() ? Glossary.linked(html) : html;
    }

    /** Returns whether blocks of this kind stand side by side. */
    private static boolean isBeside(Block block) {
        return block instanceof Card || block instanceof PictureBlock;
    }

    /** Returns the values for blocks that stand together, under the name of their kind. */
    private static Map<String, Object> group(List<Block> blocks) {
        Block first = blocks.get(0);
        if (first instanceof Card) {
            return Map.of(
                    "cards", blocks.stream().map(block -> card((Card) block)).toList());
        }
        if (first instanceof PictureBlock) {
            return Map.of(
                    "pictures",
                    blocks.stream()
                            .map(block -> HtmlPage.image(((PictureBlock) block).picture()))
                            .toList());
        }
        if (first instanceof Glances glances) {
            return Map.of(
                    "glances",
                    Map.of(
                            "count",
                            glances.items().size(),
                            "items",
                            glances.items().stream().map(HtmlReport::glance).toList()));
        }
        return single(first);
    }

    private static Map<String, Object> single(Block block) {
        if (block instanceof Paragraph paragraph) {
            return Map.of("paragraph", paragraph);
        }
        if (block instanceof Bullets bullets) {
            return Map.of("bullets", bullets);
        }
        if (block instanceof Decisions decisions) {
            return Map.of("decisions", decisions);
        }
        if (block instanceof Facts facts) {
            int last = facts.items().size() - 1;
            return Map.of(
                    "facts",
                    Map.of(
                            "items",
                            facts.items().subList(0, last),
                            "caveat",
                            facts.items().get(last)));
        }
        if (block instanceof Terms terms) {
            return Map.of(
                    "terms",
                    terms.items().stream()
                            .map(term -> Map.of("id", Glossary.id(term.label()), "term", term))
                            .toList());
        }
        return Map.of("table", HtmlTable.ofPage(((TableBlock) block).table()));
    }

    private static Map<String, Object> card(Card card) {
        return Map.of("colour", colour(card.number()), "card", card);
    }

    private static Map<String, Object> glance(Glance glance) {
        return Map.of("colour", colour(glance.number()), "glance", glance);
    }

    private static String colour(int segment) {
        return "#" + PlotTheme.hexadecimal(PlotTheme.segmentColor(segment));
    }
}
