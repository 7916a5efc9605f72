package segmentation.explore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import segmentation.analysis.Segmentation;

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
}
