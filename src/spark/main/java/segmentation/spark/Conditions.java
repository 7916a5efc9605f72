package segmentation.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import segmentation.csv.CsvRow;
import segmentation.csv.RowCondition;
import segmentation.io.SourceName;

/** The conditions that a row must meet to be read, each with the place of its column. */
final class Conditions implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final RowCondition[] conditions;
    private final int[] places;

    private Conditions(RowCondition[] conditions, int[] places) {
        this.conditions = conditions;
        this.places = places;
    }

    /** Finds the columns of the conditions; {@code source} is named where one is lacking. */
    static Conditions of(List<RowCondition> conditions, List<String> header, String source) {
        SourceName name = new SourceName(source);
        int[] places = conditions.stream()
                .mapToInt(condition -> condition.place(header, name))
                .toArray();
        return new Conditions(conditions.toArray(RowCondition[]::new), places);
    }

    /** Says whether a line meets them all; a sentence on one that cannot tell names {@code source}. */
    boolean areMet(CsvRow row, String source) {
        SourceName name = new SourceName(source);
        for (int number = 0; number < places.length; number++) {
            if (!conditions[number].isMet(row, places[number], name)) {
                return false;
            }
        }
        return true;
    }

    /** Says how many lines did not meet them, in a sentence; none where all did. */
    List<String> leftOutNote(int leftOut) {
        return RowCondition.leftOutNote(List.of(conditions), leftOut);
    }

    /** Returns what Spark asks of the rows of a table whose columns are called by their places. */
    List<Column> columns(String source) {
        return IntStream.range(0, places.length)
                .mapToObj(number -> column(conditions[number], places[number], source))
                .toList();
    }

    private static Column column(RowCondition condition, int place, String source) {
        UDF1<Row, Boolean> met = row -> condition.isMet(Cells.text(row, 0), source);
        return udf(met, DataTypes.BooleanType).apply(struct(col("_" + place)));
    }
}
