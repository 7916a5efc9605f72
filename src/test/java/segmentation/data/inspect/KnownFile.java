package segmentation.data.inspect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import segmentation.csv.ReadingOptions;
import segmentation.data.customers.Fuzz;
import segmentation.data.customers.KnownTable;

/** A table of known values in something else than plain CSV, with the options that read it. */
final class KnownFile {
    private static final boolean DUCKDB = DriverManager.drivers()
            .anyMatch(driver -> driver.getClass().getName().startsWith("org.duckdb"));

    private final Kind kind;
    private final Path file;
    private final ReadingOptions options;

    /** What the table stands in. */
    private enum Kind {
        GZIP,
        ZIP,
        JSON_LINES,
        JSON_ARRAY,
        WORKBOOK,
        STANDARD_INPUT,
        TITLED,
        NAMELESS,
        MONEY,
        PARQUET,
        DATABASE;

        static Kind any(Random random) {
            // A database takes fifty times as long to write.
            int dear = DUCKDB && random.nextInt(20) == 0 ? 2 : 0;
            return values()[
                    dear > 0 ? values().length - 1 - random.nextInt(dear) : random.nextInt(values().length - 2)];
        }
    }

    private KnownFile(Kind kind, Path file, ReadingOptions options) {
        this.kind = kind;
        this.file = file;
        this.options = options;
    }

    /** Writes the table in a way that chance chooses. */
    static KnownFile written(Path folder, KnownTable known, Random random) throws IOException, SQLException {
        Kind kind = Kind.any(random);
        Path file = folder.resolve("customers." + (kind == Kind.DATABASE ? "db" : "bin"));
        Files.deleteIfExists(file);
        ReadingOptions guessed = ReadingOptions.guessed();
        ReadingOptions options = switch (kind) {
            case TITLED -> guessed.withSkippedLines("2").withDelimiter("semicolon");
            case NAMELESS -> guessed.withoutHeader().withDelimiter("tab");
            case MONEY ->
                guessed.withCurrency(List.of("EUR", "$")).withThousands("comma").withDelimiter("~");
            case DATABASE -> guessed.withTable("customers");
            default -> guessed;
        };
        if (kind == Kind.DATABASE || kind == Kind.PARQUET) {
            database(kind, file, known);
        } else {
            Files.write(file, bytes(kind, known, random));
        }
        return new KnownFile(kind, file, options);
    }

    private static byte[] bytes(Kind kind, KnownTable known, Random random) throws IOException {
        return switch (kind) {
            case GZIP -> gzip(known.written());
            case ZIP -> zip(Map.of("a.csv", known.written()));
            case JSON_LINES -> json(known, "\n", "", "\n");
            case JSON_ARRAY -> json(known, ", ", "[", "]");
            case WORKBOOK -> workbook(known);
            case TITLED -> lines(known, ';', "Report; of 3 May\n\"x\n", true, "%s");
            case NAMELESS -> lines(known, '\t', "", false, "%s");
            case MONEY -> lines(known, '~', "", true, random.nextBoolean() ? "$%s" : "%s EUR");
            default -> known.written();
        };
    }

