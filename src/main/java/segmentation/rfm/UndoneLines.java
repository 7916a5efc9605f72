package segmentation.rfm;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import segmentation.csv.CsvRow;
import segmentation.data.value.YesNo;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;
import segmentation.text.Wording;

/** Lines that a column of states calls cancelled, returned or refunded: they count, and a person is asked about them. */
final class UndoneLines {
    private static final Pattern STATE = Pattern.compile(
            "(?i)(.*[^\\p{L}])?(status|state|type|stage|estado|statut|zustand|stato|kind|situacao|situação|статус|状态)([^\\p{L}].*)?|.*(Status|State)");
    private static final Pattern UNDONE = Pattern.compile(
            "(?i).*(cancel|storn|refund|return|annul|void|reject|failed|charge ?back|devol|reembols|rembours|rückgabe|retour|abgebrochen"
                    + "|отмен|возврат|取消|退款).*");
    private static final int MOST_VALUES = 1000;

    private final CsvRow header;
    private final int[] states;
    private final int[] flags;
    private final TreeMap<Integer, TreeMap<String, Integer>> counts = new TreeMap<>();

    private UndoneLines(CsvRow header) {
        this.header = header;
        this.states = places(STATE);
        this.flags = places(UNDONE);
    }

    /** Looks for columns that may say so. */
    static UndoneLines below(CsvRow header) {
        return new UndoneLines(header);
    }

    private int[] places(Pattern names) {
        return IntStream.range(0, header.cells().size())
                .filter(place ->
                        names.matcher(Blanks.trimmed(header.cells().get(place))).matches())
                .toArray();
    }

    /** Looks at a line with as many cells as the header. */
    void see(CsvRow row) {
        for (int place : states) {
            String cell = Blanks.trimmed(row.cells().get(place));
            if (UNDONE.matcher(cell).matches()) {
                count(place, cell);
            }
        }
        for (int place : flags) {
            String cell = Blanks.trimmed(row.cells().get(place));
            if (cell.equals("1") || YesNo.value(cell).orElse(0) == 1) {
                count(place, cell);
            }
        }
    }

    private void count(int place, String cell) {
        count(place, cell, 1);
    }

    private void count(int place, String cell, int lines) {
        Map<String, Integer> values = counts.computeIfAbsent(place, unseen -> new TreeMap<>());
        if (values.size() < MOST_VALUES) {
            values.merge(cell, lines, Integer::sum);
        }
    }

    /** Returns how many lines of each column have each state so far. */
    TreeMap<Integer, TreeMap<String, Integer>> seen() {
        return counts;
    }

    /** Counts the lines of a stretch that stands behind those so far. */
    void see(Map<Integer, TreeMap<String, Integer>> later) {
        later.forEach((place, values) -> values.forEach((cell, lines) -> count(place, cell, lines)));
    }

    /** Returns a sentence for each state, on how many lines have it and how they are left out. */
    List<String> notes() {
        return counts.entrySet().stream()
                .flatMap(column -> column.getValue().entrySet().stream()
                        .map(value -> note(header.label(column.getKey()), value.getKey(), value.getValue())))
                .limit(5)
                .toList();
    }

    private static String note(String column, String value, int lines) {
        return "%s of %s: %s, counted like any other; are they purchases? --where \"%s != %s\" leaves them out."
                .formatted(
                        Excerpt.quoted(value), column, Wording.count(lines, "line"), column, Excerpt.shortened(value));
    }
}
