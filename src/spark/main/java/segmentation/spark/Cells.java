package segmentation.spark;

import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import segmentation.text.NumberText;

/** The cells of a row as text. */
final class Cells {
    private Cells() {}

    /** Returns a cell as a file would hold it, empty where it is missing or no number. */
    static String text(Row row, int column) {
        if (row.isNullAt(column)) {
            return "";
        }
        Object cell = row.get(column);
        if (cell instanceof Double || cell instanceof Float) {
            double number = ((Number) cell).doubleValue();
            return Double.isFinite(number) ? NumberText.shortest(number) : "";
        }
        return cell instanceof BigDecimal exact ? exact.toPlainString() : cell.toString();
    }
}
