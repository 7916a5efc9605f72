package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks, JSON, databases and standard input, read through the same door as text. */
class OtherFilesTest {
    /** What stands in a workbook beside its sheets. */
    private static final Map<String, String> WORKBOOK_PARTS = Map.of(
            "[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            <Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            </Types>\
            """,
            "_rels/.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
            </Relationships>\
            """,
            "xl/workbook.xml",
            """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
            <sheets><sheet name="Kunden" sheetId="1" r:id="rId1"/><sheet name="Orders" sheetId="2" r:id="rId2"/></sheets></workbook>\
            """,
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/>
            <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
            </Relationships>\
            """,
            "xl/styles.xml",
            """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <numFmts count="2"><numFmt numFmtId="164" formatCode="dd&quot;.&quot;mm&quot;.&quot;yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/></numFmts>
            <cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>\
            """);

    private static final int ROWS = 24;

    @TempDir
    private Path folder;

    @Test
    void readsTheFirstSheetWithDatesAndPercentAsTyped() throws IOException {
        Ran ran = check(workbook());

        assertThat(ran.out())
                .contains("Excel workbook, sheet Kunden, decimal point, 24 rows, 5 columns")
                .containsPattern("joined +date +24 +0 +24 +2024-01-01 \\(1\\), 2024-01-02 \\(1\\)")
                .containsPattern("rate +whole number +24 +0 +24 +0 · 11.5 · 23")
                .containsPattern("spend +number +24 +0 +24 +0.1 · ")
                .containsPattern("ok +text +24 +0 +2 +FALSE \\(12\\), TRUE \\(12\\)")
                .contains("Line 28 is left out: it looks like a total (\"Total\").");
        assertThat(ran.err())
                .contains("The workbook has the sheets Kunden, Orders; Kunden is read, --sheet names another.")
                .contains("The header is on line 3");
    }

    @ParameterizedTest
    @CsvSource({"Orders, 2 rows", "orders, 2 rows"})
    void readsTheSheetOfAName(String name, String rows) throws IOException {
        assertThat(check(workbook(), "--sheet", name).out()).contains("sheet Orders", rows);
    }

    @Test
    void namesTheSheetsWhereNoneIsCalledSo() throws IOException {
        assertThat(check(workbook(), "--sheet", "Nope").err())
                .contains("found no sheet called \"Nope\", expected one of Kunden, Orders; name one with --sheet.");
    }

    /** A cover page is no table; a length of time and a time of day are written as such, and formulas without a value counted. */
    @Test
    void readsTheFirstTableWithTimesAndSaysWhatWasNotComputed() throws IOException {
        String rows = row(1, text("id"), text("stay"), text("arrival"), text("twice"))
                + IntStream.range(0, ROWS)
                        .mapToObj(i -> row(
                                2 + i,
                                text("K" + i),
                                number(1 + i / 24.0, 4),
                                number(i / 48.0, 5),
                                "<c r=\"%s\"><f>1+1</f></c>"))
                        .collect(Collectors.joining());

        Ran ran = check(workbook(row(1, text("Customer report")), rows));

        assertThat(ran.out())
                .contains("Excel workbook, sheet Orders, decimal point, 24 rows, 4 columns")
                .containsPattern("stay +text +24 +0 +24 +24:00:00 \\(1\\), 25:00:00 \\(1\\)")
                .containsPattern("arrival +text +24 +0 +24 +0:00:00 \\(1\\), 0:30:00 \\(1\\)")
                .contains("lengths of time");
        assertThat(ran.err()).contains("Orders is read", "a formula and no stored value: 24;");
    }

    @Test
    void namesTheSheetsWhereTheOneAskedForIsEmpty() throws IOException {
        Ran ran = check(
                workbook("", row(1, text("a"), text("b")) + row(2, number(1, 0), number(2, 0))), "--sheet", "Kunden");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("the empty sheet \"Kunden\"", "another of Kunden, Orders with --sheet");
    }

