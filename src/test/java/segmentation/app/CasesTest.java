package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people have them, each kind in many spellings: read right, or named for what they are with the way on. */
class CasesTest {
    private static final int ROWS = 24;

    /** More segments than there are customers: refused once everything is said of the file, so that nothing is computed. */
    private static final String[] TOO_MANY = {"--k", String.valueOf(ROWS + 1)};

    @TempDir
    private Path folder;

    // Made-up customers: K000,26,178.66
    private static String row(int i) {
        return "K%03d,%d,%d.%02d".formatted(i, 20 + 7 * i % 45, 100 + 37 * i % 800, (13 * i + 1) % 100);
    }

    private static String table(String header, IntFunction<String> row) {
        return header + "\n" + IntStream.range(0, ROWS).mapToObj(row).collect(Collectors.joining("\n")) + "\n";
    }

    private static String customers() {
        return table("id,age,spend", CasesTest::row);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customer report Q3 2026\n\n",
                "Customer report Q3 2026,,\n,,\n",
                "# exported 2026-11-01\n",
                "# exported 2026-11-01, by hand, for all\n",
                "// made by crm\n// 2026\n",
                "Report;Customers\n",
                "\"Customer report, all regions\"\n",
                "Report:,Customers,\nDate:,2026-01-01,\n\n"
            })
    void passesOverWhatStandsAboveAPlainHeader(String above) {
        Ran ran = check(above + customers());

        assertThat(ran.out()).contains("24 rows, 3 columns").contains("\nage     whole number");
        assertThat(ran.err()).contains("The header is on line ").contains("passed over");
        assertThat(check(above + customers(), "--skip-lines", String.valueOf(above.split("\n", -1).length - 1))
                        .out())
                .contains("24 rows, 3 columns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {"sep=;/;", "SEP=;/;", "\"sep=;\"/;", "sep=,/,", "sep=|/|", "sep=;;;/;"},
            ignoreLeadingAndTrailingWhitespace = false)
    void takesTheDelimiterThatTheFirstLineNames(String first, String delimiter) {
        Ran ran = check(first + "\n" + customers().replace(",", delimiter));

        assertThat(ran.out()).contains("24 rows, 3 columns");
        assertThat(ran.err()).contains("Line 1 names the delimiter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "^", ":", "space", "¦", "#"})
    void readsAnySignBetweenCellsWhereItIsNamed(String sign) {
        String between = sign.equals("space") ? " " : sign;

        assertThat(check(customers().replace(",", between), "--delimiter", sign).out())
                .contains("24 rows, 3 columns");
    }

    static Stream<Arguments> noTables() {
        return Stream.of(
                named("<!DOCTYPE html>\n<html><head><title>404</title></head></html>\n", "an HTML page"),
                named("<html>\n<body>Sign in</body></html>\n", "an HTML page"),
                named("\n  <!doctype HTML><html></html>", "an HTML page"),
                named("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n", "a Git LFS pointer"),
                named("../../.git/annex/objects/a/b\n", "a git-annex pointer"),
                named("<?xml version=\"1.0\"?><rows/>", "XML"),
                named("%PDF-1.7\n", "a PDF document"),
                named("PAR1\u0015\u0004", "Parquet"),
                named("SQLite format 3\u0000abc", "SQLite"),
                named("BZh91AY", "a bzip2 archive"));
    }

    private static Arguments named(String text, String kind) {
        return Arguments.of(text, kind);
    }

    @ParameterizedTest
    @MethodSource("noTables")
    void namesWhatIsNoTable(String text, String kind) {
        Ran ran = check(text);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("found ").contains(kind).doesNotContain("\tat ");
    }

    @Test
    void looksIntoAFileOfOneColumn() {
        Ran ran = check(table("note", i -> "some words " + i));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("one column only").doesNotContain("Nothing to look into");
    }

    @ParameterizedTest
    @ValueSource(strings = {"K900,23,8860.36", "K900,23,8860", "8,23,8860.36"})
    void saysThatTheFirstRowIsData(String first) {
        String text = table(first, CasesTest::row);

        assertThat(check(text).err()).contains("looks like data").contains("--no-header");
        assertThat(check(text, "--no-header").out()).contains("25 rows, 3 columns", "column_2");
        assertThat(check(text, "--skip-lines", "0").out()).contains("24 rows, 3 columns");
    }

    @Test
    void takesYearsAcrossTheTopForNames() {
        assertThat(check(table("id,2023,2024,2025", i -> "K%d,%d,%d,%d".formatted(i, i, 2 * i, 70 - i)))
                        .out())
                .contains("24 rows, 4 columns");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$%1$d,%2$03d.00 | --currency '$' --thousands comma",
                "$ %1$d,%2$03d.50 | --currency '$' --thousands comma",
                "-$%1$d,%2$03d.50 | --currency '$' --thousands comma",
                "USD %1$d%2$03d.25 | --currency USD",
                "%1$d%2$03d kr | --currency kr",
                "₹%1$d,%1$d2,%2$03d | --currency ₹ --thousands comma",
                "%1$d,%2$03d | --thousands comma",
                "%1$d'%2$03d.50 | --thousands apostrophe",
                "%1$d’%2$03d | --thousands apostrophe",
                "%1$d %2$03d | --thousands space",
                "%1$d\u00A0%2$03d.20 | --thousands space",
                "%1$d\u202F%2$03d,20 | --thousands space --decimal comma",
                "%1$d.%2$03d,20 | --thousands point --decimal comma",
                "%1$d.%2$03d,20 € | --currency € --thousands point --decimal comma",
                "R$ %1$d.%2$03d,20 | --currency 'R$' --thousands point --decimal comma",
                "%1$d%2$02d%% | --percent",
                "%1$d %% | --percent",
                "%1$d,5 %% | --percent --decimal comma",
                "%1$d kg | --unit kg",
                "%1$dkm | --unit km",
                "(%1$d,%2$03d) | --thousands comma",
                "%1$d,%2$03d- | --thousands comma"
            })
    void hintsAtOptionsThatThenReadEveryCell(String shape, String options) {
        String text = table(
                "id,age,income", i -> "K%d,%d,\"%s\"".formatted(i, 20 + i, shape.formatted(1 + i % 9, 37 * i % 1000)));

        Ran hint = check(text);
        Ran read = check(text, options.replace("'", "").split(" "));

        String wanted = hint.out().replaceAll("\\s+", " ");
        assertThat(wanted).contains("24 of 24 cells are ").contains(options);
        assertThat(hint.code()).isEqualTo(1);
        assertThat(read.out()).containsPattern("income +(whole )?number +24");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,56 € | --currency € --thousands point | 1234.56",
                "1 234,56 | --thousands space --decimal comma | 1234.56",
                "1\u202F234,56 | --thousands space --decimal comma | 1234.56",
                "1'234.56 | --thousands apostrophe | 1234.56",
                "₹1,59,454 | --currency ₹ --thousands comma | 159454",
                "R$ 9.679,28 | --currency R$ --thousands point | 9679.28",
                "(1,200) | --thousands comma | -1200",
                "($1,200) | --currency $ --thousands comma | -1200",
                "1200- | --decimal point | -1200",
                "−5 | --decimal point | -5",
                "–5 | --decimal point | -5",
                "12 % | --percent | 12"
            })
    void readsTheNumbersOfTheWorld(String cell, String options, String value) {
        String text = "card;day;paid\n" + "A;2026-01-13;20000\nA;2026-01-14;" + cell + "\n";

        Ran ran = rfm(
                text,
                Stream.concat(
                        Stream.of("--customer", "card", "--date", "day", "--amount", "paid"),
                        Arrays.stream(options.split(" "))));

        BigDecimal sum = new BigDecimal(value).add(new BigDecimal("20000"));
        assertThat(ran.out())
                .as(ran.err())
                .endsWith("," + sum.stripTrailingZeros().toPlainString() + "\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20241114",
                "14-Nov-24",
                "14-Nov-2024",
                "14 November 2024",
                "11/14/24",
                "11/14/2024",
                "14/11/24",
                "14.11.2024",
                "14. November 2024",
                "November 14, 2024",
                "Nov 14, 2024",
                "Thu, 14 Nov 2024 08:43:00 +0000",
                "2024-11-14T08:43:00+02:00",
                "2024-11-14 08:43:00.123",
                "2024/11/14",
                "45610",
                "45610.36",
                "14 nov. 2024",
                "14 de noviembre de 2024",
                "14 novembre 2024",
                "14-nov-2024 8:43 PM"
            })
    void readsTheDatesOfTheWorld(String date) {
        Ran ran = rfm(
                "card;day;paid\nA;" + date + ";5\nB;" + date + ";7\n",
                Stream.of("--customer", "card", "--date", "day", "--amount", "paid"));

        assertThat(ran.err()).contains("recency_days counts to 2024-11-15");
        assertThat(ran.out()).endsWith("A,1,1,5\r\nB,1,1,7\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "-", "."})
    void asksWhetherDayOrMonthComesFirst(String sign) {
        String text = "card,day,paid\n"
                + Stream.of("01/01/2026", "02/01/2026", "03/01/2026", "10/01/2026")
                        .map(day -> "A," + day.replace("/", sign) + ",20\n")
                        .collect(Collectors.joining());
        List<String> columns = List.of("--customer", "card", "--date", "day", "--amount", "paid");

        assertThat(rfm(text, columns.stream()).err()).contains("two ways", "--date-order");
        assertThat(rfm(text, Stream.concat(columns.stream(), Stream.of("--date-order", "month")))
                        .err())
                .contains("counts to 2026-10-02");
        assertThat(rfm(text, Stream.concat(columns.stream(), Stream.of("--date-order", "day")))
                        .err())
                .contains("counts to 2026-01-11");
        assertThat(rfm(
                                text,
                                Stream.concat(
                                        columns.stream(),
                                        Stream.of("--date-format", "MM" + sign + "dd" + sign + "yyyy")))
                        .err())
                .contains("counts to 2026-10-02");
    }

    @Test
    void namesTheOneCellThatIsNoDate() {
        String text =
                table("id,joined", i -> "K%d,%s".formatted(i, i == 9 ? "2/27/ 2019" : "1/%d/2019".formatted(i + 1)));

        assertThat(check(text).out())
                .contains("23 dates written mm/dd/yyyy and 1 other (first: line 11, \"2/27/ 2019\")");
        assertThat(check(table("id,joined", i -> "K%d,1/%d/2019 8:26".formatted(i, i + 1)))
                        .out())
                .containsPattern("joined +date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer_id",
                "CustomerID",
                "Customer ID",
                "cust_id",
                "client_id",
                "ID",
                "id_client",
                "Kundennummer",
                "Kunden-Nr",
                "cod_cli",
                "N° client",
                "matricule",
                "CPF",
                "DNI",
                "uid",
                "会员号",
                "user_id",
                "card_no"
            })
    void seesThatAnIdRepeats(String name) {
        String text = table(name + ",age,amount", i -> "%d,%d,%d.5".formatted(1001 + i % 8, 20 + i % 8, 37 * i % 300));

        Ran checked = check(text);
        Ran fitted = fit(text);

        assertThat(checked.out().replaceAll("\\s+", " "))
                .contains("3 rows a customer; if these are transactions, use rfm");
        assertThat(fitted.code()).isEqualTo(2);
        assertThat(fitted.err()).contains("turn them into customers first with rfm", "left: " + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phone",
                "Phone Number",
                "tel",
                "mobile_no",
                "Telefon",
                "zip",
                "ZIP Code",
                "postcode",
                "PLZ",
                "CEP",
                "matricule",
                "passport_no",
                "cpf",
                "会员号",
                "N° client",
                "cod_cli"
            })
    void takesNoCodeForAFeature(String name) {
        String text = table(
                name + ",age,spend",
                i -> "%d,%d,%d.5".formatted(10117 + 7919 * i % 80000, 20 + 7 * i % 45, 37 * i % 300));

        assertThat(fit(text, TOO_MANY).err()).contains("Features: age, spend\n", "left: " + name);
    }

    @Test
    void takesNoDateInDigitsAndNoYearOfBirthBesideAnAge() {
        String text = table(
                "signup,birth_year,age,spend",
                i -> "2019%02d%02d,%d,%d,%d"
                        .formatted(1 + i % 12, 1 + i, 1960 + 3 * i % 40, 66 - 3 * i % 40, 37 * i % 300));

        assertThat(fit(text, TOO_MANY).err())
                .contains("Features: age, spend\n")
                .contains("left: signup, date")
                .contains("left: birth_year, it says the same as age (r = -1.00)");
    }

    @ParameterizedTest
    @CsvSource({
        "EMEA APAC NA, true",
        "EMEA APAC LATAM NA, true",
        "EMEA APAC Japan NA, true",
        "US CA NA ZA, true",
        "EU AS AF NA, true",
        "yes no NA, false",
        "NO SI NA, false",
        "Ulm Bonn NA, false",
        "M F NA, false",
        "low high NA, false"
    })
    void takesNaAmongRegionsForARegion(String regions, boolean kept) {
        String[] codes = regions.split(" ");
        String text = table("id,region,age", i -> "K%d,%s,%d".formatted(i, codes[i % codes.length], 20 + i % 11));

        Ran ran = check(text);

        String cells = ran.out().replaceAll("\\s+", " ");
        if (kept) {
            assertThat(cells).contains("region text 24 0 ").contains("NA is read as a region");
        } else {
            assertThat(cells).contains("NA is read as missing: ");
        }
        assertThat(check(text, "--missing", "NA", "--keep", "NA").out().replaceAll("\\s+", " "))
                .contains("region text 24 0 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total,,12345.67", "Grand Total,,12345.67", "TOTAL:,1000,12345", "Summe,,12345", "合计,,12345",
                        "Итого,,12345",
                "Total général,,9", "Source: CRM", "Source: CRM,,", "* provisional,,", "(24 rows affected)", "# end",
                "Generated on 2026-11-01 by crm", "id,age,spend"
            })
    void countsNoTotalAndNoNoteAsACustomer(String last) {
        Ran ran = check(customers() + last + "\n");

        assertThat(ran.out()).contains("24 rows, 3 columns").contains("Line 26 is left out: it looks like ");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void seesASecondTableBelowTheFirst() {
        Ran ran = check(customers() + "\nregion,customers,total\nNorth,12,400\nSouth,12,500\n");

        assertThat(ran.out()).contains("24 rows, 3 columns").contains("Lines 27 to 29 are left out: a second table");
    }

    @ParameterizedTest
    @CsvSource({
        "GB18030, 会员号;年龄;消费金额",
        "Big5, 會員;年齡;消費金額",
        "Shift_JIS, 顧客番号;年齢;購入金額合計",
        "windows-1251, Клиент;Возраст;Сумма покупок",
        "windows-1253, Πελάτης;Ηλικία;Ποσό αγορών"
    })
    void readsEncodingsWhereNamedAndSaysWhereBytesAreNotWestern(String encoding, String header) {
        byte[] bytes = (header + "\n"
                        + customers().replace(',', ';').substring(customers().indexOf('\n') + 1))
                .getBytes(Charset.forName(encoding));

        Ran guessed = check(bytes);
        Ran named = check(bytes, "--encoding", encoding);

        assertThat(guessed.code()).isEqualTo(2);
        assertThat(guessed.err()).contains("--encoding").contains(encoding);
        assertThat(named.out()).contains(header.split(";")[1]).contains("24 rows, 3 columns");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1250, Zákazník;Příjem",
        "windows-1254, Müşteri;Yaş",
        "MacRoman, Clé;Dépense",
        "cp1251, Клиент;Сумма",
        "Shift-JIS, 顧客;金額",
        "latin1, Größe;Fläche"
    })
    void readsEncodingsByTheNamesThatPeopleUse(String encoding, String header) {
        Charset charset = Charset.forName(encoding.equals("MacRoman") ? "x-MacRoman" : encoding);
        byte[] bytes = (table(header, i -> "K%d;%d".formatted(i, i * i % 50)).getBytes(charset));

        assertThat(check(bytes, "--encoding", encoding).out()).contains(header.split(";")[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Müller",
                "Crème brûlée",
                "“quoted” – it’s 5 €",
                "Ærøskøbing",
                "Niño, coração, São",
                "GRÖSSE ÄÖÜ ß"
            })
    void readsWesternBytesWithoutBeingAsked(String name) {
        byte[] bytes = table("id;name;age", i -> "K%d;%s;%d".formatted(i, name, 20 + i))
                .getBytes(Charset.forName("windows-1252"));

        Ran ran = check(bytes);

        assertThat(ran.out()).contains("Windows-1252").contains("24 rows");
        assertThat(ran.err()).contains("name another encoding where letters look wrong");
    }

    @Test
    void readsWhatIsPacked() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            out.write(customers().getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("export/customers.csv"));
            out.write(customers().getBytes(StandardCharsets.UTF_8));
        }
        byte[] cut = Arrays.copyOf(gzip.toByteArray(), gzip.size() / 2);

        assertThat(check(gzip.toByteArray()).out()).contains("24 rows, 3 columns");
        assertThat(check(zip.toByteArray()).out()).contains("24 rows, 3 columns");
        assertThat(check(cut).err()).contains("a damaged gzip archive");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status != Cancelled | 18",
                "status = paid | 12",
                "age >= 30 | 14",
                "age<30 | 10",
                "Status <> CANCELLED | 18",
                "age = 20.0 | 1"
            })
    void readsOnlyRowsThatMeetACondition(String condition, int rows) {
        String text = table(
                "id,status,age",
                i -> "K%d,%s,%d".formatted(i, i % 4 == 0 ? "Cancelled" : i % 4 == 1 ? "open" : "paid", 20 + i));

        Ran ran = check(text, "--where", condition);

        assertThat(ran.out()).contains(rows + (rows == 1 ? " row" : " rows"));
        assertThat(ran.err()).contains("Rows left out that do not meet ").contains(": " + (24 - rows) + ".");
    }

    @Test
    void asksAboutCancelledOrders() {
        String text = "customer,day,total,status\nA,2026-01-14,100,Completed\nA,2026-01-15,400,Cancelled\n";
        List<String> columns = List.of("--customer", "customer", "--date", "day", "--amount", "total");

        assertThat(rfm(text, columns.stream()).err())
                .contains("\"Cancelled\" of status: 1 line", "--where \"status != Cancelled\"");
        assertThat(rfm(text, Stream.concat(columns.stream(), Stream.of("--where", "status != Cancelled")))
                        .out())
                .endsWith("A,1,1,100\r\n");
    }

    @Test
    void excludesAndImputesWhereAskedTo() {
        String text = table(
                "id,age,spend,old",
                i -> "K%d,%s,%d,%d".formatted(i, i % 6 == 0 ? "" : 20 + i, 37 * i % 300, i * i % 7));
        String[] imputing = {
            "--k", "2", "--skip", "gap,stability,null,prediction-strength", "--exclude", "old", "--impute", "median"
        };

        Ran dropped = fit(text, "--k", String.valueOf(ROWS + 1), "--exclude", "old");
        Ran imputed = fit(text, imputing);

        assertThat(dropped.err())
                .contains("Features: age, spend", "left: old, left out as asked for", "4 of 24 rows are left out");
        assertThat(imputed.err()).doesNotContain("rows are left out");
        assertThat(imputed.out()).contains("24 customers");
    }

    @Test
    void advisesOnFeatures() {
        String text = table(
                "id,spend,spend_cents,churn,senior,education,cluster",
                i -> "K%d,%d,%d,%d,%d,%d,%d"
                        .formatted(
                                i,
                                i == 5 ? 9000 : 20 + i,
                                i == 5 ? 900000 : 2000 + 100 * i,
                                i % 2,
                                i % 3 / 2,
                                1 + i % 4,
                                i % 3));

        String advice = check(text).out().replaceAll("\\s+", " ");

        assertThat(advice)
                .contains("spend a long tail", "try --log spend")
                .contains("spend_cents says the same as spend (r = 1.00)")
                .contains("churn two values, and a name for an answer")
                .contains("senior 0 and 1 only")
                .contains("education 4 whole numbers that look like classes")
                .contains("cluster looks like an earlier segment");
    }

    private Ran check(String text, String... options) {
        return check(text.getBytes(StandardCharsets.UTF_8), options);
    }

    private Ran check(byte[] bytes, String... options) {
        return run("check", bytes, Arrays.stream(options));
    }

    private Ran fit(String text, String... options) {
        return run(
                "fit",
                text.getBytes(StandardCharsets.UTF_8),
                Stream.concat(Stream.of("--out", folder.resolve("out").toString()), Arrays.stream(options)));
    }

    private Ran rfm(String text, Stream<String> options) {
        return run("rfm", text.getBytes(StandardCharsets.UTF_8), options);
    }

    private Ran run(String command, byte[] bytes, Stream<String> options) {
        try {
            Path file = Files.write(folder.resolve("customers.csv"), bytes);
            List<String> arguments = new ArrayList<>(List.of(command, file.toString()));
            options.forEach(arguments::add);
            return Ran.segment(arguments.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
