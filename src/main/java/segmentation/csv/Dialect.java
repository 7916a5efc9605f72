package segmentation.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import segmentation.text.Blanks;

/**
 * How a file separates and quotes its cells, found from the file itself.
 *
 * @param delimiter comma, tab, semicolon or pipe where it was found from the file, else any sign
 * @param spacedQuotes whether spaces stand before an opening quote, and so around cells in general
 */
public record Dialect(char delimiter, boolean spacedQuotes) {
    private static final List<Character> DELIMITERS = List.of(',', '\t', ';', '|');

    /**
     * Finds the dialect: the delimiter under which the header holds most of the columns that are looked for; where that is
     * a draw, most cells; where that is one too, the first of comma, tab, semicolon, pipe.
     *
     * @param keys the columns, as {@link Blanks#key} has them
     */
    static Dialect of(String text, Set<String> keys) {
        Dialect best = new Dialect(',', false);
        long bestScore = -1;
        for (char delimiter : DELIMITERS) {
            Dialect dialect = withDelimiter(text, delimiter);
            List<String> header = dialect.header(text);
            long known = header.stream().map(Blanks::key).filter(keys::contains).count();
            long score = known * Integer.MAX_VALUE + header.size();
            if (score > bestScore) {
                best = dialect;
                bestScore = score;
            }
        }
        return best;
    }

    /**
     * Finds the dialect of a file that nothing is known of: of the delimiters that split the header and some row below it, the one with which
     * the largest share of the first rows has as many cells as it, else more cells, else the first of comma, tab,
     * semicolon, pipe. Empty cells at the end of a row do not count against a delimiter.
     */
    static Dialect guessed(String text) {
        int quote = text.indexOf('"');
        return DELIMITERS.stream()
                .map(delimiter ->
                        DelimiterFit.of(text, new Dialect(delimiter, hasSpacedQuotes(text, quote, delimiter))))
                // The first of equals: reduce keeps what it has unless the next is better.
                .reduce((best, next) -> next.isBetterThan(best) ? next : best)
                .map(DelimiterFit::dialect)
                .orElseThrow();
    }

    /** Returns the dialects that a file may have of which nothing is known. */
    static Stream<Dialect> all(String text) {
        return DELIMITERS.stream().map(delimiter -> withDelimiter(text, delimiter));
    }

    /** Returns the dialect of a file whose delimiter is known. */
    static Dialect withDelimiter(String text, char delimiter) {
        return new Dialect(delimiter, hasSpacedQuotes(text, text.indexOf('"'), delimiter));
    }

    /** Returns the first line that holds more than blanks, read without complaint; empty where there is none. */
    List<String> header(String text) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), lenient())) {
            for (CSVRecord row : parser) {
                if (!Blanks.allBlank(row.toList())) {
                    return row.toList();
                }
            }
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        }
    }

    /** Returns a format that refuses a quote which is not closed, or closed before the end of its cell. */
    CSVFormat strict() {
        return format().get();
    }

    /** Returns a format that takes any text. */
    CSVFormat lenient() {
        return format().setLenientEof(true).setTrailingData(true).get();
    }

    /** Returns the delimiter's name, for a sentence. */
    public String delimiterName() {
        return switch (delimiter) {
            case '\t' -> "tab";
            case ';' -> "semicolon";
            case '|' -> "pipe";
            case ',' -> "comma";
            case ' ' -> "space";
            case ':' -> "colon";
            default -> "'" + delimiter + "'";
        };
    }

    private CSVFormat.Builder format() {
        // Blank lines are kept: the parser then counts lines and characters right, and we leave them out ourselves.
        return CSVFormat.Builder.create()
                .setDelimiter(delimiter)
                .setQuote('"')
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(spacedQuotes);
    }

    private static boolean hasSpacedQuotes(String text, int firstQuote, char delimiter) {
        for (int quote = firstQuote; quote >= 0; quote = text.indexOf('"', quote + 1)) {
            int start = quote;
            while (start > 0 && text.charAt(start - 1) == ' ') {
                start--;
            }
            if (start < quote && (start == 0 || startsCell(text.charAt(start - 1), delimiter))) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsCell(char before, char delimiter) {
        return before == delimiter || before == '\n' || before == '\r';
    }

    /**
     * How well a delimiter fits the first rows of a file.
     *
     * @param dialect the dialect with that delimiter
     * @param width number of cells of the header
     * @param agreeing share of the other rows that have as many, in [0, 1]; 1 where there are none
     * @param split share of the other rows that have more than one cell, in [0, 1]
     */
    private record DelimiterFit(Dialect dialect, int width, double agreeing, double split) {
        private static final double MOST = 0.5;
        private static final int ROWS = 200;
        private static final int CHARACTERS = 1 << 22;

        /** Splits the first rows, without complaint. */
        static DelimiterFit of(String text, Dialect dialect) {
            List<List<String>> rows = firstRows(text, dialect);
            if (rows.size() < 2) {
                return new DelimiterFit(
                        dialect, rows.isEmpty() ? 0 : rows.get(0).size(), 1, 1);
            }
            int width = rows.get(0).size();
            double others = rows.size() - 1;
            long agreeing =
                    rows.stream().skip(1).filter(row -> agrees(row, width)).count();
            long split = rows.stream().skip(1).filter(row -> row.size() > 1).count();
            return new DelimiterFit(dialect, width, agreeing / others, split / others);
        }

        /** Says whether this delimiter is to be preferred. */
        boolean isBetterThan(DelimiterFit other) {
            if (splits() != other.splits()) {
                return splits();
            }
            return agreeing == other.agreeing ? width > other.width : agreeing > other.agreeing;
        }

        private boolean splits() {
            return width > 1 && (agreeing > 0 || split > MOST);
        }

        private static boolean agrees(List<String> row, int width) {
            return row.size() == width || row.size() > width && Blanks.allBlank(row.subList(width, row.size()));
        }

        private static List<List<String>> firstRows(String text, Dialect dialect) {
            boolean cut = text.length() > CHARACTERS;
            String start = cut ? text.substring(0, CHARACTERS) : text;
            List<List<String>> rows = new ArrayList<>();
            try (CSVParser parser = CSVParser.parse(new StringReader(start), dialect.lenient())) {
                Iterator<CSVRecord> records = parser.iterator();
                while (records.hasNext() && rows.size() < ROWS) {
                    List<String> row = records.next().toList();
                    boolean whole = !cut || records.hasNext() || rows.isEmpty();
                    if (whole && !Blanks.allBlank(row)) {
                        rows.add(row);
                    }
                }
                return rows;
            } catch (IOException e) {
                throw new UncheckedIOException("A text in memory cannot fail to be read", e);
            }
        }
    }
}
