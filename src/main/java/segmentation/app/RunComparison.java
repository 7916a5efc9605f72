package segmentation.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import segmentation.csv.ReadingOptions;
import segmentation.data.inspect.CustomerFile;
import segmentation.evaluation.AdjustedRandIndex;
import segmentation.io.DataException;
import segmentation.io.Json;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;

/**
 * Two segmentations of the same customers: how many of each segment are where in the other, who has moved, and which
 * settings differ. A segment of one continues as the segment of the other with which it shares most customers, the largest
 * overlaps first; who is in another has moved.
 */
final class RunComparison {
    private static final List<String> SETTINGS = List.of(
            "features", "logged", "scaling", "weights", "seed", "restarts", "choice/k", "data/used", "choice/verdict");

    private final Run before;
    private final Run after;
    private final List<Pair> pairs;
    private final int[][] counts;
    private final int[] continued;

    /** A customer of both, with the rows that tell of them. */
    private record Pair(String name, int before, int after) {}

    private RunComparison(Run before, Run after, List<Pair> pairs) {
        this.before = before;
        this.after = after;
        this.pairs = pairs;
        this.counts = new int[before.names().size()][after.names().size()];
        pairs.forEach(pair -> counts[pair.before - 1][pair.after - 1]++);
        this.continued = continued(counts);
    }

    /**
     * Compares two outputs.
     *
     * @param id column that tells customers apart; empty where rows follow each other in both files alike
     */
    static RunComparison of(Run before, Run after, Optional<String> id) {
        Map<String, Integer> known = segments(before, id);
        List<Pair> pairs = new ArrayList<>();
        List<String> others = names(after, id);
        for (int row = 0; row < others.size(); row++) {
            int segment = known.getOrDefault(others.get(row), 0);
            int there = after.segment(after.file().cells().get(row));
            if (segment > 0 && there > 0) {
                pairs.add(new Pair(others.get(row), segment, there));
            }
        }
        if (pairs.isEmpty()) {
            throw DataException.inFile(
                    after.file().shown(),
                    "no customer with a segment in both files",
                    "two segmentations of the same customers",
                    "name the column that tells customers apart with --id");
        }
        return new RunComparison(before, after, pairs);
    }

    private static Map<String, Integer> segments(Run run, Optional<String> id) {
        Map<String, Integer> segments = new HashMap<>();
        List<String> names = names(run, id);
        List<List<String>> rows = run.file().cells();
        for (int row = 0; row < rows.size(); row++) {
            if (segments.put(names.get(row), run.segment(rows.get(row))) != null) {
                throw DataException.inFile(
                        run.file().shown(),
                        "the customer %s twice".formatted(names.get(row)),
                        "each once",
                        "name the column that tells customers apart with --id");
            }
        }
        return segments;
    }

    /** Returns what tells each customer from others: the id, or where none is named all own cells with the row's number. */
    private static List<String> names(Run run, Optional<String> id) {
        List<List<String>> rows = run.file().cells();
        if (id.isPresent()) {
            int place = run.file().header().indexOf(run.file().column(id.get()).name());
            return rows.stream().map(row -> row.get(place).strip()).toList();
        }
        return IntStream.range(0, rows.size())
                .mapToObj(row -> "%d: %s"
                        .formatted(row + 1, String.join(", ", rows.get(row).subList(0, run.own()))))
                .toList();
    }

    private static int[] continued(int[][] counts) {
        int[] partner = new int[counts.length];
        boolean[] taken = new boolean[counts.length == 0 ? 0 : counts[0].length];
        for (int round = 0; round < counts.length; round++) {
            int best = -1;
            for (int cell = 0; cell < counts.length * taken.length; cell++) {
                int a = cell / taken.length;
                int b = cell % taken.length;
                boolean free = partner[a] == 0 && !taken[b] && counts[a][b] > 0;
                if (free && (best < 0 || counts[a][b] > counts[best / taken.length][best % taken.length])) {
                    best = cell;
                }
            }
            if (best >= 0) {
                partner[best / taken.length] = best % taken.length + 1;
                taken[best % taken.length] = true;
            }
        }
        return partner;
    }

    /** Returns how many customers have a segment in both. */
    int customers() {
        return pairs.size();
    }

    /** Returns how many of them are in another segment than the one that theirs continues as. */
    int moved() {
        return (int) pairs.stream().filter(this::isMoved).count();
    }

