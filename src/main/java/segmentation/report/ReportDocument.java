package segmentation.report;

import java.util.List;
import java.util.stream.Stream;
import segmentation.plot.Picture;
import segmentation.text.ResultTable;

/**
 * A report before it has a format: a title, the answer in one sentence, and sections of blocks. Plain text throughout;
 * whoever writes HTML escapes it.
 *
 * @param title what the report is about
 * @param question what it answers, one sentence; empty where none is stated
 * @param answer the one sentence a hurried reader takes away
 * @param source where the data came from, one sentence
 * @param links the files beside it, in the order to show; each format leaves itself out
 * @param sections in reading order
 */
public record ReportDocument(
        String title, String question, String answer, String source, List<Link> links, List<Section> sections) {

    /** What a section is for, so that a format need not read that from its heading. */
    public enum Kind {
        /** What is said to who decides and to who acts. */
        BODY,
        /** The file and its features. */
        DATA,
        /** What is not to be concluded. */
        LIMITS,
        /** The method; the first section of the appendix. */
        METHOD,
        /** The rest of the appendix: tests, and words of statistics. */
        APPENDIX
    }

    /** Copies the lists. */
    public ReportDocument {
        links = List.copyOf(links);
        sections = List.copyOf(sections);
    }

    /** Returns the document with one more link after the others. */
    ReportDocument with(Link link) {
        List<Link> more = Stream.concat(links.stream(), Stream.of(link)).toList();
        return new ReportDocument(title, question, answer, source, more, sections);
    }

    /** Returns the pictures, in reading order. */
    public List<Picture> pictures() {
        return sections.stream()
                .flatMap(section -> section.blocks().stream())
                .filter(PictureBlock.class::isInstance)
                .map(block -> ((PictureBlock) block).picture())
                .toList();
    }

    /** Returns the segments that stand at a glance, in reading order. */
    List<Glance> glances() {
        return sections.stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Glances.class::isInstance)
                .flatMap(block -> ((Glances) block).items().stream())
                .toList();
    }

    /** Returns the links but the one to this file, for a page that is that file. */
    List<Link> linksWithout(String file) {
        return links.stream().filter(link -> !link.file().equals(file)).toList();
    }

    /**
     * A link to a file of the site.
     *
     * @param file its path from the report's folder, such as {@code segments.csv}
     * @param text what the link says, plain text
     */
    public record Link(String file, String text) {}

    /**
     * A heading and what is below it.
     *
     * @param kind what it is for
     * @param heading the heading
     * @param blocks in reading order
     */
    public record Section(Kind kind, String heading, List<Block> blocks) {

        /** Copies the list. */
        public Section {
            blocks = List.copyOf(blocks);
        }

        /** Returns a section of these blocks for who decides or acts. */
        public static Section of(String heading, Block... blocks) {
            return of(Kind.BODY, heading, blocks);
        }

        /** Returns a section of these blocks. */
        public static Section of(Kind kind, String heading, Block... blocks) {
            return new Section(kind, heading, List.of(blocks));
        }

        /** Returns whether it is part of the appendix, where words of statistics lead to their explanation. */
        boolean isAppendix() {
            return kind == Kind.METHOD || kind == Kind.APPENDIX;
        }
    }

    /** A piece of a section. */
    public sealed interface Block
            permits Paragraph, Bullets, Decisions, Glances, Facts, Card, TableBlock, PictureBlock, Terms {}

    /**
     * Running text.
     *
     * @param text plain text
     */
    public record Paragraph(String text) implements Block {}

    /**
     * A list of points.
     *
     * @param items plain text each
     */
    public record Bullets(List<String> items) implements Block {

        /** Copies the list. */
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /**
     * What has to be decided, most urgent first.
     *
     * @param items one each
     */
    public record Decisions(List<Decision> items) implements Block {

        /** Copies the list. */
        public Decisions {
            items = List.copyOf(items);
        }
    }

    /**
     * One decision.
     *
     * @param title what to decide
     * @param text what it rests on
     * @param cost what it costs and from when on it pays, with open places for what nobody has said
     */
    public record Decision(String title, String text, String cost) {}

    /**
     * All segments side by side, for a first look.
     *
     * @param items one each
     */
    public record Glances(List<Glance> items) implements Block {

        /** Copies the list. */
        public Glances {
            items = List.copyOf(items);
        }
    }

    /**
     * One segment at a glance.
     *
     * @param number the segment's label, 1..k; decides its colour
     * @param title the name that people use
     * @param exact the name by the rule
     * @param size customers and money
     * @param bars what sets it apart most
     * @param points who they are, what to do, how sure that is
     */
    public record Glance(int number, String title, String exact, String size, List<Bar> bars, List<Point> points) {

        /** Copies the lists. */
        public Glance {
            bars = List.copyOf(bars);
            points = List.copyOf(points);
        }
    }

    /**
     * A bar that begins at the mean of all customers.
     *
     * @param text the difference in figures
     * @param deviations its distance in standard deviations of all customers; negative below
     */
    public record Bar(String text, double deviations) {
        private static final double MOST = 2.5;

        /** Returns where the bar begins, in percent of its room. */
        double from() {
            return Math.min(50, at());
        }

        /** Returns how long it is, in percent of its room. */
        double length() {
            return Math.abs(at() - 50);
        }

        private double at() {
            return 50 + Math.rint(500 * Math.max(-MOST, Math.min(MOST, deviations)) / MOST) / 10;
        }
    }

    /**
     * Facts side by side.
     *
     * @param items a label and what is to be said each; the last is the one to keep in mind
     */
    public record Facts(List<Point> items) implements Block {

        /** Copies the list. */
        public Facts {
            items = List.copyOf(items);
        }
    }

    /**
     * Words and what they mean.
     *
     * @param items the word as the label
     */
    public record Terms(List<Point> items) implements Block {

        /** Copies the list. */
        public Terms {
            items = List.copyOf(items);
        }
    }

    /**
     * One segment on a card: who, and labelled points below.
     *
     * @param number the segment's label, 1..k; decides its colour
     * @param title the segment's name
     * @param text who they are
     * @param points what to do and what to watch
     */
    public record Card(int number, String title, String text, List<Point> points) implements Block {

        /** Copies the list. */
        public Card {
            points = List.copyOf(points);
        }
    }

    /**
     * A labelled sentence on a card.
     *
     * @param label such as {@code What to do}
     * @param text the sentence
     */
    public record Point(String label, String text) {}

    /**
     * A table.
     *
     * @param table the cells
     */
    public record TableBlock(ResultTable table) implements Block {}

    /**
     * A picture, for those who do not see it with its alt text.
     *
     * @param picture the picture
     */
    public record PictureBlock(Picture picture) implements Block {}
}
