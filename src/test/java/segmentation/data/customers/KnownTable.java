package segmentation.data.customers;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A table of known values, and a random way to write it as a file. */
public final class KnownTable {
    private static final List<String> WORDS = List.of(
            "Ulm",
            "Köln",
            "<script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "../../etc/passwd",
            "a,b;c\td|e",
            "x\"y\"z",
            "two\nlines",
            "@SUM(A1)",
            "é",
            "Groß",
            "naïve",
            " x",
            "1 of 2",
            "0x1F",
            "12 %");
    private static final List<String> EMOJI = List.of("😀", "\u202Eevil\u202C", "مرحبا", "👩‍👩‍👧", "東京");
    private static final List<String> MISSING =
            List.of("", "NA", "n/a", "#N/A", "NaN", "null", "None", "-", "?", " na ");
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            Charset.forName("windows-1252"));

    private final Random random;
    private final double[][] numbers;
    private final String[] texts;
    private final boolean windows;
    private final char delimiter;
    private final boolean decimalComma;
    private final boolean unicodeMinus;

    public KnownTable(Random random) {
        this.random = random;
        int rows = 1 + random.nextInt(12);
        int columns = 1 + random.nextInt(5);
        this.windows = random.nextInt(4) == 0;
        this.delimiter = ",\t;|".charAt(random.nextInt(4));
        this.decimalComma = delimiter != ',' && random.nextBoolean();
        this.unicodeMinus = !windows && random.nextInt(4) == 0;
        this.numbers = new double[rows][columns];
        this.texts = new String[rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                numbers[row][column] = random.nextInt(9) == 0 ? Double.NaN : number(column);
            }
            texts[row] = text();
        }
        // One cell that settles the decimal sign.
        numbers[0][0] = 12.5;
    }

    public double[] numbers(int column) {
        double[] values = new double[numbers.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = numbers[row][column];
        }
        return values;
    }

    public int columns() {
        return numbers[0].length;
    }

    public int rows() {
        return numbers.length;
    }

    public char delimiter() {
        return delimiter;
    }

    public boolean decimalComma() {
        return decimalComma;
    }

    public List<String> texts() {
        return List.of(texts);
    }

    public byte[] written() {
        boolean quoteAll = random.nextInt(3) == 0;
        String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        StringBuilder file = new StringBuilder();
        List<String> header = new ArrayList<>();
        for (int column = 0; column < columns(); column++) {
            header.add("n" + (char) ('a' + column));
        }
        header.add("Ort");
        append(file, header, quoteAll, end);
        for (int row = 0; row < rows(); row++) {
            List<String> cells = new ArrayList<>();
            for (double number : numbers[row]) {
                cells.add(cell(number));
            }
            cells.add(texts[row]);
            append(file, cells, quoteAll, end);
            file.append(random.nextInt(12) == 0 ? end : "");
        }
        return bytes(random.nextInt(3) == 0 ? file.substring(0, file.length() - end.length()) : file.toString());
    }

    private byte[] bytes(String text) {
        Charset charset = windows ? CHARSETS.get(3) : CHARSETS.get(random.nextInt(3));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (charset == StandardCharsets.UTF_8 && random.nextBoolean()) {
            bytes.writeBytes("\uFEFF".getBytes(charset));
        }
        bytes.writeBytes(text.getBytes(charset));
        return bytes.toByteArray();
    }

    private void append(StringBuilder file, List<String> cells, boolean quoteAll, String end) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean needed = cell.chars().anyMatch(c -> ",;|\t\"\r\n".indexOf(c) >= 0);
            file.append(i == 0 ? "" : String.valueOf(delimiter));
            file.append(quoteAll || needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        file.append(end);
    }

    private double number(int column) {
        return switch (column) {
            case 0 -> random.nextInt(100_000) / 100.0 - 300;
            case 1 -> random.nextInt(1_000_000);
            case 2 -> -random.nextDouble();
            case 3 -> random.nextGaussian() * Math.pow(10, random.nextInt(12));
            default -> random.nextInt(2);
        };
    }

    private String text() {
        List<String> words = windows || random.nextInt(3) > 0 ? WORDS : EMOJI;
        return words.get(random.nextInt(words.size()));
    }

    private String cell(double number) {
        if (Double.isNaN(number)) {
            return MISSING.get(random.nextInt(MISSING.size()));
        }
        BigDecimal exact = new BigDecimal(Double.toString(number));
        String text = random.nextInt(5) == 0
                ? String.format(Locale.ROOT, "%.16e", number).replace("e+", random.nextBoolean() ? "E" : "e+")
                : exact.toPlainString();
        text = text.replace('-', unicodeMinus && !text.contains("e-") ? '\u2212' : '-');
        text = decimalComma ? text.replace('.', ',') : text;
        return random.nextInt(6) == 0 ? " " + text + "\u00A0" : text;
    }
}
