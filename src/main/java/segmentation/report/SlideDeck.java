package segmentation.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import segmentation.plot.Picture;
import segmentation.plot.drawing.PlotTheme;
import segmentation.report.DeckSlide.Line;
import segmentation.report.ReportDocument.Bar;
import segmentation.report.ReportDocument.Block;
import segmentation.report.ReportDocument.Bullets;
import segmentation.report.ReportDocument.Card;
import segmentation.report.ReportDocument.Decisions;
import segmentation.report.ReportDocument.Facts;
import segmentation.report.ReportDocument.Glance;
import segmentation.report.ReportDocument.Kind;
import segmentation.report.ReportDocument.Paragraph;
import segmentation.report.ReportDocument.PictureBlock;
import segmentation.report.ReportDocument.Point;
import segmentation.report.ReportDocument.Section;

/**
 * A report as slides to edit and to paste from, in the format of PowerPoint, Impress and Keynote: the answer, the decisions, a
 * picture of all segments, a slide for each, more pictures, what to know before money is spent, the method.
 *
 * <p>Text is text and bars are shapes; only pictures are pictures, with their words for those who do not see them. Parts are
 * stored, not compressed, and carry no time, so equal input gives equal bytes. Source: ECMA-376, Office Open XML.
 */
final class SlideDeck {
    /** What the file is called, beside the report. */
    static final String FILE = "slides.pptx";

    private static final String FOLDER = "deck/";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int FIRST_ID = 256;
    private static final int MOST_PICTURES = 4;
    private static final List<String> TO_ACT =
            List.of("What to do", "Where", "When", "How to measure it", "When to stop");
    private static final double GAP = 16;
    private static final double MOST_SIZE = 22;
    private static final double WHOLE = DeckSlide.WIDTH - 2 * DeckSlide.MARGIN;
    private static final double BODY = DeckSlide.HEIGHT - DeckSlide.TOP - 34;

    private SlideDeck() {}

    /** A slide's place: its number from 1, its id and its XML. */
    record Part(int number, int id) {}

    /** Returns the file. */
    static byte[] of(ReportDocument document) {
        List<DeckSlide> slides = slides(document);
        List<Part> parts = IntStream.range(0, slides.size())
                .mapToObj(i -> new Part(i + 1, FIRST_ID + i))
                .toList();
        Map<String, Object> values = Map.of("slides", parts, "title", document.title());
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("[Content_Types].xml", filled("content-types", values));
        files.put("_rels/.rels", resource("rels"));
        files.put("docProps/core.xml", filled("core", values));
        files.put("ppt/presentation.xml", filled("presentation", values));
        files.put("ppt/_rels/presentation.xml.rels", filled("presentation-rels", values));
        files.put("ppt/slideMasters/slideMaster1.xml", resource("master"));
        files.put("ppt/slideMasters/_rels/slideMaster1.xml.rels", resource("master-rels"));
        files.put("ppt/slideLayouts/slideLayout1.xml", resource("layout"));
        files.put("ppt/slideLayouts/_rels/slideLayout1.xml.rels", resource("layout-rels"));
        files.put("ppt/theme/theme1.xml", resource("theme"));
        for (Part part : parts) {
            DeckSlide slide = slides.get(part.number() - 1);
            String name = "slide%d.xml".formatted(part.number());
            files.put("ppt/slides/" + name, slide.toXml().getBytes(StandardCharsets.UTF_8));
            files.put(
                    "ppt/slides/_rels/" + name + ".rels",
                    filled("slide-rels", Map.of("pictures", slide.pictures().keySet())));
            slide.pictures().forEach((id, picture) -> files.put("ppt/media/" + id + ".png", picture.png()));
        }
        return zip(files);
    }

    private static List<DeckSlide> slides(ReportDocument document) {
        List<DeckSlide> slides = new ArrayList<>(List.of(title(document)));
        List<Picture> pictures = new ArrayList<>();
        for (Section section : document.sections()) {
            if (section.kind() != Kind.BODY) {
                continue;
            }
            section.blocks().forEach(block -> {
                if (block instanceof Decisions decisions) {
                    slides.add(columns(section.heading(), SlideDeck.points(decisions)));
                } else if (block instanceof PictureBlock shown && pictures.size() < MOST_PICTURES) {
                    pictures.add(shown.picture());
                }
            });
        }
        pictures.stream().limit(1).forEach(picture -> slides.add(picture("All segments", picture)));
        document.glances().forEach(glance -> slides.add(segment(glance, cards(document))));
        pictures.stream().skip(1).forEach(picture -> slides.add(picture("The segments in pictures", picture)));
        document.sections()
                .forEach(section -> section.blocks().forEach(block -> {
                    if (block instanceof Facts facts) {
                        slides.add(columns(section.heading(), facts.items()));
                    }
                }));
        slides.add(method(document));
        return slides;
    }

    private static DeckSlide title(ReportDocument document) {
        return new DeckSlide(document.title())
                .bar(0, 0, 14, DeckSlide.HEIGHT, code(1))
                .text(DeckSlide.MARGIN, DeckSlide.TOP + 24, WHOLE, 60, 20, List.of(Line.of(document.question())))
                .fittedPanel(DeckSlide.MARGIN, 220, WHOLE, 190, 30, List.of(Line.heading(document.answer())))
                .text(DeckSlide.MARGIN, 450, WHOLE, 40, 14, List.of(Line.of(document.source())));
    }

    private static List<Point> points(Decisions decisions) {
        return decisions.items().stream()
                .map(each -> new Point(each.title(), "%s What it costs: %s".formatted(each.text(), each.cost())))
                .toList();
    }

