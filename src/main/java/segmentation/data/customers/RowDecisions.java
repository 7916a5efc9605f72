package segmentation.data.customers;

import java.util.List;
import java.util.stream.Stream;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;

/**
 * What was left out of a table after it was read, decision by decision.
 *
 * @param read how many rows the table had when it was read
 * @param steps the decisions in the order they were made; each works on the rows that those before it kept
 */
public record RowDecisions(int read, List<Step> steps) implements Tabular {

    /**
     * One decision to leave customers out.
     *
     * @param reason why, in a few words, such as {@code income missing}
     * @param dropped how many rows it took out; 0 where it found none
     * @param kept how many rows were left after it
     */
    public record Step(String reason, int dropped, int kept) {}

    /** Copies the list. */
    public RowDecisions {
        steps = List.copyOf(steps);
    }

    /** Returns how many rows are left after all decisions. */
    public int kept() {
        return steps.isEmpty() ? read : steps.get(steps.size() - 1).kept();
    }

    /** Returns how many rows all decisions took out. */
    public int dropped() {
        return read - kept();
    }

    /** Returns the decisions with one more. */
    RowDecisions and(String reason, int kept) {
        Step step = new Step(reason, kept() - kept, kept);
        return new RowDecisions(
                read, Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    /** Returns one row for what was read and one a decision: what was decided, rows dropped, rows kept. */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.titled("").text("decision").counts("dropped", "kept");
        table.row("rows read", Double.NaN, read);
        steps.forEach(step -> table.row("without: " + step.reason(), step.dropped(), step.kept()));
        return table.build();
    }
}