    @Test
    void refusesADamagedWorkbookInOneSentence() throws IOException {
        Random random = new Random(5);
        byte[] whole = Files.readAllBytes(workbook());
        for (int i = 0; i < 60; i++) {
            byte[] changed = whole.clone();
            for (int change = 0; change < 3; change++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(
                    folder.resolve("changed.xlsx"),
                    i % 4 == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length)) : changed);

            Ran ran = check(file);

            assertThat(ran.code()).isBetween(0, 2);
            assertThat(ran.err()).doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\n", "[%s]"})
    void readsObjectsOneALineOrInOneArray(String shape) throws IOException {
        String between = shape.startsWith("[") ? ",\n" : "\n";
        String objects = IntStream.range(0, ROWS)
                .mapToObj(i -> "{\"id\":\"K%d\",\"age\":%d,\"address\":{\"city\":\"%s\"},\"spend\":%s}"
                        .formatted(i, 20 + i, i % 3 == 0 ? "Ulm" : "Bonn, 2\\n\\\"x\\\"", i == 3 ? "null" : i * 1.5))
                .collect(Collectors.joining(between));
        Path file = Files.writeString(folder.resolve("a.json"), shape.formatted(objects));

        Ran ran = check(file);

        assertThat(ran.out())
                .contains("JSON, decimal point, 24 rows, 4 columns")
                .containsPattern("address.city +text +24")
                .containsPattern("spend +number +23 +1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1,2] | JSON whose value no. 1 is no object",
                "{\"a\": 1 | JSON that is not well formed",
                "{\"a\": 1}{\"a\": ] | JSON that is not well formed",
                "{\"a\": 1e99999999999} | JSON with a number beyond all bounds, in object no. 1",
                "{} | a header only"
            })
    void saysWhatIsWrongWithJson(String text, String sentence) throws IOException {
        Ran ran = check(Files.writeString(folder.resolve("a.json"), text));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).doesNotContain("\tat ").contains(sentence.equals("a header only") ? "found " : sentence);
    }

    @Test
    void takesNoNumberForAMillionDigits() throws IOException {
        Path file =
                Files.writeString(folder.resolve("a.json"), "{\"a\":1e999999999,\"b\":1}{\"a\":-3e-999999999,\"b\":2}");

        assertThat(check(file).out()).containsPattern("a +text +2").containsPattern("b +whole number +2");
    }

    @Test
    void readsOrRefusesAnyJson() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            byte[] bytes = "[{\"a\":1,\"b\":\"x\"},{\"a\":2.5,\"b\":null},{\"a\":-3e2,\"c\":[1]}]"
                    .getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();

            Ran ran = check(Files.write(folder.resolve("a.json"), bytes));

            assertThat(ran.code()).isBetween(0, 2);
            assertThat(ran.err()).doesNotContain("\tat ");
        }
    }

    @Test
    void readsStandardInput() throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(("id,age\n"
                        + IntStream.range(0, ROWS)
                                .mapToObj(i -> "K" + i + "," + i * i % 50)
                                .collect(Collectors.joining("\n")))
                .getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(Ran.segment("check", "-").out()).contains("24 rows, 2 columns");
        } finally {
            System.setIn(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:nowhere:x", "jdbc:mysql://localhost:1/db"})
    void saysWhatToAddForADatabaseWithoutADriver(String address) {
        assertThat(Ran.segment("check", address, "--table", "customers").err())
                .contains(", which only a driver of ", "build with mvn -P databases")
                .doesNotContain("\tat ");
        assertThat(Ran.segment("check", address).err()).contains("name it with --table or --query");
    }

    private Ran check(Path file, String... options) {
        return Ran.segment(Stream.concat(Stream.of("check", file.toString()), Arrays.stream(options))
                .toArray(String[]::new));
    }

    /** Writes a workbook as spreadsheets do: a merged title, an empty row, dates and percentages by their style, a total. */
    private Path workbook() throws IOException {
        String rows = row(1, text("Customer report Q3 2026"))
                + row(3, text("id"), text("joined"), text("spend"), text("rate"), text("ok"))
                + IntStream.range(0, ROWS)
                        .mapToObj(i -> row(
                                4 + i,
                                text("K" + i),
                                number(45292 + i, i % 2 == 0 ? 1 : 3),
                                number(37 * i % 800 + 0.1, 0),
                                number(i / 100.0, 2),
                                "<c r=\"%s\" t=\"b\"><v>" + i % 2 + "</v></c>"))
                        .collect(Collectors.joining())
                + row(28, text("Total"), "", "<c r=\"%s\"><f>SUM(C4:C27)</f><v>9999.5</v></c>");
        return workbook(
                rows,
                row(1, text("a"), text("b")) + row(2, number(1, 0), number(2, 0)) + row(3, number(4, 0), number(3, 0)));
    }

    private Path workbook(String first, String second) throws IOException {
        Path file = folder.resolve("k.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : WORKBOOK_PARTS.entrySet()) {
                entry(zip, part.getKey(), part.getValue());
            }
            entry(zip, "xl/worksheets/sheet1.xml", sheet(first));
            entry(zip, "xl/worksheets/sheet2.xml", sheet(second));
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String sheet(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    private static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">"
                + IntStream.range(0, cells.length)
                        .mapToObj(i -> cells[i].replace("%s", (char) ('A' + i) + "" + number))
                        .collect(Collectors.joining())
                + "</row>";
    }

    private static String text(String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String number(double value, int style) {
        return "<c r=\"%s\" s=\"" + style + "\"><v>" + value + "</v></c>";
    }
}
