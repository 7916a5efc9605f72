package segmentation.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;

/**
 * What stands above the header of a table, and the dialect of what is below it.
 *
 * <p>A first line {@code sep=;} names the delimiter, as Excel writes it. Titles and comments are passed over where a plain
 * header follows: a row within the first 30 whose cells are no numbers, over a column of numbers, with fewer filled cells in
 * each row above it, or a {@code #} in front of that; or, where columns are looked for by name, the first row that has
 * most of them.
 *
 * @param lines how many lines stand above the header
 * @param dialect how the table separates and quotes its cells
 * @param notes sentences on what was passed over
 */
record Preamble(int lines, Dialect dialect, List<String> notes) {
    private static final Pattern SEPARATOR =
            Pattern.compile("\"?sep=(\\\\t|tab|[^\\p{L}\\p{N}])\"?[,;\\t| ]*(\\R|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[^\\p{L}]*\\d[^\\p{L}]*\\p{L}{0,3}");
    private static final int ROWS = 200;
    private static final int MOST_ABOVE = 30;
    private static final double NUMERIC = 0.8;

    /**
     * Looks at the first characters of a file.
     *
     * @param keys columns that are looked for, as {@link Blanks#key} has them; none where nothing is known
     */
    static Preamble of(String text, ReadingOptions options, Set<String> keys) {
        if (options.skippedLines().isPresent()) {
            int lines = options.skippedLines().getAsInt();
            return new Preamble(lines, dialect(below(text, lines), options, keys), List.of());
        }
        Matcher separator = SEPARATOR.matcher(text);
        if (separator.lookingAt()) {
            ReadingOptions known =
                    options.delimiter().isPresent() ? options : options.withDelimiter(separator.group(1));
            Preamble rest = titled(text.substring(separator.end()), known, keys);
            List<String> notes = new ArrayList<>(List.of("Line 1 names the delimiter (%s); the header is on line %d."
                    .formatted(
                            known.delimiter()
                                    .map(sign -> new Dialect(sign, false).delimiterName())
                                    .orElseThrow(),
                            rest.lines + 2)));
            return new Preamble(rest.lines + 1, rest.dialect, notes);
        }
        return titled(text, options, keys);
    }

    private static Preamble titled(String text, ReadingOptions options, Set<String> keys) {
        Dialect usual = dialect(text, options, keys);
        List<Line> rows = rows(text, usual);
        if (!options.hasHeader() || isHeader(rows, keys)) {
            return new Preamble(0, usual, List.of());
        }
        Optional<Header> header = Stream.concat(
                        Stream.of(usual), options.delimiter().isPresent() ? Stream.of() : Dialect.all(text))
                .flatMap(dialect -> Header.in(rows(text, dialect), dialect, keys).stream())
                .max(Comparator.comparingInt(Header::columns));
        return header.map(found -> new Preamble(found.line - 1, found.dialect, List.of(found.note(rows))))
                .orElse(new Preamble(0, usual, List.of()));
    }

    private static Dialect dialect(String text, ReadingOptions options, Set<String> keys) {
        return options.delimiter()
                .map(delimiter -> Dialect.withDelimiter(text, delimiter))
                .orElseGet(() -> keys.isEmpty() ? Dialect.guessed(text) : Dialect.of(text, keys));
    }

    /** Says whether the first row is the header for sure: it has all that is looked for, or as many names as rows have cells. */
    private static boolean isHeader(List<Line> rows, Set<String> keys) {
        if (rows.size() < 2) {
            return true;
        }
        Line first = rows.get(0);
        if (!keys.isEmpty()) {
            return first.known(keys) == keys.size();
        }
        long as = rows.stream()
                .skip(1)
                .filter(row -> row.cells.size() == first.cells.size())
                .count();
        return first.cells.size() > 1
                && first.filled() == first.cells.size()
                && 2 * as >= rows.size() - 1
                && !first.isComment()
                && !(first.hasNumber() && Header.isPlain(rows, 1));
    }

