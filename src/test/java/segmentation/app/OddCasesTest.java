package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that look like others and are not: amounts without cents, ids like money, mixed units, wrapped and packed tables. */
class OddCasesTest {
    private static final int ROWS = 24;

    @TempDir
    private Path folder;

    private static String table(String header, IntFunction<String> row) {
        return header + "\n" + IntStream.range(0, ROWS).mapToObj(row).collect(Collectors.joining("\n")) + "\n";
    }

    private static String column(String name, String written) {
        String[] cells = written.split("[|]");
        return table("id;age;" + name, i -> "K%d;%d;%s".formatted(i, 20 + i % 7, cells[i % cells.length]));
    }

    /** A dash in place of the cents is no minus, whatever the currency; the hint leads to the option that reads it. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        CHF 11'889.–|CHF 250.-; --currency CHF --thousands apostrophe; 250 · 6,069.5 · 11,889
        Rs. 1,18,962/-|Rs. 950/-; --currency Rs. --thousands comma; 950 · 59,956 · 118,962
        € 1.200,-|€ 80,-; --currency € --thousands point --decimal comma; 80 · 640 · 1,200
        1.200,-- €|80,-- €; --currency € --thousands point --decimal comma; 80 · 640 · 1,200
        50.— CHF|75.— CHF; --currency CHF; 50 · 62.5 · 75
        TSh 500/=|TSh 700/=; --currency TSh; 500 · 600 · 700
        1.85 CA$|2.85 CA$; --currency CA$; 1.85 · 2.35 · 2.85
        5‰|7‰; --unit ‰; 5 · 6 · 7
        """)
    void readsAmountsWithoutCents(String written, String options, String figures) throws IOException {
        String text = column("paid", written);

        assertThat(check(text, options.split(" ")).out()).contains(figures);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHF 11'889.–|CHF 250.-", "Rs. 1,18,962/-|Rs. 950/-", "€ 1.200,-|€ 80,-"})
    void namesTheOptionsThatReadAmountsWithoutCents(String written) throws IOException {
        Matcher hint = Pattern.compile("cells are money; try ((?:--\\S+ \\S+ ?)+)")
                .matcher(check(column("paid", written)).oneLine());

        assertThat(hint.find()).isTrue();
        String[] options = hint.group(1).replace("'", "").strip().split(" ");
        assertThat(check(column("paid", written), options).out()).containsPattern("paid +whole number");
    }

    @Test
    void keepsAMinusBehindAnAmount() throws IOException {
        assertThat(check(column("paid", "1200-|50.25-")).out()).contains("-1,200.0 · -625.1 · -50.3");
    }

    /** Letters before digits are money only where they are a currency, and no code begins with 0. */
    @ParameterizedTest
    @ValueSource(strings = {"VIP%05d", "INN%05d", "EUR%05d", "ABC %d", "K%d"})
    void takesNoCodesForMoney(String code) throws IOException {
        assertThat(check(table("booking;age", i -> code.formatted(i) + ";" + (20 + i % 7)))
                        .oneLine())
                .doesNotContain("money");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        $5.50|€7.20|£3.10; several units or currencies
        USD 5|EUR 7|USD 8; several units or currencies
        32 km|450 m|5 km; several units or currencies
        32km|450m|5km; several units or currencies
        $17K|$54K|$120K; numbers in thousands
        €1.5M|€2M; numbers in thousands
        Less than $40K|$40K - $60K|$120K +; ranges, such as
        under 25|25 - 40|over 65; ranges, such as
        18-24|65 and over; ranges, such as
        1/10|3/10|7/10; parts of a whole
        8 1/2|5 1/2; parts of a whole
        2:9|5:3|2:2; parts of a whole
        7 of 10|5 of 10; parts of a whole
        06:26|23:59; times of day
        6:26 PM|11:30 am; times of day
        '136|'159; behind an apostrophe
        ★★|★★★; drawn as signs
        令和6年1月26日|平成元年3月2日; years counted from the beginning of an era
        """)
    void namesWhatNoOptionReads(String written, String sentence) throws IOException {
        assertThat(check(column("odd", written)).oneLine())
                .contains(sentence)
                .doesNotContain("--unit", "--currency", "Nothing to look into");
    }

    @Test
    void namesEntitiesOfWebPages() throws IOException {
        assertThat(check(table("id,price", i -> "K%d,&euro;%d".formatted(i, 5 + i)))
                        .oneLine())
                .contains("texts of a web page, with entities");
    }

    /** Numbers under a name for dates are days, not amounts, and the reason or the option is said. */
    @ParameterizedTest
    @CsvSource({
        "date, 453%02d, text or date",
        "order_date, 453%02d.25, text or date",
        "Datum, 202401%02d083000, text or date",
        "date, 2401%02d, --date-format yymmdd",
        "signup date, 2401%02d, --date-format yymmdd"
    })
    void takesNoDaysForAmounts(String name, String shape, String said) throws IOException {
        String text = table("id;age;" + name, i -> "K%d;%d;%s".formatted(i, 20 + i % 7, shape.formatted(1 + i)));

        Ran ran = check(text);

        if (said.startsWith("--")) {
            assertThat(ran.oneLine()).contains(said);
        } else {
            assertThat(ran.out()).containsPattern(name + " +date ");
        }
        assertThat(fit(text).err()).containsPattern("left: " + name + ", .*(date|days written)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update_rate", "dates_sold", "candidate"})
    void takesAmountsForAmounts(String name) throws IOException {
        assertThat(check(table("id;" + name, i -> "K%d;%d".formatted(i, 45_300 + 37 * i)))
                        .out())
                .containsPattern(name + " +whole number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14/11/2024 à 09h05|2024-11-15",
                "14.11.2024 um 9:05 Uhr|2024-11-15",
                "14 nov. 2024 à 09:05|2024-11-15",
                "2024.11.14.|2024-11-15",
                "2024. 11. 14.|2024-11-15",
                "14/11/2024 - 09:05|2024-11-15",
                "November 14, 2024 at 9:05 AM|2024-11-15"
            })
    void readsDatesWithAWordBeforeTheTime(String date, String asOf) throws IOException {
        assertThat(rfm("card;day;paid\nA;" + date + ";5\nB;" + date + ";7\n").err())
                .contains("recency_days counts to " + asOf);
    }

    @Test
    void readsYearDayMonthWhereItIsSaid() throws IOException {
        String text = table("card;day;paid", i -> "C%d;2024-%02d-01;%d".formatted(i % 5, i + 1, i));

        assertThat(check(text).oneLine()).contains("--date-format yyyy-dd-mm");
        assertThat(rfm(text, "--date-format", "yyyy-dd-mm").err())
                .contains("written yyyy-dd-mm", "counts to 2024-01-25");
    }

    @Test
    void saysThatYearsAreOfAnotherCalendar() throws IOException {
        String text = table("card;day;paid", i -> "C%d;%d/1/2567;%d".formatted(i % 5, i + 1, i + 1));

        assertThat(check(text).oneLine()).contains("Buddhist calendar");
        assertThat(rfm(text).err()).contains("Dates lie in 2567");
        assertThat(rfm(text.replace("2567", "2024")).err()).doesNotContain("Buddhist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "missing", "none given", "nicht bekannt", "…"})
    void namesTheWordThatStandsForNothing(String word) throws IOException {
        String text = table("id;age", i -> "K%d;%s".formatted(i, i % 5 == 0 ? word : 20 + 7 * i % 45));

        assertThat(check(text).oneLine()).contains("say --missing '" + word + "'");
        assertThat(check(text, "--missing", word).out()).containsPattern("age +whole number +19 +5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"age", "Alter", "customerAge", "Customer Age"})
    void asksAboutAgesOfZero(String name) throws IOException {
        String text = table("id;" + name, i -> "K%d;%d".formatted(i, i % 5 == 0 ? 0 : 20 + 7 * i % 45));

        assertThat(check(text).oneLine()).contains("--where \"" + name + " > 0\"");
        assertThat(check(text, "--where", name + " > 0").out()).contains("19 rows");
        assertThat(check(text.replace("K1;27", "K1;4")).oneLine()).doesNotContain("ages from 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFFid;age", "id;age", "ID ; Age"})
    void leavesTheHeaderOfAFilePutBehindAnotherOut(String again) throws IOException {
        assertThat(check(table("id;age", i -> (i == 9 ? again + "\n" : "") + "K%d;%d".formatted(i, 20 + 7 * i % 45)))
                        .out())
                .contains("24 rows, 2 columns")
                .contains("the header again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Κωδικός", "المعرف", "รหัส", "Azonosító", "고객번호", "מזהה"})
    void knowsIdsInMoreLanguages(String name) throws IOException {
        assertThat(fit(table(name + ";age", i -> "%d;%d".formatted(3 * i + 100, 20 + 7 * i % 45)))
                        .err())
                .contains("left: " + name);
    }

    @Test
    void namesBothWaysInWhichDatesAreWritten() throws IOException {
        String text = table(
                "card;day;paid",
                i -> "C%d;%s;5".formatted(i % 5, (i % 2 == 0 ? "2024-02-%02d" : "%02d/02/2024").formatted(1 + i)));

        assertThat(rfm(text).err())
                .containsPattern("as many written (yyyy-mm-dd|dd/mm/yyyy) as (yyyy-mm-dd|dd/mm/yyyy)");
    }

    /** All who bought without a name are no customer: how many lines they have is said, and how they are left out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Guest",
                "GUEST",
                "walk-in",
                "Anonymous",
                "Laufkunde",
                "Consumidor Final",
                "散客",
                "Cash sale",
                "гость"
            })
    void asksAboutAllWhoBoughtWithoutAName(String name) throws IOException {
        String text =
                table("card;day;paid", i -> "%s;2024-01-%02d;5".formatted(i % 3 == 0 ? name : "K" + i % 4, 1 + i));

        Ran ran = rfm(text);

        assertThat(ran.err())
                .contains("\"%s\" of card: 8 lines, taken for one customer; --where \"card != %s\""
                        .formatted(name, name));
        assertThat(rfm(text, "--where", "card != " + name).out())
                .contains("K1,")
                .doesNotContain(name);
        assertThat(rfm(text.replace(name, "Guestner")).err()).doesNotContain("taken for one customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"currency", "Currency Code", "orderCurrency", "Währung", "CCY", "валюта"})
    void asksAboutAmountsOfSeveralCurrencies(String column) throws IOException {
        String text = table(
                "card;day;paid;" + column,
                i -> "K%d;2024-01-%02d;5;%s".formatted(i % 4, 1 + i, i % 4 == 0 ? "USD" : "EUR"));

        assertThat(rfm(text).err())
                .contains(column + " holds EUR (18 lines), USD (6 lines), added up as if they were one; --where \""
                        + column + " = EUR\" takes one.");
        assertThat(rfm(text, "--where", column + " = EUR").err()).doesNotContain("as if they were one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer_id", "phone", "EAN", "Kartennummer"})
    void saysThatASpreadsheetTookDigitsOfCodes(String name) throws IOException {
        assertThat(check(table("age;" + name, i -> "%d;4.%d00E+12".formatted(20 + i % 7, i)))
                        .oneLine())
                .contains("digits taken away by a spreadsheet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kundenkarte", "loyalty_card", "Kartennummer", "Customer Card", "Mitgliedsnummer", "carte"})
    void takesCardsForCustomers(String name) throws IOException {
        assertThat(fit(table(name + ";age;spend", i -> "%d;%d;%d".formatted(77_000 + i % 5, 20 + 7 * i % 45, i * i)))
                        .err())
                .doesNotContain("Features: " + name)
                .containsPattern("left: " + name + ", .*(repeats|codes|id)");
    }

    /** A unit that stands in every row does not outvote the words of the header. */
    @ParameterizedTest
    @CsvSource({
        "windows-1251, Код клиента;Возраст;Сумма, руб.",
        "windows-1251, Номер;Город;Покупки, шт",
        "EUC-KR, 고객번호;나이;구매금액, ￦",
        "GB18030, 会员编号;年龄;消费, 元",
        "windows-1253, Πελάτης;Ηλικία;Ποσό, ευ"
    })
    void saysThatBytesAreNotWesternThoughOneShortWordRepeats(String encoding, String header, String unit)
            throws IOException {
        String text = table(header, i -> "%d;%d;%d %s".formatted(1000 + i, 20 + i % 7, 5 * i, unit));

        Ran ran = check(text.getBytes(Charset.forName(encoding)));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("--encoding").contains(encoding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Region North,,", "West,,", "\"Team A, old\",,"})
    void countsNoHeadingWithinTheTableAsACustomer(String heading) throws IOException {
        String text = table(
                "id,age,spend", i -> (i % 8 == 0 ? heading + "\n" : "") + "K%d,%d,%d".formatted(i, 20 + i % 7, i * i));

        Ran ran = check(text);

        assertThat(ran.out()).contains("24 rows, 3 columns").contains("a heading of the rows below it");
    }

    @Test
    void keepsACustomerOfWhomOnlyTheNameIsKnown() throws IOException {
        String text =
                table("name,age,spend", i -> i == 5 ? "Rossi,," : "N%s,%d,%d".formatted("abcd".charAt(i % 4), i, i));

        assertThat(check(text).out()).contains("24 rows, 3 columns").doesNotContain("heading");
    }

    @ParameterizedTest
    @CsvSource({
        "predicted_churn, what a model predicts",
        "Naive_Bayes_Classifier_1, what a model predicts",
        "churn_probability, what a model predicts",
        "Latitude, a place in degrees",
        "store_lon, a place in degrees"
    })
    void advisesOnPredictionsAndPlaces(String name, String words) throws IOException {
        assertThat(check(table("id;age;" + name, i -> "K%d;%d;0.%02d".formatted(i, 20 + 7 * i % 45, 10 + 3 * i)))
                        .oneLine())
                .contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gender", "sex", "marital_status"})
    void advisesOnClassesOfTwo(String name) throws IOException {
        assertThat(check(table("id;age;" + name, i -> "K%d;%d;%d".formatted(i, 20 + 7 * i % 45, 1 + i % 2)))
                        .oneLine())
                .contains("2 whole numbers that look like classes");
    }

    @Test
    void looksIntoAFileOfOneRow() throws IOException {
        assertThat(check("id,age,spend\nA,5,6\n").oneLine()).contains("one row only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "items", "features", "результат"})
    void readsTheListThatOneObjectHolds(String name) throws IOException {
        String json = "{\"status\":\"ok\",\"count\":24,\"" + name + "\":"
                + IntStream.range(0, ROWS)
                        .mapToObj(i -> "{\"id\":\"K%d\",\"age\":%d}".formatted(i, 20 + i % 7))
                        .collect(Collectors.joining(",", "[", "]"))
                + "}";

        Ran ran = check(json);

        assertThat(ran.out()).contains("JSON, decimal point, 24 rows, 2 columns");
        assertThat(ran.err()).contains("one object; its list " + name + " is read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"age\":{\"0\":5,\"1\":6},\"spend\":{\"0\":7,\"1\":8}}",
                "{\"columns\":[\"id\",\"age\"],\"data\":[[1,20],[2,30]]}",
                "{\"a\":[{\"id\":1}],\"b\":[{\"id\":2}]}",
                "{\"id\":1,\"age\":20}",
                "{\"id\":1,\"tags\":[]}"
            })
    void refusesOneObjectThatIsNoTable(String json) throws IOException {
        Ran ran = check(json);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("JSON of one object")
                .contains("orient='records'")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "content.xml, an OpenDocument spreadsheet",
        "xl/workbook.bin, a binary Excel workbook",
        "Index/Document.iwa, a table of Numbers"
    })
    void namesTablesOfOtherPrograms(String part, String words) throws IOException {
        assertThat(check(zip(part, "mimetype")).err()).contains(words).contains("save it as .xlsx or CSV");
    }

    @Test
    void namesWhatIsPackedTwiceOrAsTar() throws IOException {
        byte[] tar = Arrays.copyOf("a.csv".getBytes(StandardCharsets.US_ASCII), 1024);
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(tar);
        }

        assertThat(check(packed.toByteArray()).err()).contains("a tar archive").contains("name the table");
        assertThat(check(gzip(gzip("id,age\n1,2\n".getBytes(StandardCharsets.UTF_8))))
                        .err())
                .contains("a gzip archive within another archive")
                .contains("unpack it first");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (String name : List.of(names)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return packed.toByteArray();
    }

    private Ran check(String text, String... options) throws IOException {
        return check(text.getBytes(StandardCharsets.UTF_8), options);
    }

    private Ran check(byte[] bytes, String... options) throws IOException {
        return run("check", bytes, options);
    }

    /** More segments than customers: all is said of the columns, and nothing is computed. */
    private Ran fit(String text) throws IOException {
        return run(
                "fit",
                text.getBytes(StandardCharsets.UTF_8),
                "--k",
                String.valueOf(ROWS + 1),
                "--out",
                folder.resolve("out").toString());
    }

    private Ran rfm(String text, String... options) throws IOException {
        return run(
                "rfm",
                text.getBytes(StandardCharsets.UTF_8),
                Stream.concat(
                                Stream.of("--customer", "card", "--date", "day", "--amount", "paid"),
                                Arrays.stream(options))
                        .toArray(String[]::new));
    }

    private Ran run(String command, byte[] bytes, String... options) throws IOException {
        Path file = Files.write(folder.resolve("customers.csv"), bytes);
        return Ran.segment(Stream.concat(Stream.of(command, file.toString()), Arrays.stream(options))
                .toArray(String[]::new));
    }
}
