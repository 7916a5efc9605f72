package segmentation.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.io.SourceName;

/** Rows split at delimiters, held against what Commons CSV makes of the same text. */
class PlainRowsTest {
    private static final Dialect SEMICOLON = new Dialect(';', false);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void splitsAnyTextWithoutQuotesAsCommonsCsvDoes(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            String text = text(random, "a ö;;\n\r,", random.nextInt(40));

            assertThat(plain(new StringReader(text)))
                    .as(text.replace('\r', 'R'))
                    .isEqualTo(byCommons(text));
            assertThat(plain(new OneByOne(text)))
                    .as("a character at a time: %s", text.replace('\r', 'R'))
                    .isEqualTo(byCommons(text));
        }
    }

    @Test
    void takesRowsLongerThanItsRoomAndRowEndsAtItsEdge() throws IOException {
        String wide = "x".repeat(8_190) + ";y\r\n" + "z;".repeat(30_000) + "\r\nlast";

        assertThat(plain(new StringReader(wide))).isEqualTo(byCommons(wide)).hasSize(3);
    }

    @Test
    void stopsBeforeARowWithAQuoteAndGivesWhatIsLeft() throws IOException {
        PlainRows rows = new PlainRows(new StringReader("a;b\n1;\"x\ny\"\n2;z"), ';');

        assertThat(rows.next()).contains(new String[] {"a", "b"});
        assertThat(rows.next()).isEmpty();
        assertThat(new BufferedReader(rows.rest()).lines().collect(Collectors.joining("\n")))
                .isEqualTo("1;\"x\ny\"\n2;z");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aQuoteAnywhereChangesNeitherRowsNorTheirLines(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            String head = text(random, "ab;1\n", random.nextInt(30));
            String body =
                    "h;i\n" + head + "\n1;\"x\r\ny\"\r\n" + text(random, "ab;1\n", random.nextInt(30)) + "\nend;1";

            List<CsvRow> rows = read(body);

            assertThat(rows.stream().map(CsvRow::cells).toList())
                    .isEqualTo(byCommons(body).stream()
                            .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty()))
                            .toList());
            String[] lines = body.replace("\r\n", "\n").split("\n", -1);
            rows.forEach(row ->
                    assertThat(lines[row.line() - 1]).startsWith(row.cells().get(0)));
        }
    }

    private static List<CsvRow> read(String body) {
        CsvSource source = CsvSource.stretch(
                new SourceName("f.csv"),
                () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                TextEncoding.made("", List.of()),
                SEMICOLON,
                0,
                ReadingOptions.guessed());
        List<CsvRow> rows = new ArrayList<>();
        try (CsvReader reader = source.rows()) {
            for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private static String text(Random random, String characters, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> characters
                        .substring(random.nextInt(characters.length()))
                        .substring(0, 1))
                .collect(Collectors.joining());
    }

    private static List<List<String>> plain(Reader text) throws IOException {
        PlainRows rows = new PlainRows(text, ';');
        List<List<String>> all = new ArrayList<>();
        for (Optional<String[]> row = rows.next(); row.isPresent(); row = rows.next()) {
            all.add(List.of(row.get()));
        }
        return all;
    }

    private static List<List<String>> byCommons(String text) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), SEMICOLON.strict())) {
            return parser.getRecords().stream().map(CSVRecord::toList).toList();
        }
    }

    /** Gives a character at a time, as a slow pipe may. */
    private static final class OneByOne extends StringReader {
        OneByOne(String text) {
            super(text);
        }

        @Override
        public int read(char[] target, int from, int length) throws IOException {
            return super.read(target, from, Math.min(1, length));
        }
    }
}
