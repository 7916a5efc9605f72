package segmentation.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import segmentation.csv.CsvRow;
import segmentation.csv.RowCondition;
import segmentation.io.SourceName;

/** The conditions that a row must meet to be read, as they are sent to other processes. */
final class Conditions implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final String[][] parts;
    private final int[] places;
    private transient @Nullable List<RowCondition> known;

    private Conditions(String[][] parts, int[] places) {
        this.parts = parts;
        this.places = places;
    }

    /** Finds the columns of the conditions; {@code source} is named where one is lacking. */
    static Conditions of(List<RowCondition> conditions, List<String> header, String source) {
        SourceName name = new SourceName(source);
        return new Conditions(
                conditions.stream()
                        .map(condition -> new String[] {condition.column(), condition.sign(), condition.value()})
                        .toArray(String[][]::new),
                conditions.stream()
                        .mapToInt(condition -> condition.place(header, name))
                        .toArray());
    }

    /** Says whether a line meets them all; a sentence on one that cannot tell names {@code source}. */
    boolean areMet(CsvRow row, String source) {
        SourceName name = new SourceName(source);
        List<RowCondition> conditions = conditions();
        for (int number = 0; number < places.length; number++) {
            if (!conditions.get(number).isMet(row, places[number], name)) {
                return false;
            }
        }
        return true;
    }

    /** Says how many lines did not meet them, in a sentence; none where all did. */
    List<String> leftOutNote(int leftOut) {
        return RowCondition.leftOutNote(conditions(), leftOut);
    }

    // They cannot be sent to another process, so they are made where they are needed.
    private List<RowCondition> conditions() {
        List<RowCondition> made = known;
        if (made == null) {
            made = Arrays.stream(parts)
                    .map(part -> new RowCondition(part[0], part[1], part[2]))
                    .toList();
            known = made;
        }
        return made;
    }

    /** Returns what Spark asks of the rows of a table whose columns are called by their places. */
    List<Column> columns(String source) {
        return IntStream.range(0, places.length)
                .mapToObj(number -> column(parts[number], places[number], source))
                .toList();
    }

    private static Column column(String[] part, int place, String source) {
        UDF1<Row, Boolean> met = row -> new RowCondition(part[0], part[1], part[2]).isMet(Cells.text(row, 0), source);
        return udf(met, DataTypes.BooleanType).apply(struct(col("_" + place)));
    }
}
