package segmentation.explore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import segmentation.analysis.Segmentation;
import segmentation.evaluation.AdjustedRandIndex;

/**
 * The lines of all that was chosen, oldest first, and which of them is on the screen. Of more than {@value #MOST} the
 * oldest without a name go, so that memory stays flat.
 */
final class History {
    static final int MOST = 200;

    private final List<Line> lines = new ArrayList<>();
    private int numbered;
    private int current;

    /** Adds a line that is then on the screen; one before it that nobody has seen an answer of goes. */
    synchronized Line add(Choice choice, Segmentation segmentation) {
        lines.removeIf(line -> line.number() == current && line.outcome().isEmpty());
        if (lines.size() >= MOST) {
            lines.remove(lines.stream()
                    .filter(line -> line.name().isEmpty())
                    .findFirst()
                    .orElse(lines.get(0)));
        }
        Line line = Line.of(++numbered, choice, segmentation);
        lines.add(line);
        current = line.number();
        return line;
    }

    /** Puts a line on the screen again; {@link IllegalArgumentException} where there is none of that number. */
    synchronized Line show(int number) {
        Line line = line(number);
        current = number;
        return line;
    }

    synchronized Line line(int number) {
        return lines.stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The history has no line %d.".formatted(number)));
    }

    /** Returns the line on the screen; empty before the first choice. */
    synchronized Optional<Line> current() {
        return lines.stream().filter(line -> line.number() == current).findFirst();
    }

    /** Returns the line so many places from the one on the screen, -1 for undo. */
    synchronized Optional<Line> beside(int places) {
        int at = current().map(lines::indexOf).orElse(-1) + places;
        return at >= 0 && at < lines.size() ? Optional.of(lines.get(at)) : Optional.empty();
    }

    synchronized void call(int number, String name) {
        change(number, line -> line.called(name));
    }

    /** Keeps what came out of a line, with who moved against the line above it. */
    synchronized void keep(int number, Outcome outcome) {
        int at = lines.indexOf(line(number));
        Optional<Moves> moves =
                at == 0 ? Optional.empty() : lines.get(at - 1).outcome().flatMap(before -> Moves.of(before, outcome));
        change(number, line -> line.with(outcome, moves));
    }

    private void change(int number, UnaryOperator<Line> changed) {
        lines.set(lines.indexOf(line(number)), changed.apply(line(number)));
    }

    synchronized void clear() {
        lines.clear();
        current = 0;
    }

    synchronized int size() {
        return lines.size();
    }

