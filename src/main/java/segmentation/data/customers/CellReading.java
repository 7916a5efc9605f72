package segmentation.data.customers;

import java.util.Optional;
import segmentation.data.dataset.Field;

/** How trimmed cells become values: one way for columns that are described, another for those inferred from a file. */
public interface CellReading {

    /** Says whether a cell stands for a missing value. */
    boolean isMissing(String cell);

    /** Returns the one way to write the value of a cell that is not missing; empty where the column cannot have it. */
    Optional<String> read(Field field, String cell);

    /** Returns what is asked of a cell of the column, for a sentence. */
    String expectation(Field field, String cell);
}
