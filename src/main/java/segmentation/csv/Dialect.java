package segmentation.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import segmentation.data.dataset.Dataset;
import segmentation.text.Blanks;

/**
 * How a file separates and quotes its cells, found from the file itself.
 *
 * @param delimiter comma, tab, semicolon or pipe
 * @param spacedQuotes whether spaces stand before an opening quote, and so around cells in general
 */
public record Dialect(char delimiter, boolean spacedQuotes) {
    private static final List<Character> DELIMITERS = List.of(',', '\t', ';', '|');

    /**
     * Finds the dialect: the delimiter under which the header holds most of the dataset's columns; where that is a
     * draw, most cells; where that is one too, the first of comma, tab, semicolon, pipe.
     */
    public static Dialect of(String text, Dataset dataset) {
        Set<String> keys = dataset.fields().stream()
                .flatMap(field -> Stream.concat(Stream.of(field.name()), field.synonyms().stream()))
                .map(Blanks::key)
                .collect(Collectors.toSet());
        return of(text, keys);
    }

    /** Finds the dialect in the same way from the keys of the columns that are looked for. */
    public static Dialect of(String text, Set<String> keys) {
        Dialect best = new Dialect(',', false);
        long bestScore = -1;
        for (char delimiter : DELIMITERS) {
            Dialect dialect = withDelimiter(text, delimiter);
            List<String> header = header(text, dialect);
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
    public static Dialect guessed(String text) {
        int quote = text.indexOf('"');
        return DELIMITERS.stream()
                .map(delimiter ->
                        DelimiterFit.of(text, new Dialect(delimiter, hasSpacedQuotes(text, quote, delimiter))))
                // The first of equals: reduce keeps what it has unless the next is better.
                .reduce((best, next) -> next.isBetterThan(best) ? next : best)
                .map(DelimiterFit::dialect)
                .orElseThrow();
    }

    /** Returns the dialect of a file whose delimiter is known. */
    public static Dialect withDelimiter(String text, char delimiter) {
        return new Dialect(delimiter, hasSpacedQuotes(text, text.indexOf('"'), delimiter));
    }

    /** Returns the first line that holds more than blanks, read without complaint; empty where there is none. */
    public static List<String> header(String text, Dialect dialect) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), dialect.lenient())) {
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
            default -> "comma";
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
}
