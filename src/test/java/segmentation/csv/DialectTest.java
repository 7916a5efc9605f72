package segmentation.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.customers.CustomerCsvReader;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.FileFormat;
import segmentation.data.customers.OnBadRow;
import segmentation.data.dataset.Dataset;
import segmentation.data.inspect.CustomerFiles;

/** The same customers in other clothes: each file reads as the plain one does. */
class DialectTest {
    private static final Dataset MALL = CustomerFiles.mall();
    private static final String PLAIN = CustomerFiles.HEADER + "\n1,Male,19,15,39\n2,Female,21,15,81\n";

    @TempDir
    private Path folder;

    static Stream<Arguments> clothes() {
        return Stream.of(
                Arguments.of("CRLF", PLAIN.replace("\n", "\r\n")),
                Arguments.of("CR", PLAIN.replace("\n", "\r")),
                Arguments.of("no last line end", PLAIN.stripTrailing()),
                Arguments.of("byte order mark", "\uFEFF" + PLAIN),
                Arguments.of("tab", PLAIN.replace(',', '\t')),
                Arguments.of("semicolon", PLAIN.replace(',', ';')),
                Arguments.of("pipe", PLAIN.replace(',', '|')),
                Arguments.of("Genre", PLAIN.replace("Gender", "Genre")),
                Arguments.of("ids like 0001", PLAIN.replace("\n1,", "\n0001,").replace("\n2,", "\n0002,")),
                Arguments.of("leading blank line", "\n" + PLAIN),
                Arguments.of("leading blank line of spaces", "  \r\n" + PLAIN.replace("\n", "\r\n")),
                Arguments.of("leading blank line of separators", ",,,,\n" + PLAIN),
                Arguments.of("blank lines below", PLAIN + "\n \t\n,,,,\n"),
                Arguments.of(
                        "header in other case and spacing", PLAIN.replace("Annual Income (k$)", " annual_income(K$) ")),
                Arguments.of("quoted", quoted(PLAIN)),
                Arguments.of("quoted and marked", "\uFEFF" + quoted(PLAIN)),
                Arguments.of("quoted after a space", quoted(PLAIN).replace(",", " , ")),
                Arguments.of("padded", PLAIN.replace(",", "  ,\u00A0").replace("Male", "Male\t")),
                Arguments.of("decimals", PLAIN.replace(",19,", ",19.0,").replace(",15,", ",+015.00,")),
                Arguments.of("exponent", PLAIN.replace(",15,", ",1.5e1,")),
                Arguments.of("other case", PLAIN.replace("Male", "male").replace("Female", "FEMALE")),
                Arguments.of("extra column", PLAIN.replace("\n", ",x\n")),
                Arguments.of("extra columns without a header", PLAIN.replace("\n", ",,\n")),
                Arguments.of(
                        "other column order",
                        "Spending Score (1-100),Age,CustomerID,Annual Income (k$),Gender\n39,19,1,15,Male\n81,21,2,15,Female\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clothes")
    void readsTheSameCustomers(String name, String text) {
        CustomerTable plain = read(PLAIN);

        CustomerTable table = read(text);

        assertThat(table.contentHash()).isEqualTo(plain.contentHash());
        assertThat(table.texts("Gender")).containsExactly("Male", "Female");
        assertThat(table.numbers("Annual Income (k$)")).containsExactly(15, 15);
    }

    @Test
    void readsUtf16WithAMark() {
        Path file = CustomerFiles.file(folder, PLAIN, StandardCharsets.UTF_16);

        CustomerTable table = CustomerCsvReader.read(file, MALL, OnBadRow.STOP);

        assertThat(table.contentHash()).isEqualTo(read(PLAIN).contentHash());
        assertThat(table.quality().format().encoding()).isEqualTo("UTF-16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,Male,21,15,81", "3,Female,21,15,81", "2,Female,22,15,81", "2,Female,21,15,80"})
    void tellsAnyOtherContentApart(String row) {
        CustomerTable changed = read(PLAIN.replace("2,Female,21,15,81", row));

        assertThat(changed.contentHash()).isNotEqualTo(read(PLAIN).contentHash());
    }

    @Test
    void tellsAnotherRowOrderApart() {
        CustomerTable turned = read(CustomerFiles.HEADER + "\n2,Female,21,15,81\n1,Male,19,15,39\n");

        assertThat(turned.contentHash()).isNotEqualTo(read(PLAIN).contentHash());
    }

    @Test
    void saysHowTheFileIsWritten() {
        String text = "\uFEFF\nID;Genre;Note;Age;Annual Income (k$);Spending Score (1-100)\n1;Male;x;19;15;39\n";

        FileFormat format = read(text).quality().format();

        assertThat(format)
                .isEqualTo(new FileFormat(
                        "UTF-8 with a byte order mark",
                        "",
                        "semicolon",
                        1,
                        Map.of("ID", "CustomerID", "Genre", "Gender"),
                        List.of("Note"),
                        List.of()));
    }

    @Test
    void prefersTheNameOfAColumnToItsSynonyms() {
        CustomerTable table = read("ID," + CustomerFiles.HEADER + "\nA-7,1,Male,19,15,39\n");

        assertThat(table.texts("CustomerID")).containsExactly("1");
        assertThat(table.quality().format().extraColumns()).containsExactly("ID");
    }

    @Test
    void choosesTheDelimiterThatFindsMostColumnsNotTheMostFrequentOne() {
        CustomerTable table = read(CustomerFiles.HEADER + ",a;b;c;d;e;f;g\n1,Male,19,15,39,;;;;;;\n");

        assertThat(table.quality().format().delimiter()).isEqualTo("comma");
    }

    private CustomerTable read(String text) {
        return CustomerCsvReader.read(CustomerFiles.file(folder, text), MALL, OnBadRow.STOP);
    }

    private static String quoted(String csv) {
        return csv.replaceAll("[^,\n]+", "\"$0\"");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsSpacesBeforeOpeningQuotes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(10); length >= 0; length--) {
                text.append("  \"\",;\n\rx".charAt(random.nextInt(9)));
            }
            boolean spaced = Pattern.compile("(^|[\r\n;]) +\"").matcher(text).find();

            assertThat(Dialect.withDelimiter(text.toString(), ';').spacedQuotes())
                    .as(text.toString())
                    .isEqualTo(spaced);
        }
    }
}
