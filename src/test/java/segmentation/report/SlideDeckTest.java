package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import segmentation.plot.Picture;
import segmentation.plot.drawing.Canvas;
import segmentation.report.ReportDocument.Bar;
import segmentation.report.ReportDocument.Bullets;
import segmentation.report.ReportDocument.Card;
import segmentation.report.ReportDocument.Decision;
import segmentation.report.ReportDocument.Decisions;
import segmentation.report.ReportDocument.Facts;
import segmentation.report.ReportDocument.Glance;
import segmentation.report.ReportDocument.Glances;
import segmentation.report.ReportDocument.Kind;
import segmentation.report.ReportDocument.Paragraph;
import segmentation.report.ReportDocument.PictureBlock;
import segmentation.report.ReportDocument.Point;
import segmentation.report.ReportDocument.Section;

class SlideDeckTest {
    private static final Pattern TARGET = Pattern.compile("Target=\"([^\"]+)\"");
    private static final Pattern TITLE = Pattern.compile("type=\"title\".*?<a:t>(.*?)</a:t>", Pattern.DOTALL);

    @Test
    void hasASlideForTheAnswerTheDecisionsEachSegmentAndTheMethod() throws IOException {
        Map<String, String> parts = parts(SlideDeck.of(document("Careful")));

        assertThat(parts.entrySet().stream()
                        .filter(part -> part.getKey().matches("ppt/slides/slide\\d+\\.xml"))
                        .map(part -> first(TITLE, part.getValue())))
                .containsExactly(
                        "Shop",
                        "Three decisions",
                        "All segments",
                        "1 · Careful",
                        "2 · Eager",
                        "The segments in pictures",
                        "Before you spend money",
                        "Limits and method");
        assertThat(parts.get("ppt/slides/slide1.xml"))
                .contains(
                        "<a:t>Who buys?</a:t>",
                        "<a:t>The customers fall into 2 segments.</a:t>",
                        "<a:t>Data: a file.</a:t>");
        assertThat(parts.get("ppt/slides/slide2.xml")).contains("To all. What it costs: 9 stamps.");
        assertThat(parts.get("ppt/slides/slide4.xml"))
                .contains(
                        "<a:t>They spend little.</a:t>",
                        "<a:t>By letter.</a:t>",
                        "<a:t>In spring.</a:t>",
                        "<a:t>Very.</a:t>")
                .doesNotContain("Twice said", "Jaccard");
        assertThat(parts.get("ppt/slides/slide8.xml")).contains("• One shop.", "K-Means on spending.");
    }

    @Test
    void saysWhatPicturesShowAndKeepsTheirShape() throws IOException {
        Map<String, String> parts = parts(SlideDeck.of(document("Careful")));

        String slide = parts.get("ppt/slides/slide3.xml");

        assertThat(slide).contains("descr=\"Spending 1 to 9\"", "r:embed=\"profile\"");
        MatchResult size = Pattern.compile("<p:pic>.*?cx=\"(\\d+)\" cy=\"(\\d+)\"", Pattern.DOTALL)
                .matcher(slide)
                .results()
                .findFirst()
                .orElseThrow();
        Picture picture = picture("profile");
        assertThat(Double.parseDouble(size.group(1)) / Double.parseDouble(size.group(2)))
                .isCloseTo((double) picture.width() / picture.height(), within(1e-4));
    }

    @Test
    void isAWholePackageOfWellFormedPartsWhateverIsInNames() throws Exception {
        Map<String, String> parts = parts(SlideDeck.of(document("<A> & \"B\" \u0007 \ud83d")));

        for (Map.Entry<String, String> part : parts.entrySet()) {
            if (!part.getKey().endsWith(".png")) {
                parse(part.getValue());
            }
            if (part.getKey().endsWith(".rels")) {
                String folder = part.getKey().replaceFirst("_rels/[^/]+$", "");
                TARGET.matcher(part.getValue())
                        .results()
                        .map(target -> (folder + target.group(1)).replaceFirst("[^/]+/\\.\\./", ""))
                        .forEach(target -> assertThat(parts).containsKey(target));
            }
        }
        assertThat(parts.get("ppt/slides/slide4.xml")).contains("1 · &lt;A&gt; &amp; &quot;B&quot;");
        parts.keySet().stream()
                .filter(name -> name.endsWith(".xml") && name.startsWith("ppt/"))
                .forEach(name -> assertThat(parts.get("[Content_Types].xml")).contains("PartName=\"/" + name + "\""));
    }

    @Test
    void writesLongTextsSmallerThanShortOnes() throws IOException {
        String small = parts(SlideDeck.of(document("Careful"))).get("ppt/slides/slide4.xml");
        String large = parts(SlideDeck.of(document("Careful " + "and thrifty ".repeat(40))))
                .get("ppt/slides/slide4.xml");

        Pattern size = Pattern.compile("type=\"title\".*?sz=\"(\\d+)\"", Pattern.DOTALL);
        assertThat(first(size, small)).isEqualTo("2800");
        assertThat(Integer.parseInt(first(size, large))).isBetween(800, 1400);
    }

    @Test
    void hasTheSameBytesForTheSameReport() {
        assertThat(SlideDeck.of(document("Careful"))).isEqualTo(SlideDeck.of(document("Careful")));
    }

    private static ReportDocument document(String name) {
        return new ReportDocument(
                "Shop",
                "Who buys?",
                "The customers fall into 2 segments.",
                "Data: a file.",
                List.of(),
                List.of(
                        Section.of(
                                "Three decisions",
                                new Decisions(List.of(new Decision("Write.", "To all.", "9 stamps.")))),
                        Section.of("The segments at a glance", glances(name), new PictureBlock(picture("profile"))),
                        Section.of(
                                "Before you spend money",
                                new Facts(List.of(new Point("Earns", "9"), new Point("Mind", "One shop.")))),
                        Section.of("What to do", card(name)),
                        Section.of("In pictures", new PictureBlock(picture("money"))),
                        Section.of(Kind.DATA, "The data", new PictureBlock(picture("histograms"))),
                        Section.of(Kind.LIMITS, "What this does not show", new Bullets(List.of("One shop."))),
                        Section.of(Kind.METHOD, "Appendix: method", new Paragraph("K-Means on spending."))));
    }

    private static Glances glances(String name) {
        Point sure = new Point("How sure.", "Very.");
        List<Point> known = List.of(new Point("Who.", "They spend little."), new Point("Where.", "By letter."), sure);
        return new Glances(List.of(
                new Glance(1, name, "Low", "9 customers", List.of(new Bar("Mean 1", -1)), known),
                new Glance(2, "Eager", "High", "1 customer", List.of(), List.of(sure))));
    }

    private static Card card(String name) {
        return new Card(
                1,
                name,
                "9",
                List.of(
                        new Point("Where", "Twice said."),
                        new Point("When", "In spring."),
                        new Point("Confidence", "Jaccard")));
    }

    private static Picture picture(String name) {
        return Picture.of(name, Canvas.of("Spending", "", 120).png(), "Spending 1 to 9");
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
    }

    private static void parse(String xml) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> parts(byte[] deck) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(deck))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
