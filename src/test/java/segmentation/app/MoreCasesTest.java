package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** More files as people have them: rows that are no customers, cells of other scripts, dates and bytes of other countries. */
class MoreCasesTest {
    private static final int ROWS = 24;
    private static final String[] COLUMNS = {"--customer", "card", "--date", "day", "--amount", "paid"};

    @TempDir
    private Path folder;

    private static String table(String header, IntFunction<String> row) {
        return header + "\n" + IntStream.range(0, ROWS).mapToObj(row).collect(Collectors.joining("\n")) + "\n";
    }

    // Ages sum to 252, spending to 552 + 24.
    private static String customers() {
        return table("id,age,spend", i -> "K%d,%d,%d".formatted(i, i % 2 == 0 ? 10 : 11, 1 + i * 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {",252,576", "\"\",252,576", "Subtotal North,,576", "Zwischensumme Nord,,576"})
    void countsNoRowOfSumsAsACustomer(String last) {
        assertThat(check(customers() + last + "\n").out())
                .contains("24 rows, 3 columns")
                .contains("Line 26 is left out: it looks like a total");
    }

    @ParameterizedTest
    @ValueSource(strings = {",253,576", "K99,252,576", "Max,30,50", "Min,30,50", "Maximilian,30,50"})
    void keepsALastCustomerWhoIsNoSum(String last) {
        assertThat(check(customers() + last + "\n").out())
                .contains("25 rows, 3 columns")
                .doesNotContain("left out");
    }

    @Test
    void leavesASummaryOutThatStandsBelow() {
        Ran ran = check(customers() + "count,24,24\nmean,10.5,24\nmin,10,1\nmax,11,47\n");

        assertThat(ran.out()).contains("24 rows, 3 columns").contains("Line 29 is left out: it looks like a figure");
    }

    @ParameterizedTest
    @ValueSource(strings = {",years,EUR", "text,years,EUR", "Kunde,Alter,Ausgaben"})
    void leavesASecondLineOfTheHeaderOut(String second) {
        Ran ran = check(customers().replaceFirst("\n", "\n" + second + "\n"));

        assertThat(ran.out())
                .contains("24 rows, 3 columns")
                .contains("Line 2 is left out: it looks like a second line of the header");
    }

    /** What no option reads is named, with what to write instead; the second value is what the sentence must say. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            100.50 CR|99 DR; CR for credit and DR for debit
            18-24|25-34|65+; ranges, such as
            <1000|>5000|1000-5000; ranges, such as
            20k-30k|30k-40k; ranges, such as
            10 to 20|20 to 30; ranges, such as
            ~1000|~900; numbers with a mark
            ca. 20|ca. 30; numbers with a mark
            1000*|900; numbers with a mark
            1.5k|2k|900; numbers in thousands
            1,2 Mio.|900 Tsd.; numbers in thousands
            2.5 lakh|1.2 crore; numbers in thousands
            3万|4万; numbers in thousands
            2y 3m|1y 11m; lengths of time
            1 h 20 min|2 h 5 min; lengths of time
            0:03:21|1:06:42; lengths of time
            2024-01|2024-02; months without a day
            01/2024|02/2024; months without a day
            Jan 2024|Feb 2024; months without a day
            2024Q1|2024Q2; quarters
            Q1 2024|Q3 2024; quarters
            2024-W07|2024-W51; weeks of the calendar
            KW 7/2024|KW 51/2024; weeks of the calendar
            Thu Feb  1 08:43:00 2024|Fri Feb  2 09:00:00 2024; the year at the end
            Thu Feb 01 08:43:00 +0000 2024|Fri Feb 02 09:00:00 UTC 2024; the year at the end
            """)
    void namesWhatNoOptionReads(String written, String sentence) {
        String[] cells = written.split("[|]");

        assertThat(check(table("id,age,odd", i -> "K%d,%d,\"%s\"".formatted(i, 20 + i % 7, cells[i % cells.length])))
                        .oneLine())
                .contains(sentence)
                .doesNotContain("--unit", "Nothing to look into");
    }

    /** A shape is named only where nearly all cells have it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "red|blue|green",
                "A1|B2|C3",
                "10-A|11-B",
                "yes|no",
                "2024-01-05|2024-02-06",
                "North 1|South 2",
                "Room 1204|Store 1017",
                "GOLD-2043|GOLD-1999",
                "12B|4K"
            })
    void saysNothingOfOtherTexts(String written) {
        String[] cells = written.split("[|]");

        assertThat(check(table("id,age,odd", i -> "K%d,%d,%s".formatted(i, 20 + i % 7, cells[i % cells.length])))
                        .oneLine())
                .doesNotContain(", such as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"555-12%02d", "123%02d-6789"})
    void takesNoCodesWithAHyphenForRanges(String code) {
        assertThat(check(table("id,age,odd", i -> "K%d,%d,".formatted(i, 20 + i % 7) + code.formatted(i)))
                        .oneLine())
                .doesNotContain("ranges, such as");
    }

    @Test
    void namesATableThatLiesOnItsSide() {
        String turned = "name," + across(i -> "K" + i) + "\nage," + across(i -> String.valueOf(20 + i)) + "\nspend,"
                + across(i -> String.valueOf(3 * i)) + "\n";

        assertThat(check(turned).oneLine()).contains("a customer seems to be a column; swap rows and columns first");
        assertThat(check(customers()).oneLine()).doesNotContain("swap rows");
    }

    private static String across(IntFunction<String> cell) {
        return IntStream.range(0, ROWS).mapToObj(cell).collect(Collectors.joining(","));
    }

    @Test
    void namesSingleQuotes() {
        assertThat(check(table("'id','age','spend'", i -> "'K%d','%d','%d'".formatted(i, 20 + i % 7, i)))
                        .oneLine())
                .contains("all names stand in single quotes");
    }

    /** 24:00 ends the day that is written; no other time of that hour is one. */
    @Test
    void takesMidnightForTheEndOfItsDay() {
        String visits = table("card,day,paid", i -> "K%d,2024-03-%02d 24:00,5".formatted(i % 5, 1 + i));

        Ran ran = rfm(visits);

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("K3,1,5,25");
        assertThat(rfm(visits.replace("24:00", "24:01")).code()).isEqualTo(2);
    }

    @Test
    void passesOverATitleWithAsManyCellsAsColumns() {
        Ran ran = check("Customers,2026,Q3\n" + customers());

        assertThat(ran.err()).contains("The header is on line 2");
        assertThat(ran.out()).contains("24 rows, 3 columns", "\nage ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=\"%d\"", "%d", "arabic", "full"})
    void readsNumbersInOtherCloth(String shape) {
        int zero = shape.equals("arabic") ? '\u0660' : shape.equals("full") ? '\uFF10' : '0';
        String text = table(
                "id,age,spend",
                i -> "K%d,%d,%s"
                        .formatted(
                                i,
                                20 + 7 * i % 45,
                                (shape.contains("%") ? shape : "%d")
                                        .formatted(13 * i)
                                        .chars()
                                        .mapToObj(
                                                c -> String.valueOf((char) (c >= '0' && c <= '9' ? c - '0' + zero : c)))
                                        .collect(Collectors.joining())));

        assertThat(check(text).out()).containsPattern("spend +whole number +24 +0 +24 +0 · 149.5 · 299");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(null)", "<null>", "[NULL]", "(blank)", "\\N", "#NV", "n/d", "k.A."})
    void takesTheseCellsForMissing(String cell) {
        assertThat(check(table("id,age", i -> "K%d,%s".formatted(i, i % 5 == 0 ? cell : 20 + 7 * i % 45)))
                        .out())
                .containsPattern("age +whole number +19 +5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-99", "9999", "99999"})
    void asksAboutNumbersThatStandForMissing(String cell) {
        assertThat(check(table("id,age", i -> "K%d,%s".formatted(i, i % 5 == 0 ? cell : 20 + 7 * i % 45)))
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("say --missing " + cell);
    }

    @Test
    void saysNothingOfNinesAmongNumbersLikeThem() {
        assertThat(check(table("id,spend", i -> "K%d,%d".formatted(i, i < 2 ? 999 : 940 + i)))
                        .out())
                .doesNotContain("--missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14NOV2024|2024-11-15",
                "2024年11月14日|2024-11-15",
                "2024년 11월 14일|2024-11-15",
                "14 listopada 2024|2024-11-15",
                "14 ноября 2024 г.|2024-11-15",
                "14 kwi 2024|2024-04-15",
                "28 Şubat 2024|2024-02-29",
                "14 maj 2024|2024-05-15",
                "14/Nov/2024:08:43:00 +0000|2024-11-15",
                "14.11.2024 8.43 Uhr|2024-11-15",
                "20241114T084300|2024-11-15",
                "20241114084300|2024-11-15"
            })
    void readsDatesOfMoreCountries(String date, String asOf) {
        Ran ran = rfm("card;day;paid\nA;" + date + ";5\nB;" + date + ";7\n");

        assertThat(ran.err()).contains("recency_days counts to " + asOf);
    }

    @ParameterizedTest
    @CsvSource({
        "1731573780, unix, seconds since 1970",
        "1731573780250, unix, milliseconds since 1970",
        "14112024, ddmmyyyy, days written ddmmyyyy",
        "11142024, mmddyyyy, days written mmddyyyy"
    })
    void namesTheDateFormatOfDigitsWhichThenReadsThem(String date, String format, String words) {
        String other = format.equals("unix") ? date.replace("1731", "1701") : date.replaceFirst("11|14", "05");
        String text = table("card,day,paid", i -> "K%d,%s,%d".formatted(i % 5, i == 3 ? date : other, i + 1))
                .replaceFirst("K0," + other, "K0," + (format.equals("unix") ? other : "01012024"));

        assertThat(check(text).out()).contains(words, "--date-format " + format);
        assertThat(rfm(text).err()).containsPattern("say --date-format .*" + format);
        assertThat(rfm(text, "--date-format", format).err()).contains("recency_days counts to 2024-11-15");
    }

    @Test
    void tellsMomentsOfADayApartThatDigitsCount() {
        String visits = "card,day,paid\nA,1731573780,5\nA,1731573781,5\nA,1731573781,5\n";

        assertThat(rfm(visits, "--date-format", "unix").out()).endsWith("A,1,2,15\r\n");
        assertThat(rfm("card,day,paid\nA,45610.25,5\nA,45610.5,5\n").out()).endsWith("A,1,2,10\r\n");
    }

    @Test
    void saysThatYearsOfBirthOfTwoDigitsMayBeTakenForTheNextCentury() {
        assertThat(check(table("id,birthdate,spend", i -> "K%d,%d.12.%d,%d".formatted(i, i + 1, 45 + i, i * i)))
                        .out())
                .contains("68 is read as 2068");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"@relation shop\n@attribute age numeric\n@data\n1\n", "% by hand\n@RELATION a\n", "{\\rtf1 a,b}"
            })
    void saysWhatIsNoTable(String text) {
        Ran ran = check(text);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("expected a table of text, such as CSV").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {",2023,2024", ",Q1,Q2", ",2024-01,2024-02"})
    void leavesALineOfPeriodsBelowTheHeaderOut(String second) {
        Ran ran = check(table(
                "Kunde,Umsatz,Umsatz", i -> i == 0 ? second : "K%d,%d,%d".formatted(i, 50 + i * i, 7 * i % 40)));

        assertThat(ran.out()).contains("23 rows", "Line 2 is left out: it looks like a second line of the header");
    }

    @ParameterizedTest
    @CsvSource({
        "x-MacRoman, Köln Zürich Würzburg Düsseldorf",
        "IBM850, Köln Zürich Würzburg Düsseldorf",
        "windows-1255, חיפה ירושלים אילת עכו",
        "ISO-8859-15, Cœur €uro Œuvre Bœuf"
    })
    void namesTheEncodingOfBytes(String encoding, String words) throws IOException {
        String[] word = words.split(" ");
        byte[] bytes = table("id;n;wo", i -> "K%d;%d;%s".formatted(i, 20 + 7 * i % 45, word[i % 4]))
                .getBytes(Charset.forName(encoding));

        assertThat(check(bytes).err()).contains(encoding + " (");
        assertThat(check(bytes, "--encoding", encoding).out()).contains(word[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0024-11-14", "2024-11-31", "31/04/2024"})
    void takesNoDayThatIsNoneAndSaysThatNoLineCanBeRead(String date) {
        assertThat(rfm("card;day;paid\nA;" + date + ";5\nB;" + date + ";7\n").err())
                .contains("no line of 2 can be read")
                .doesNotContain("skip bad lines");
    }

    @Test
    void saysThatDatesContradictEachOther() {
        assertThat(rfm("card;day;paid\nA;01/02/2024;5\nB;13/03/2024;7\nB;02/13/2024;7\n")
                        .err())
                .contains("dates that contradict each other");
    }

    @Test
    void saysThatOneDateLiesFarBehindAllOthers() {
        String lines = "card;day;paid\nA;2024-01-02;5\nB;2024-02-02;5\nB;2099-12-31;7\n";

        assertThat(rfm(lines).err()).contains("The last date, 2099-12-31, is more than a year after");
        assertThat(rfm(lines, "--as-of", "2024-03-01").err()).doesNotContain("more than a year");
        assertThat(rfm(lines.replace("2099-12-31", "2024-03-31")).err()).doesNotContain("more than a year");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.234,50|--thousands point", "$1,234.50|--currency '$' --thousands comma", "12 EUR|--currency EUR"
            })
    void namesTheOptionsThatReadAnAmount(String amount, String options) {
        assertThat(rfm("card;day;paid\nA;2024-01-02;\"" + amount + "\"\nB;2024-01-03;2,50\n")
                        .err())
                .contains(amount.contains("$") || amount.contains("EUR") ? options.split(" ")[0] : options);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1254, Müşteri;Yaş;Şehir, İstanbul Iğdır Şanlıurfa Ağrı",
        "ISO-8859-9, Müşteri;Yaş;Şehir, İstanbul Iğdır Şanlıurfa Ağrı",
        "windows-1250, Klient;Wiek;Miasto, Kraków Łódź Wrocław Częstochowa",
        "ISO-8859-2, Klient;Wiek;Miasto, Kraków Łódź Wrocław Białystok",
        "windows-1250, Zákazník;Příjem;Město, Plzeň Třebíč Děčín Ústí"
    })
    void saysThatTurkishPolishAndCzechBytesAreNotWestern(String encoding, String header, String cities)
            throws IOException {
        String[] city = cities.split(" ");
        String text = table(header, i -> "K%d;%d;%s".formatted(i, 20 + 7 * i % 45, city[i % 4]));

        Ran guessed = check(text.getBytes(Charset.forName(encoding)));

        assertThat(guessed.code()).isEqualTo(2);
        assertThat(guessed.err()).contains("--encoding");
        assertThat(check(text.getBytes(Charset.forName(encoding)), "--encoding", encoding)
                        .out())
                .contains(city[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Þórður Ísafjörður Æsir Guðrún Sigurðardóttir",
                "Søren Ærø Åse Bjørn",
                "Più città perché è così",
                "Ñandú ¿cómo? ¡así! Ávila",
                "L’Été à Besançon œuf",
                "£20 Größe 5 m² 3 m³ ±2"
            })
    void readsWesternLanguagesStill(String words) throws IOException {
        String[] word = words.split(" ");
        String text = table("id;name;age", i -> "K%d;%s;%d".formatted(i, word[i % word.length], 20 + 7 * i % 45));

        assertThat(check(text.getBytes(Charset.forName("windows-1252"))).out()).contains("Windows-1252, ", "24 rows");
    }

    @Test
    void saysWhereUtf8WasSavedTwice() throws IOException {
        String twice = new String(
                table("id;name;age", i -> "K%d;Müller, Größe;%d".formatted(i, 20 + 7 * i % 45))
                        .getBytes(StandardCharsets.UTF_8),
                Charset.forName("windows-1252"));

        assertThat(check(twice).err()).contains("UTF-8 that was saved as UTF-8 once more");
        assertThat(check(table("id;name;age", i -> "K%d;São João Ã É;%d".formatted(i, 20 + 7 * i % 45)))
                        .err())
                .doesNotContain("once more");
    }

    @Test
    void advisesOnFeaturesThatAreTheSumOfOthers() {
        String text = table(
                "id,wine,meat,fish,all,two,none",
                i -> "K%d,%d,%d.5,%d,%d.5,%d.5,%d"
                        .formatted(
                                i,
                                7 * i % 45,
                                11 * i % 37,
                                5 * i % 31,
                                7 * i % 45 + 11 * i % 37 + 5 * i % 31,
                                7 * i % 45 + 11 * i % 37,
                                i * i % 41));

        assertThat(check(text).oneLine())
                .contains("all the sum of fish and two; together they count twice")
                .contains("two the sum of wine and meat;")
                .doesNotContain("none the sum");
    }

    private Ran check(String text) {
        try {
            return check(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Ran check(byte[] bytes, String... options) throws IOException {
        Path file = Files.write(folder.resolve("customers.csv"), bytes);
        return Ran.segment(Stream.concat(Stream.of("check", file.toString()), Arrays.stream(options))
                .toArray(String[]::new));
    }

    private Ran rfm(String text, String... options) {
        try {
            Path file = Files.writeString(folder.resolve("lines.csv"), text);
            return Ran.segment(
                    Stream.of(Stream.of("rfm", file.toString()), Arrays.stream(COLUMNS), Arrays.stream(options))
                            .flatMap(part -> part)
                            .toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
