package segmentation.data.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import segmentation.data.customers.DateColumn;
import segmentation.data.value.DateFormat;
import segmentation.data.value.MissingValues;
import segmentation.data.value.NumberFormat;
import segmentation.data.value.NumberParser;
import segmentation.stats.NumericSummary;

/** Looks at the columns of a file, a few at once: cells side by side come from memory together. */
final class ColumnProfiler {
    private static final int AT_ONCE = 4;
    private static final double NUMERIC_SHARE = 0.9;

    private final FileTable body;
    private final NumberFormat style;
    private final MissingValues missing;
    private final int rows;

    private ColumnProfiler(FileTable body, NumberFormat style, MissingValues missing) {
        this.body = body;
        this.style = style;
        this.missing = missing;
        this.rows = body.tellingRows();
    }

    /** Returns a look at each column. */
    static List<ColumnProfile> of(FileTable body, NumberFormat style, MissingValues missing) {
        ColumnProfiler scan = new ColumnProfiler(body, style, missing);
        List<ColumnProfile> looks = new ArrayList<>();
        int columns = body.cells().columns();
        for (int from = 0; from < columns; from += AT_ONCE) {
            scan.tallies(from, Math.min(from + AT_ONCE, columns)).forEach(tally -> looks.add(scan.look(tally)));
        }
        return List.copyOf(looks);
    }

    private List<ColumnTally> tallies(int from, int to) {
        NumberParser number = NumberParser.reader(style.decimal());
        List<ColumnTally> tallies = IntStream.range(from, to)
                .mapToObj(place -> new ColumnTally(new ColumnCells(body, style, missing, place)))
                .toList();
        for (int row = 0; row < body.cells().rows(); row++) {
            if (body.isTelling(row)) {
                for (int i = 0; i < to - from; i++) {
                    ColumnTally tally = tallies.get(i);
                    tally.column().count(row, number, tally);
                }
            }
        }
        return tallies;
    }

    private ColumnProfile look(ColumnTally tally) {
        String name = tally.column().name();
        Optional<DateFormat> dates = isNumeric(tally) ? Optional.empty() : DateColumn.format(name, tally.cells());
        ColumnKind kind = kind(tally, dates);
        NumericSummary figures = kind.isNumeric() ? tally.figures() : NumericSummary.of(new double[0]);
        return new ColumnProfile(
                name,
                tally.column().place(),
                kind,
                tally.filled(),
                rows - tally.filled(),
                kind.isNumeric() && tally.numbers() == tally.filled() ? figures.distinct() : tally.distinct(),
                tally.numbers(),
                tally.firstOther(),
                IdDetector.reason(name, tally),
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
