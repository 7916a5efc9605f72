package segmentation.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.inspect.CustomerFiles;
import segmentation.io.DataException;
import segmentation.io.SourceName;

/** The rows of a file that is not kept. */
class CsvSourceTest {
    @TempDir
    private Path folder;

    @Test
    void givesRowsWithTheirLinesAndLeavesBlankOnesOut() {
        CsvSource rows = rows("\n \na,b\r\n1,\"x\r\ny\"\r\n\r\n,\r\n2,z\r\n");

        assertThat(rows.header()).contains(new CsvRow(3, List.of("a", "b")));
        assertThat(body(rows)).containsExactly(new CsvRow(4, List.of("1", "x\r\ny")), new CsvRow(8, List.of("2", "z")));
        assertThat(body(rows)).as("a second time").hasSize(2);
    }

    @Test
    void takesTheDelimiterUnderWhichTheHeaderHasTheColumns() {
        assertThat(rows("a;x,y,z;b\n1;2;3\n").dialect().delimiterName()).isEqualTo("semicolon");
    }

    @Test
    void takesTheDelimiterAndTheEncodingAskedFor() {
        CsvSource rows = CsvSource.large(
                file("a|b,c\n1|\u00FC\n".getBytes(StandardCharsets.ISO_8859_1)),
                new SourceName("f.csv"),
                ReadingOptions.guessed().withDelimiter("pipe").withEncoding("ISO-8859-1"),
                List.of("a"));

        assertThat(rows.encoding().name()).isEqualTo("ISO-8859-1");
        assertThat(body(rows)).containsExactly(new CsvRow(2, List.of("1", "\u00FC")));
    }

    @ParameterizedTest
    @ValueSource(ints = {65_534, 65_535, 65_536, 65_537, 131_071})
    void findsAByteThatIsNoUtf8BehindAnyNumberThatAre(int before) {
        byte[] bytes = ("a\n" + "x".repeat(before - 2) + "££\n").getBytes(StandardCharsets.UTF_8);

        assertThat(rows(bytes).encoding().name()).isEqualTo("UTF-8");
        bytes[before + 3] = ' ';
        assertThatThrownBy(() -> rows(bytes).encoding())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("0xC2");
    }

    @Test
    void readsOtherBytesAsWindows1252() {
        CsvSource rows = rows("a\n\u00A3\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(rows.encoding().name()).isEqualTo("Windows-1252");
        assertThat(body(rows)).containsExactly(new CsvRow(2, List.of("\u00A3")));
    }

    @Test
    void refusesBytesThatAreUtf8UpToAPlace() {
        assertThatThrownBy(() -> rows("a\n\u00C3\u00BC\n\u00FC\n".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("f.csv, line 3: found byte 0xFC (ü in Windows-1252), expected UTF-8 text, as before it; "
                        + "save the file as UTF-8, or name its encoding.");
    }

    @Test
    void refusesBytesThatNoEncodingHas() {
        assertThatThrownBy(() -> rows(new byte[] {'a', '\n', (byte) 0x81}))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line 2: found byte 0x81, expected UTF-8 or Windows-1252 text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "\r"})
    void saysOnWhichLineAQuoteIsOpen(String blank) {
        String end = blank.isEmpty() ? "\n" : blank;
        CsvSource rows = rows("a,b" + end + blank + "1,2" + end + "3,\"4" + end + "5,6" + end);

        assertThatThrownBy(() -> body(rows))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("f.csv, line %d, column b: found a quoted cell that never ends"
                        .formatted(blank.isEmpty() ? 3 : 4));
    }

    @Test
    void saysWhereTextFollowsAQuote() {
        assertThatThrownBy(() -> body(rows("a,b\n1,2\n\"x\ny\",\"4\"5\n")))
                .hasMessageContaining("f.csv, line 4, column b: found text after the closing quote of a cell");
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatThrownBy(() -> rows("PK\u0003\u0004...")).hasMessageContaining("a zip archive or Excel workbook");
        assertThatThrownBy(() -> rows("a\n1\n\u0000\n"))
                .hasMessageContaining("f.csv, line 3: found the unprintable character 0x00");
        assertThatThrownBy(() -> body(rows("a\n" + "1\n".repeat(70_000) + "\u0000\n")))
                .hasMessageContaining("line 70002");
        assertThat(rows("PK\n1\n").header()).contains(new CsvRow(1, List.of("PK")));
    }

    @Test
    void refusesWhatIsNoFile() {
        assertThatThrownBy(() -> of(folder)).hasMessageContaining("found a folder");
        assertThatThrownBy(() -> of(folder.resolve("none.csv"))).hasMessageContaining("found no such file");
    }

    @Test
    void refusesARowThatNeverEndsInsteadOfKeepingIt() throws IOException {
        Path file = folder.resolve("long.csv");
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write("a,b\n1,2\n3,\"");
            for (int i = 0; i < 11_000; i++) {
                writer.write("x".repeat(999) + "\n");
            }
        }

        assertThatThrownBy(() -> body(of(file)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("f.csv, line 3, column b: found a quoted cell that never ends");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void takesLinesOfTenMillionCharactersAndRefusesOneMore(String end) {
        String longest = "x".repeat(10_000_000);
        String text = "a" + end + longest + end + longest;

        assertThat(body(rows(text))).hasSize(2);
        assertThatThrownBy(() -> body(rows(text + "x" + end + "b")))
                .hasMessageStartingWith("f.csv, line 3: found a line of more than 10,000,000 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void readsUtf16WithoutAMarkByItsZeroBytes(String encoding) {
        CsvSource rows = rows("a,b\n1,ü\n".getBytes(Charset.forName(encoding)));

        assertThat(rows.encoding().name()).isEqualTo(encoding);
        assertThat(rows.encoding().notes())
                .containsExactly("Read as UTF-16, by its zero bytes; it has no byte order mark.");
        assertThat(body(rows)).containsExactly(new CsvRow(2, List.of("1", "ü")));
    }

    @Test
    void aMarkDecidesAgainstAnotherEncodingAskedFor() {
        byte[] marked = "\uFEFFa\nü\n".getBytes(StandardCharsets.UTF_8);
        CsvSource rows = CsvSource.large(
                file(marked),
                new SourceName("f.csv"),
                ReadingOptions.guessed().withEncoding("windows-1252"),
                List.of("a"));

        assertThat(rows.encoding().name()).isEqualTo("UTF-8 with a byte order mark");
        assertThat(body(rows)).containsExactly(new CsvRow(2, List.of("ü")));
    }

    @Test
    void readsOnWhereManyRowsTogetherAreLong() throws IOException {
        Path file = folder.resolve("many.csv");
        Files.writeString(file, "a\n" + ("x".repeat(99) + "\n").repeat(110_000));

        assertThat(body(of(file))).hasSize(110_000);
    }

    private CsvSource rows(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private CsvSource rows(byte[] bytes) {
        return of(file(bytes));
    }

    private static CsvSource of(Path file) {
        return CsvSource.large(file, new SourceName("f.csv"), ReadingOptions.guessed(), List.of("a", "b"));
    }

    private Path file(byte[] bytes) {
        return CustomerFiles.file(folder, bytes);
    }

    private static List<CsvRow> body(CsvSource rows) {
        List<CsvRow> body = new ArrayList<>();
        rows.forEach(body::add, read -> {});
        return body;
    }
}