    private static String below(String text, int lines) {
        Matcher end = Pattern.compile("\\R").matcher(text);
        int from = 0;
        for (int line = 0; line < lines; line++) {
            if (!end.find(from)) {
                return "";
            }
            from = end.end();
        }
        return text.substring(from);
    }

    /** Splits the first rows that hold more than blanks, without complaint; a last one that may be cut is left out. */
    private static List<Line> rows(String text, Dialect dialect) {
        List<Line> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), dialect.lenient())) {
            int line = 1;
            for (CSVRecord row : parser) {
                if (!Blanks.allBlank(row.toList())) {
                    rows.add(new Line(line, row.toList()));
                }
                line = Math.toIntExact(parser.getCurrentLineNumber() + 1);
                if (rows.size() == ROWS) {
                    break;
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        }
    }

    /** Says whether a cell is more of a number or a date than of a name. */
    static boolean isFigure(String cell) {
        return NUMBER.matcher(Blanks.trimmed(cell)).matches();
    }

    /** A row and the physical line that it starts on, counted from 1. */
    private record Line(int line, List<String> cells) {
        int filled() {
            return (int) cells.stream()
                    .filter(cell -> !Blanks.trimmed(cell).isEmpty())
                    .count();
        }

        boolean isFilled(int place) {
            return place < cells.size() && !Blanks.trimmed(cells.get(place)).isEmpty();
        }

        boolean isFigure(int place) {
            return isFilled(place) && Preamble.isFigure(cells.get(place));
        }

        /** Says whether a cell is nothing but a number, as a year in a title. */
        boolean hasNumber() {
            return cells.stream().anyMatch(cell -> Blanks.trimmed(cell).matches("\\d[\\d.,/-]*"));
        }

        boolean isComment() {
            return cells.get(0).startsWith("#") || cells.get(0).startsWith("//");
        }

        int known(Set<String> keys) {
            return (int) cells.stream()
                    .map(Blanks::key)
                    .filter(keys::contains)
                    .distinct()
                    .count();
        }
    }

    /** A header below the first row. */
    private record Header(int line, int columns, Dialect dialect) {
        static Optional<Header> in(List<Line> rows, Dialect dialect, Set<String> keys) {
            return IntStream.range(1, Math.min(MOST_ABOVE + 1, rows.size() - 1))
                    .filter(place -> keys.isEmpty() ? isPlain(rows, place) : isKnown(rows, place, keys))
                    .mapToObj(rows::get)
                    .findFirst()
                    .map(row -> new Header(row.line, row.filled(), dialect));
        }

        private static boolean isKnown(List<Line> rows, int place, Set<String> keys) {
            return rows.get(place).known(keys) == keys.size();
        }

        private static boolean isPlain(List<Line> rows, int place) {
            Line row = rows.get(place);
            int columns = row.filled();
            boolean names = columns > 1 && IntStream.range(0, row.cells.size()).noneMatch(row::isFigure);
            boolean fewerAbove = rows.subList(0, place).stream()
                    .allMatch(above -> above.filled() < columns || above.isComment() || above.hasNumber());
            return names
                    && fewerAbove
                    && IntStream.range(0, row.cells.size())
                            .anyMatch(column ->
                                    row.isFilled(column) && isFigures(rows.subList(place + 1, rows.size()), column));
        }

        private static boolean isFigures(List<Line> below, int column) {
            long filled = below.stream().filter(row -> row.isFilled(column)).count();
            long figures = below.stream().filter(row -> row.isFigure(column)).count();
            return filled > 0 && figures >= NUMERIC * filled;
        }

        String note(List<Line> rows) {
            return "The header is on line %d; what stands above it is passed over, first %s."
                    .formatted(line, Excerpt.quoted(String.join(" ", rows.get(0).cells)));
        }
    }
}