    synchronized ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("current", current);
        ArrayNode all = json.putArray("lines");
        lines.forEach(line -> all.add(line.toJson()));
        return json;
    }

    /**
     * One line of the history: what was chosen, and what came out as far as it is known. Immutable.
     *
     * @param number its number, from 1
     * @param choice what was chosen
     * @param segmentation the segmentation of that choice, of which nothing is computed here, so that a long history is light
     * @param name what somebody called it, empty for nothing
     * @param outcome what came out; empty until the first answer
     * @param moves who moved against the line before; empty for the first
     */
    record Line(
            int number,
            Choice choice,
            Segmentation segmentation,
            String name,
            Optional<Outcome> outcome,
            Optional<Moves> moves) {

        static Line of(int number, Choice choice, Segmentation segmentation) {
            return new Line(number, choice, segmentation, "", Optional.empty(), Optional.empty());
        }

        Line called(String other) {
            return new Line(number, choice, segmentation, other, outcome, moves);
        }

        Line with(Outcome other, Optional<Moves> since) {
            return new Line(number, choice, segmentation, name, Optional.of(other), since);
        }

        ObjectNode toJson() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("number", number).put("name", name);
            json.set("choice", choice.toJson());
            outcome.ifPresent(known -> {
                json.put("k", known.k()).put("silhouette", known.silhouette());
                json.put("verdict", known.verdict()).put("refined", known.refined());
            });
            moves.ifPresent(known -> json.put("rand", known.rand()).put("moved", known.moved()));
            return json;
        }
    }

    /**
     * Who moved between two segmentations, of the customers in both. Immutable.
     *
     * @param rand the adjusted Rand index, at most 1
     * @param moved customers who left the segment that most of their earlier one are in now
     * @param customers how many are in both
     * @param counts customers of each earlier segment in each later one
     */
    record Moves(double rand, int moved, int customers, int[][] counts) {

        /** Compares; empty where no customer is in both. */
        static Optional<Moves> of(Outcome before, Outcome after) {
            int[][] common = before.customers().common(after.customers());
            int customers = common[0].length;
            if (customers == 0) {
                return Optional.empty();
            }
            int[][] counts = new int[before.k()][after.k()];
            for (int i = 0; i < customers; i++) {
                counts[common[0][i] - 1][common[1][i] - 1]++;
            }
            int stayed = Arrays.stream(counts)
                    .mapToInt(row -> Arrays.stream(row).max().orElse(0))
                    .sum();
            return Optional.of(
                    new Moves(AdjustedRandIndex.of(common[0], common[1]), customers - stayed, customers, counts));
        }

        /** Returns what the page's comparison shows, with the segments' names. */
        ObjectNode toJson(List<String> before, List<String> after) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("rand", rand).put("moved", moved).put("customers", customers);
            before.forEach(json.putArray("before")::add);
            after.forEach(json.putArray("after")::add);
            ArrayNode rows = json.putArray("counts");
            for (int[] row : counts) {
                Arrays.stream(row).forEach(rows.addArray()::add);
            }
            return json;
        }
    }

    /**
     * What came out of a choice. Immutable.
     *
     * @param k the number of segments
     * @param silhouette their mean silhouette
     * @param customers the segments of the customers, by their place in the file
     * @param names a name a segment, 1 first
     * @param refined whether it is what {@code segment fit} gives, and no first answer
     * @param verdict whether the groups are real, in a word; empty until that is known
     */
    record Outcome(
            int k, double silhouette, CustomerLabels customers, List<String> names, boolean refined, String verdict) {

        /** Copies the list. */
        Outcome {
            names = List.copyOf(names);
        }

        Outcome withVerdict(String word) {
            return new Outcome(k, silhouette, customers, names, refined, word);
        }
    }

    /** The segment of every customer, by the line of its file, in little memory. Immutable. */
    static final class CustomerLabels {
        private final int[] lines;
        private final byte[] labels;

        private CustomerLabels(int[] lines, byte[] labels) {
            this.lines = lines;
            this.labels = labels;
        }

        /**
         * Keeps labels from 1 to {@value Choice#MOST_K}.
         *
         * @param lines ascending, one a customer
         * @param before labels that may be of the same customers, whose lines are then shared
         */
        static CustomerLabels of(int[] lines, int[] labels, CustomerLabels... before) {
            byte[] small = new byte[labels.length];
            for (int i = 0; i < labels.length; i++) {
                small[i] = (byte) labels[i];
            }
            int[] shared = Arrays.stream(before)
                    .map(other -> other.lines)
                    .filter(other -> Arrays.equals(other, lines))
                    .findFirst()
                    .orElse(lines);
            return new CustomerLabels(shared, small);
        }

        /** Returns the labels of the customers whom two have in common: those of this, then those of the other. */
        int[][] common(CustomerLabels other) {
            int[] mine = new int[Math.min(labels.length, other.labels.length)];
            int[] theirs = new int[mine.length];
            int count = 0;
            int j = 0;
            for (int i = 0; i < lines.length; i++) {
                while (j < other.lines.length && other.lines[j] < lines[i]) {
                    j++;
                }
                if (j < other.lines.length && other.lines[j] == lines[i]) {
                    mine[count] = labels[i];
                    theirs[count++] = other.labels[j];
                }
            }
            return new int[][] {Arrays.copyOf(mine, count), Arrays.copyOf(theirs, count)};
        }
    }
}