    private static DeckSlide columns(String title, List<Point> points) {
        DeckSlide slide = new DeckSlide(title);
        double width = (WHOLE - (points.size() - 1) * GAP) / points.size();
        List<List<Line>> texts = points.stream()
                .map(point -> List.of(Line.heading(point.label()), new Line("", point.text(), 0.5, 0.9)))
                .toList();
        double size = texts.stream()
                .mapToDouble(text -> DeckSlide.size(text, width, BODY - 15, MOST_SIZE))
                .min()
                .orElse(MOST_SIZE);
        double height = texts.stream()
                .mapToDouble(text -> DeckSlide.height(text, width, size))
                .max()
                .orElse(0);
        for (int i = 0; i < points.size(); i++) {
            double x = DeckSlide.MARGIN + i * (width + GAP);
            slide.bar(x, DeckSlide.TOP + 10, width, 5, code(1));
            slide.panel(x, DeckSlide.TOP + 15, width, height, size, texts.get(i));
        }
        return slide;
    }

    private static DeckSlide picture(String title, Picture picture) {
        return new DeckSlide(title).picture(picture, DeckSlide.MARGIN, DeckSlide.TOP, WHOLE, BODY + 14);
    }

    private static List<Card> cards(ReportDocument document) {
        return document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Card.class::isInstance)
                .map(Card.class::cast)
                .toList();
    }

    /** Returns what a glance says of a segment and, before its last point, what its card adds for who has to act. */
    private static List<Point> points(Glance glance, List<Card> cards) {
        List<Point> points = new ArrayList<>(glance.points());
        List<String> said = points.stream().map(point -> label(point.label())).toList();
        int last = Math.max(0, points.size() - 1);
        points.addAll(
                last,
                cards.stream()
                        .filter(card -> card.number() == glance.number())
                        .flatMap(card -> card.points().stream())
                        .filter(point -> TO_ACT.contains(point.label()) && !said.contains(point.label()))
                        .toList());
        return points;
    }

    private static String label(String label) {
        return label.replaceFirst("\\.$", "");
    }

    private static DeckSlide segment(Glance glance, List<Card> cards) {
        double left = WHOLE * 0.4;
        String colour = code(glance.number());
        DeckSlide slide = new DeckSlide("%d · %s".formatted(glance.number(), glance.title()))
                .bar(0, 0, 14, DeckSlide.HEIGHT, colour)
                .text(
                        DeckSlide.MARGIN,
                        DeckSlide.TOP - 8,
                        WHOLE,
                        30,
                        16,
                        List.of(Line.of("%s. %s".formatted(glance.exact(), glance.size()))));
        double top = DeckSlide.TOP + 44;
        slide.text(DeckSlide.MARGIN, top, left, 26, 18, List.of(Line.heading("What sets them apart")));
        bars(slide, glance.bars(), top + 36, left, colour);
        List<Line> points = points(glance, cards).stream()
                .map(point -> new Line(label(point.label()) + ": ", point.text(), 0.4, 1))
                .toList();
        double beside = DeckSlide.MARGIN + left + 2 * GAP;
        slide.fittedPanel(beside, top, DeckSlide.WIDTH - DeckSlide.MARGIN - beside, 350, 18, points);
        return slide;
    }

    private static void bars(DeckSlide slide, List<Bar> bars, double top, double width, String colour) {
        double y = top;
        for (Bar bar : bars) {
            slide.text(DeckSlide.MARGIN, y, width, 40, 16, List.of(Line.of(bar.text())));
            y += 42;
            slide.bar(DeckSlide.MARGIN, y, width, 16, "E4E8EC");
            slide.bar(
                    DeckSlide.MARGIN + width * bar.from() / 100,
                    y,
                    Math.max(1, width * bar.length() / 100),
                    16,
                    colour);
            slide.bar(DeckSlide.MARGIN + width / 2 - 1, y - 3, 2, 22, "1B1F24");
            y += 34;
        }
        slide.text(DeckSlide.MARGIN, y, width, 20, 12, List.of(Line.of("Dark line: the mean of all customers")));
    }

    private static DeckSlide method(ReportDocument document) {
        List<Line> lines = new ArrayList<>();
        for (Section section : document.sections()) {
            if (section.kind() == Kind.LIMITS || section.kind() == Kind.METHOD) {
                String heading = section.kind() == Kind.METHOD ? "How it was made" : section.heading();
                lines.add(new Line(heading, "", 0.8, 1));
                section.blocks().stream().flatMap(SlideDeck::lines).forEach(lines::add);
            }
        }
        return new DeckSlide("Limits and method").text(DeckSlide.MARGIN, DeckSlide.TOP, WHOLE, BODY + 10, 16, lines);
    }

    private static Stream<Line> lines(Block block) {
        if (block instanceof Paragraph paragraph) {
            return Stream.of(Line.of(paragraph.text()));
        }
        return block instanceof Bullets bullets
                ? bullets.items().stream().map(item -> Line.of("• " + item))
                : Stream.of();
    }

    private static String code(int segment) {
        return PlotTheme.hexadecimal(PlotTheme.segmentColor(segment));
    }

    private static byte[] filled(String name, Object values) {
        return Templates.filled(FOLDER + name, values).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        return Templates.resource(FOLDER + name + ".xml").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                CRC32 sum = new CRC32();
                sum.update(file.getValue());
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(file.getValue().length);
                entry.setCrc(sum.getValue());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Slides could not be put together in memory", e);
        }
        return bytes.toByteArray();
    }
}
