package segmentation.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Looks at the columns of a file, one after the other. */
final class ColumnScan {
    private static final double NUMERIC_SHARE = 0.9;

    private final FileBody body;
    private final NumberStyle style;
    private final MissingMarkers missing;
    private final int rows;

    private ColumnScan(FileBody body, NumberStyle style, MissingMarkers missing) {
        this.body = body;
        this.style = style;
        this.missing = missing;
        this.rows = body.tellingRows();
    }

    /** Returns a look at each column. */
    static List<ColumnLook> of(FileBody body, NumberStyle style, MissingMarkers missing) {
        ColumnScan scan = new ColumnScan(body, style, missing);
        return IntStream.range(0, body.cells().columns()).mapToObj(scan::look).toList();
    }

    private ColumnLook look(int place) {
        ColumnCells cells = new ColumnCells(body, style, missing, place);
        String name = cells.name();
        ColumnTally tally = cells.tally();
        Optional<DateFormat> dates = isNumeric(tally) ? Optional.empty() : DateColumn.format(name, tally.cells());
        ColumnKind kind = kind(tally, dates);
        NumericSummary figures = kind.isNumeric() ? tally.figures() : NumericSummary.of(new double[0]);
        return new ColumnLook(
                name,
                place,
                kind,
                tally.filled(),
                rows - tally.filled(),
                kind.isNumeric() && tally.numbers() == tally.filled() ? figures.distinct() : tally.distinct(),
                tally.numbers(),
                tally.firstOther(),
                IdSuspicion.reason(name, tally),
                figures,
                kind.isNumeric() ? List.of() : tally.commonest(),
                dates);
    }

    private static ColumnKind kind(ColumnTally tally, Optional<DateFormat> dates) {
        if (tally.filled() == 0) {
            return ColumnKind.EMPTY;
        }
        if (isNumeric(tally)) {
            boolean whole = tally.wholeNumbers() == tally.numbers() && tally.isWithinInt();
            return whole ? ColumnKind.WHOLE_NUMBER : ColumnKind.NUMBER;
        }
        return dates.isPresent() ? ColumnKind.DATE : ColumnKind.TEXT;
    }

    private static boolean isNumeric(ColumnTally tally) {
        return tally.numbers() > 0 && tally.numbers() >= NUMERIC_SHARE * tally.filled();
    }
}