    private static byte[] lines(KnownTable known, char delimiter, String above, boolean header, String shape) {
        StringBuilder text = new StringBuilder(above);
        if (header) {
            text.append(String.join(String.valueOf(delimiter), header(known))).append('\n');
        }
        for (int row = 0; row < known.rows(); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < known.columns(); column++) {
                double value = known.numbers(column)[row];
                String plain = new BigDecimal(Double.toString(Double.isNaN(value) ? 0 : value)).toPlainString();
                String grouped = plain.matches("-?[1-9]\\d{3}\\.\\d+") && !shape.equals("%s")
                        ? plain.replaceFirst("(\\d)(\\d{3}\\.)", "$1,$2")
                        : plain;
                cells.add(Double.isNaN(value) ? "" : shape.formatted(grouped));
            }
            cells.add('"' + known.texts().get(row).replace("\"", "\"\"") + '"');
            text.append(String.join(String.valueOf(delimiter), cells)).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> header(KnownTable known) {
        List<String> header = new ArrayList<>();
        IntStream.range(0, known.columns()).forEach(column -> header.add("n" + (char) ('a' + column)));
        header.add("Ort");
        return header;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return packed.toByteArray();
    }

    private static byte[] json(KnownTable known, String between, String before, String behind) {
        List<String> header = header(known);
        return IntStream.range(0, known.rows())
                .mapToObj(row -> IntStream.rangeClosed(0, known.columns())
                        .mapToObj(column -> "\"%s\":%s"
                                .formatted(
                                        header.get(column),
                                        column == known.columns()
                                                ? quoted(known.texts().get(row))
                                                : number(known.numbers(column)[row], "null")))
                        .collect(Collectors.joining(",", "{", "}")))
                .collect(Collectors.joining(between, before, behind))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }

    private static String number(double value, String missing) {
        return Double.isNaN(value) ? missing : Double.toString(value);
    }

    private static byte[] workbook(KnownTable known) throws IOException {
        String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        return zip(Map.of(
                "[Content_Types].xml",
                xml(
                        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                                + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                                + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
                                + "<Override PartName='/xl/styles.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'/>"
                                + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/></Types>"),
                "_rels/.rels",
                xml(
                        "<Relationships xmlns='%s'><Relationship Id='r1' Type='%s/officeDocument' Target='xl/workbook.xml'/></Relationships>"
                                .formatted(relations, office)),
                "xl/_rels/workbook.xml.rels",
                xml(
                        "<Relationships xmlns='%s'><Relationship Id='r1' Type='%s/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"
                                .formatted(relations, office)),
                "xl/workbook.xml",
                xml(
                        "<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='A' sheetId='1' r:id='r1'/></sheets></workbook>"
                                .formatted(main, office)),
                "xl/styles.xml",
                xml("<styleSheet xmlns='%s'/>".formatted(main)),
                "xl/worksheets/sheet1.xml",
                xml("<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>".formatted(main, rows(known)))));
    }

    private static String rows(KnownTable known) {
        StringBuilder rows = new StringBuilder(
                row(header(known).stream().map(KnownFile::text).toList()));
        for (int row = 0; row < known.rows(); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < known.columns(); column++) {
                cells.add("<c><v>%s</v></c>"
                        .formatted(number(known.numbers(column)[row], ""))
                        .replace("<v></v>", ""));
            }
            cells.add(text(known.texts().get(row)));
            rows.append(row(cells));
        }
        return rows.toString();
    }

    private static byte[] xml(String text) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private static String row(List<String> cells) {
        return "<row>" + String.join("", cells) + "</row>";
    }

    private static String text(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return "<c t='inlineStr'><is><t xml:space='preserve'>%s</t></is></c>".formatted(escaped);
    }

    private static void database(Kind kind, Path file, KnownTable known) throws SQLException {
        boolean parquet = kind == Kind.PARQUET;
        List<String> columns = header(known);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + (parquet ? "" : file));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customers (%s DOUBLE, Ort VARCHAR)"
                    .formatted(String.join(" DOUBLE, ", columns.subList(0, known.columns()))));
            String places = String.join(",", Collections.nCopies(columns.size(), "?"));
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO customers VALUES (%s)".formatted(places))) {
                for (int row = 0; row < known.rows(); row++) {
                    for (int column = 0; column < known.columns(); column++) {
                        double value = known.numbers(column)[row];
                        insert.setObject(column + 1, Double.isNaN(value) ? null : value);
                    }
                    insert.setString(columns.size(), known.texts().get(row));
                    insert.execute();
                }
            }
            if (parquet) {
                statement.execute("COPY customers TO '%s' (FORMAT parquet)".formatted(file));
            }
        }
    }

    /** Changes some bytes, or cuts the file off. */
    void damage(Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int change = random.nextInt(3); change >= 0; change--) {
            bytes = Fuzz.changed(bytes, 3, random);
        }
        Files.write(file, random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes);
    }

    /** Returns what to read. */
    Path path() {
        return switch (kind) {
            case STANDARD_INPUT -> Path.of("-");
            case DATABASE -> Path.of("jdbc:duckdb:" + file);
            default -> file;
        };
    }

    /** Returns the name by which sentences call it. */
    Path shown() {
        return kind == Kind.STANDARD_INPUT ? Path.of("standard input") : path();
    }

    ReadingOptions options() {
        return options;
    }

    /** Returns what stands in standard input. */
    byte[] standardInput() throws IOException {
        return kind == Kind.STANDARD_INPUT ? Files.readAllBytes(file) : new byte[0];
    }

    /** Says whether numbers are known to fifteen digits only. */
    boolean isRounded() {
        return switch (kind) {
            case JSON_LINES, JSON_ARRAY, WORKBOOK, PARQUET, DATABASE -> true;
            default -> false;
        };
    }

    /** Returns a text as it is read. */
    String shown(String text) {
        return isRounded() && kind != Kind.PARQUET && kind != Kind.DATABASE ? text.replace('\n', ' ') : text;
    }
}
