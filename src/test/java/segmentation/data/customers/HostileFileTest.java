package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.csv.ReadingOptions;
import segmentation.data.dataset.Dataset;
import segmentation.data.inspect.CustomerFile;
import segmentation.data.inspect.CustomerFiles;
import segmentation.data.inspect.HeaderNames;
import segmentation.io.DataException;

/** Files that fight back, without a descriptor: read right, or refused in one sentence. */
class HostileFileTest {
    private static final String PLAIN = "Ort,Income,Score\nKöln,12.5,1\nUlm,7,2\n";

    @TempDir
    private Path folder;

    static Stream<Arguments> clothes() {
        return Stream.of(
                Arguments.of("UTF-8", PLAIN, StandardCharsets.UTF_8),
                Arguments.of("byte order mark", "\uFEFF" + PLAIN, StandardCharsets.UTF_8),
                Arguments.of("UTF-16 with a mark", PLAIN, StandardCharsets.UTF_16),
                Arguments.of("UTF-16LE with a mark", "\uFEFF" + PLAIN, StandardCharsets.UTF_16LE),
                Arguments.of("UTF-16LE without one", PLAIN, StandardCharsets.UTF_16LE),
                Arguments.of("UTF-16BE without one", PLAIN, StandardCharsets.UTF_16BE),
                Arguments.of("Windows-1252", PLAIN, Charset.forName("windows-1252")),
                Arguments.of("CRLF", PLAIN.replace("\n", "\r\n"), StandardCharsets.UTF_8),
                Arguments.of("CR", PLAIN.replace("\n", "\r"), StandardCharsets.UTF_8),
                Arguments.of("tab", PLAIN.replace(",", "\t"), StandardCharsets.UTF_8),
                Arguments.of("pipe", PLAIN.replace(",", "|"), StandardCharsets.UTF_8),
                Arguments.of("semicolon", PLAIN.replace(",", ";"), StandardCharsets.UTF_8),
                Arguments.of("decimal comma", PLAIN.replace(",", ";").replace(".", ","), StandardCharsets.UTF_8),
                Arguments.of("quoted", PLAIN.replaceAll("[^,\n]+", "\"$0\""), StandardCharsets.UTF_8),
                Arguments.of("separators at the ends", PLAIN.replace("1\n", "1,,\n"), StandardCharsets.UTF_8),
                Arguments.of("blank lines", "\n ,,\n" + PLAIN + "\n\n", StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clothes")
    void readsTheSameCustomersInAnyClothes(String name, String text, Charset charset) {
        CustomerFile file = CustomerFile.read(CustomerFiles.file(folder, text, charset), ReadingOptions.guessed());

        CustomerTable table = file.customers(List.of("Income", "Score"), Optional.empty());
        assertThat(table.numbers("Income")).containsExactly(12.5, 7);
        assertThat(table.numbers("Score")).containsExactly(1, 2);
        assertThat(table.texts("Ort")).containsExactly("Köln", "Ulm");
    }

    static Stream<Arguments> refused() {
        String wide = IntStream.range(0, HeaderNames.MOST_COLUMNS + 1)
                .mapToObj(i -> "c" + i)
                .collect(Collectors.joining(","));
        return Stream.of(
                Arguments.of(
                        "", ", line 1: found an empty file, expected a header and rows of customers; check the file."),
                Arguments.of("a,b\n", ": found a header only, expected rows of customers below it; add rows."),
                Arguments.of(
                        "1,2.5\n3,4\n",
                        ", line 1: found numbers only: \"1 2.5\", expected the names of the columns, for the first line looks "
                                + "like data; add a header as the first line, or say --no-header; --skip-lines 0 says that these are names."),
                Arguments.of(
                        "a,b\n1,2,3\n1,2,3\n1,2\n",
                        ", line 2: found 3 cells, as in most rows below a header of 2, expected a name for each column; "
                                + "complete the header, name the delimiter, or say with --skip-lines how many lines stand "
                                + "above it."),
                Arguments.of(
                        "a\u0000,b\n1,2\n",
                        ", line 1: found the unprintable character 0x00, expected a text file; "
                                + "save the data as a CSV file in UTF-8 and read that."),
                Arguments.of(
                        "a,b\n1,\"2\n",
                        ", line 2, column b: found a quoted cell that never ends, expected a quote (\") at both ends of the "
                                + "cell and none inside, or two in place of each one inside; correct the quotes."),
                Arguments.of(
                        wide + "\n1,2\n",
                        ", line 1: found 16,385 columns, expected at most 16,384; leave some out, or check the delimiter."));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesInOneSentence(String text, String rest) {
        Path path = CustomerFiles.file(folder, text);

        assertThatThrownBy(() -> CustomerFile.read(path, ReadingOptions.guessed()))
                .isInstanceOf(DataException.class)
                .hasMessage(path + rest);
    }

    @Test
    void splitsRowsThatAreAllShorterThanTheHeader() {
        CustomerFile file = read("a,b,c\n1,2\n3,4\n");

        assertThat(file.delimiter()).isEqualTo(',');
        assertThatThrownBy(() -> file.customers(List.of("a"), Optional.empty()))
                .hasMessageEndingWith(", line 2, column c: found 2 cells, expected 3 cells as in the header; "
                        + "none of the rows (2) can be used, so choose other features.");
    }

    @Test
    void refusesAHeaderThatLacksTheNameOfAColumn() {
        assertThatThrownBy(() -> read("a,b,c\n1,2,3,4\n5,6,7,8\n"))
                .hasMessageContaining("found 4 cells, as in most rows below a header of 3");
    }

    @Test
    void readsOneColumn() {
        assertThat(read("Betrag\n12,5\n7\n")
                        .customers(List.of("Betrag"), Optional.empty())
                        .numbers("Betrag"))
                .containsExactly(12.5, 7);
        assertThat(read("Income, net\n100\n200\n").header()).containsExactly("Income, net");
    }

    @Test
    void refusesBlankLinesOnly() {
        assertThatThrownBy(() -> read("\n \n")).hasMessageContaining("found an empty file");
    }

    @Test
    void refusesALineOfTenMillionCharacters() {
        assertThatThrownBy(() -> read("a,b\n1,2\n" + "7".repeat(10_000_001) + "\n"))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith(", line 3: found a line of more than 10,000,000 characters, expected one row a "
                        + "line; check that the file is a table with line ends.");
    }

    @Test
    void saysThatItFellBackOnWindows1252() {
        byte[] bytes = PLAIN.getBytes(Charset.forName("windows-1252"));

        CustomerFile file = CustomerFile.read(CustomerFiles.file(folder, bytes), ReadingOptions.guessed());

        assertThat(file.encoding()).isEqualTo("Windows-1252");
        assertThat(file.notes())
                .containsExactly(
                        "Read as Windows-1252, since it is no UTF-8; name another encoding where letters look wrong.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void guessesNothingWhereUtf16HasItsMark(String encoding) {
        String marked = encoding.equals("UTF-16") ? PLAIN : "\uFEFF" + PLAIN;

        CustomerFile file = CustomerFile.read(
                CustomerFiles.file(folder, marked, Charset.forName(encoding)), ReadingOptions.guessed());

        assertThat(file.encoding()).isEqualTo("UTF-16");
        assertThat(file.notes()).isEmpty();
    }

    @Test
    void knowsAWorkbookByItsFirstBytes() {
        Path path = CustomerFiles.file(folder, "PK\u0003\u0004\u0081\u00ff\u0000", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> CustomerFile.read(path, ReadingOptions.guessed()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("found a zip archive or Excel workbook that is damaged");
    }

    @Test
    void shortensAHeaderOfThousandsOfLettersWhereItIsATitle() {
        String endless = "A".repeat(5_000);
        Path path = CustomerFiles.file(folder, endless + ",b (" + endless + ")\n1,2\n3,5\n");

        CustomerFile file = CustomerFile.read(path, ReadingOptions.guessed());
        Dataset dataset = file.customers(file.header(), Optional.empty()).dataset();

        assertThat(file.header().get(0)).isEqualTo(endless);
        assertThat(dataset.fields()).allSatisfy(field -> {
            assertThat(field.title()).hasSizeLessThanOrEqualTo(80);
            assertThat(field.noun()).hasSizeLessThanOrEqualTo(80);
            assertThat(field.unit()).hasSizeLessThanOrEqualTo(80);
        });
    }

    @Test
    void refusesBytesThatNeitherUtf8NorWindowsHas() {
        Path path = CustomerFiles.file(folder, "a,b\nx\u0081,2\n", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> CustomerFile.read(path, ReadingOptions.guessed()))
                .isInstanceOf(DataException.class)
                .hasMessage(path + ", line 2: found byte 0x81, expected UTF-8 or Windows-1252 text; "
                        + "save the file as UTF-8, or name its encoding.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ort,n\nKöln,1\nUlm \u00ff,2\n", "Ort,n\nUlm,1\n2,Ulm\u00e9"})
    void refusesUtf8ThatIsBroken(String text) {
        byte[] bytes = text.replace("ö", "\u00c3\u00b6").getBytes(StandardCharsets.ISO_8859_1);
        Path path = CustomerFiles.file(folder, bytes);

        assertThatThrownBy(() -> CustomerFile.read(path, ReadingOptions.guessed()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line 3: found byte 0x")
                .hasMessageContaining("expected UTF-8 text, as before it");
    }

    @Test
    void takesTheEncodingThatIsAskedForOrSaysWhereItDoesNotFit() {
        Path path = CustomerFiles.file(folder, "Ort,n\nK\u00f6ln,1\n", StandardCharsets.ISO_8859_1);

        CustomerFile file = CustomerFile.read(path, ReadingOptions.guessed().withEncoding("ISO-8859-15"));

        assertThat(file.cells().get(0)).containsExactly("Köln", "1");
        assertThatThrownBy(
                        () -> CustomerFile.read(path, ReadingOptions.guessed().withEncoding("UTF-8")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("found byte 0xF6 at place 8, expected UTF-8 text, as asked for");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void readsOneOrTwoRows(int rows) {
        assertThat(read("a,b\n" + "1,2\n".repeat(rows))
                        .customers(List.of("a"), Optional.empty())
                        .rows())
                .isEqualTo(rows);
    }

    @Test
    void namesBlankAndRepeatedHeaders() {
        CustomerFile file = read("Age,,Age,Age_2,column_2,\u200Fx\n1,2,3,4,5,6\n");

        assertThat(file.header()).containsExactly("Age", "column_3", "Age_3", "Age_2", "column_2", "x");
        assertThat(file.notes())
                .containsExactly(
                        "Column 2 has no header; it is called column_3 here.",
                        "The header Age is repeated in column 3, which is called Age_3 here.");
    }

    @Test
    void leavesRaggedRowsOutAndKeepsTheirCells() {
        CustomerFile file = read("a,b\n1,2\n3\n4,5,6\n7,8\n9,10,\n");

        assertThat(file.cells().subList(1, 3)).containsExactly(List.of("3", ""), List.of("4", "5,6"));
        CustomerTable table = file.customers(List.of("a"), Optional.empty());
        assertThat(table.numbers("a")).containsExactly(1, 7, 9);
        assertThat(table.quality().issues())
                .containsExactly(
                        new RowIssue(3, "b", "1 cell", "2 cells as in the header"),
                        new RowIssue(4, "no. 3", "3 cells", "2 cells as in the header"));
        assertThat(file.check().findings().get(0).what())
                .isEqualTo("2 with more or fewer cells than the header (first: line 3, 1 of 2); not used");
    }

    @Test
    void readsTenThousandColumns() {
        String header = IntStream.range(0, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, 10_000).mapToObj(i -> i + ".5").collect(Collectors.joining(","));

        CustomerFile file = read(header + "\n" + row + "\n" + row.replace(".5", ".25") + "\n");

        assertThat(file.customers(List.of("c9999"), Optional.empty()).numbers("c9999"))
                .containsExactly(9999.5, 9999.25);
        assertThat(file.check().toTable().rows()).hasSize(41);
        assertThatThrownBy(file::proposal)
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith(
                        "found 10,000 columns that may be features, expected at most 50 without being asked "
                                + "for; name the features to use with --features.");
    }

    private CustomerFile read(String text) {
        return CustomerFile.read(CustomerFiles.file(folder, text), ReadingOptions.guessed());
    }
}