    private boolean isMoved(Pair pair) {
        return continued[pair.before - 1] != pair.after;
    }

    /** Returns the adjusted Rand index of the two: 1 for the same segments, 0 for no more in common than chance gives. */
    double agreement() {
        return AdjustedRandIndex.of(
                pairs.stream().mapToInt(Pair::before).toArray(),
                pairs.stream().mapToInt(Pair::after).toArray());
    }

    /** Returns a row for each segment of the first: how many of its customers are in each of the second. */
    ResultTable crossTable() {
        ResultTable.Builder table = ResultTable.titled("").figures("no.").text("segment", "continues as");
        IntStream.rangeClosed(1, after.names().size()).forEach(number -> table.figures("in no. " + number));
        for (int a = 0; a < counts.length; a++) {
            List<String> cells = new ArrayList<>(List.of(
                    Integer.toString(a + 1),
                    before.names().get(a),
                    continued[a] == 0
                            ? "none"
                            : "%d, %s".formatted(continued[a], after.names().get(continued[a] - 1))));
            Arrays.stream(counts[a]).mapToObj(NumberText::count).forEach(cells::add);
            table.row(cells);
        }
        return table.build();
    }

    /** Returns the customers who moved, at most so many, with the segments they were and are in. */
    List<List<String>> movedRows(int most) {
        return pairs.stream()
                .filter(this::isMoved)
                .limit(most)
                .map(pair -> List.of(pair.name, Integer.toString(pair.before), Integer.toString(pair.after)))
                .toList();
    }

    /** Says which settings of the runs differ, a sentence each; none where they are the same, or not known. */
    List<String> differences() {
        return SETTINGS.stream()
                .filter(key -> !value(before, key).equals(value(after, key)))
                .map(key -> "%s: before %s; after %s"
                        .formatted(key.replaceFirst(".*/", ""), value(before, key), value(after, key)))
                .toList();
    }

    /** Says whether the settings of both runs are known. */
    boolean knowsSettings() {
        return !before.metrics().isMissingNode() && !after.metrics().isMissingNode();
    }

    private static String value(Run run, String key) {
        JsonNode value = run.metrics().at("/" + key);
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                        .replaceFirst("^$", "none")
                : value.isMissingNode() || value.isNull() ? "not known" : value.asText();
    }

    /**
     * What {@code fit} or {@code score} left: the customers' own cells, the segment of each, and the figures of the run where
     * there are any.
     *
     * @param file the rows, segment columns among them
     * @param own how many columns at the left are the customers' own
     * @param metrics the run's metrics.json; a missing node where there is none
     */
    record Run(CustomerFile file, int own, JsonNode metrics) {
        private static final int ADDED = 4;

        /** Reads a folder of {@code fit}, or a CSV file with segments. */
        static Run read(Path place) {
            Path rows = Files.isDirectory(place) ? place.resolve("segments.csv") : place;
            CustomerFile file = CustomerFile.read(rows, ReadingOptions.guessed());
            int own = file.header().size() - ADDED;
            if (own < 1 || !file.header().get(own + 1).startsWith("segment_name")) {
                throw DataException.inFile(
                        rows.toString(),
                        "no columns segment, segment_name, distance and a fourth at the right",
                        "what fit or score writes",
                        "name its folder or its file");
            }
            Path figures = rows.resolveSibling("metrics.json");
            JsonNode metrics = Files.exists(figures) && rows.endsWith("segments.csv")
                    ? Json.read(figures, "a metrics.json as fit writes it", "fit again")
                    : MissingNode.getInstance();
            return new Run(file, own, metrics);
        }

        /** Returns the segment of a row, 0 for none. */
        int segment(List<String> row) {
            String cell = row.get(own).strip();
            return cell.matches("[0-9]{1,6}") ? Integer.parseInt(cell) : 0;
        }

        /** Returns the names of the segments, 1 first; a number for one that nobody is in. */
        List<String> names() {
            String[] names = new String
                    [file.cells().stream().mapToInt(this::segment).max().orElse(0)];
            file.cells().stream()
                    .filter(row -> segment(row) > 0)
                    .forEach(row -> names[segment(row) - 1] = row.get(own + 1));
            return IntStream.range(0, names.length)
                    .mapToObj(i -> names[i] == null ? "segment " + (i + 1) : names[i])
                    .toList();
        }
    }
}
