package segmentation.data.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import segmentation.csv.ReadingOptions;
import segmentation.data.value.DateFormat;
import segmentation.data.value.DatePattern;
import segmentation.data.value.DatePatternDetector;
import segmentation.data.value.MissingValues;
import segmentation.data.value.NumberFormat;
import segmentation.data.value.NumberParser;
import segmentation.data.value.ReadingHint;
import segmentation.data.value.RegionCodes;
import segmentation.data.value.TimeOfDay;
import segmentation.data.value.YesNo;
import segmentation.stats.NumericSummary;
import segmentation.text.Excerpt;
import segmentation.text.NumberText;

/** Looks at the columns of a file, on all cores. */
final class ColumnProfiler {
    private static final double NUMERIC_SHARE = 0.9;
    private static final double FIRST_COMPACT = 1900_01_01;
    private static final double LAST_COMPACT = 2100_12_31;
    private static final int FEW = 3;

    private final FileTable body;
    private final NumberFormat style;
    private final MissingValues missing;
    private final ReadingOptions options;

    private ColumnProfiler(FileTable body, NumberFormat style, MissingValues missing, ReadingOptions options) {
        this.body = body;
        this.style = style;
        this.missing = missing;
        this.options = options;
    }

    /** Returns a look at each column. */
    static List<ColumnProfile> of(FileTable body, NumberFormat style, MissingValues missing, ReadingOptions options) {
        ColumnProfiler profiler = new ColumnProfiler(body, style, missing, options);
        return IntStream.range(0, body.cells().columns())
                .parallel()
                .mapToObj(place -> profiler.profile(profiler.tally(missing, place)))
                .toList();
    }

    private ColumnTally tally(MissingValues markers, int place) {
        NumberParser number = NumberParser.reader(style.decimal());
        ColumnTally tally = ColumnTally.of(body, style, markers, place);
        for (int row = 0; row < body.cells().rows(); row++) {
            if (body.isTelling(row)) {
                tally.count(row, number);
            }
        }
        return tally;
    }

    private ColumnProfile profile(ColumnTally tally) {
        if (tally.notAvailable() > 0
                && !isNumeric(tally)
                && RegionCodes.fit(tally.cells().keySet())) {
            return profile(tally(missing.without("NA"), tally.place()), true);
        }
        return profile(tally, false);
    }

    private ColumnProfile profile(ColumnTally tally, boolean keepsNa) {
        NumericSummary numbers = isNumeric(tally) ? tally.figures() : NumericSummary.of(new double[0]);
        Optional<DateFormat> dates = dates(tally, numbers);
        ColumnKind kind = kind(tally, dates);
        NumericSummary figures = kind.isNumeric() ? numbers : NumericSummary.of(new double[0]);
        int distinct = kind.isNumeric() && tally.numbers() == tally.filled() ? figures.distinct() : tally.distinct();
        Optional<ReadingHint> hint = tally.numbers() == tally.filled() || dates.isPresent()
                ? Optional.empty()
                : ReadingHint.of(tally.cells(), style);
        return new ColumnProfile(
                tally.name(),
                tally.place(),
                kind,
                tally.filled(),
                tally.rows() - tally.filled(),
                distinct,
                tally.numbers(),
                tally.firstOther(),
                kind == ColumnKind.DATE ? Optional.empty() : IdDetector.reason(tally, distinct),
                IdDetector.isCustomerId(tally.name()),
                hint,
                remarks(tally, kind, keepsNa, hint.isPresent()),
                kind == ColumnKind.TEXT ? YesNo.of(tally.cells().keySet()) : Optional.empty(),
                keepsNa,
                figures,
                kind.isNumeric() ? List.of() : tally.commonest(),
                dates);
    }

    /** Returns how a column is written that holds dates of one style and nothing else, times of day behind them or not. */
    private Optional<DateFormat> dates(ColumnTally tally, NumericSummary numbers) {
        boolean asked = options.dateFormat().isPresent() && !isNumeric(tally);
        boolean compact =
                numbers.minimum() >= FIRST_COMPACT && numbers.maximum() <= LAST_COMPACT && numbers.distinct() >= FEW;
        if (tally.filled() == 0 || isNumeric(tally) && !compact) {
            return Optional.empty();
        }
        String first = tally.cells().keySet().iterator().next();
        if (!asked && !DatePattern.isDate(TimeOfDay.datePart(first))) {
            return Optional.empty();
        }
        return detector(tally).format(tally.name()).filter(format -> format.dates() == tally.distinct());
    }

    private DatePatternDetector detector(ColumnTally tally) {
        DatePatternDetector detector = DatePatternDetector.of(options);
        tally.cells().keySet().forEach(cell -> {
            String day = TimeOfDay.datePart(cell);
            if (TimeOfDay.micros(cell.substring(day.length())).isPresent()) {
                detector.add(day);
            }
        });
        return detector;
    }

    private List<String> remarks(ColumnTally tally, ColumnKind kind, boolean keepsNa, boolean readable) {
        List<String> remarks = new ArrayList<>();
        if (keepsNa) {
            remarks.add("NA is read as a region, beside %s; --missing NA takes it for missing"
                    .formatted(tally.commonest().stream()
                            .map(ColumnProfile.ValueCount::value)
                            .filter(value -> !value.equals("NA"))
                            .findFirst()
                            .orElse("others")));
        } else if (kind == ColumnKind.TEXT && tally.notAvailable() > 0) {
            remarks.add("NA is read as missing: %s %s; --keep NA takes it for a value"
                    .formatted(NumberText.count(tally.notAvailable()), tally.notAvailable() == 1 ? "cell" : "cells"));
        }
        if (kind == ColumnKind.TEXT && tally.distinct() >= FEW) {
            mixedDates(tally).ifPresent(remarks::add);
        }
        if (kind == ColumnKind.TEXT && tally.filled() > 0 && !readable) {
            WrittenShape.words(tally.cells(), tally.numbers()).ifPresent(remarks::add);
        }
        return remarks;
    }

    /** Says what is wrong with a column of which nearly all different cells are dates. */
    private Optional<String> mixedDates(ColumnTally tally) {
        Optional<String> some = tally.cells().keySet().stream()
                .limit(20)
                .filter(cell -> DatePattern.isDate(TimeOfDay.datePart(cell)))
                .findFirst();
        if (some.isEmpty()) {
            return Optional.empty();
        }
        DatePatternDetector detector = detector(tally);
        DatePattern style = detector.style();
        List<String> others = tally.cells().keySet().stream()
                .filter(cell -> style.date(TimeOfDay.datePart(cell)).isEmpty())
                .sorted()
                .toList();
        int dates = tally.distinct() - others.size();
        if (others.isEmpty() || dates < NUMERIC_SHARE * tally.distinct()) {
            return Optional.empty();
        }
        int other = others.stream()
                .mapToInt(cell -> tally.cells().getOrDefault(cell, 0))
                .sum();
        return Optional.of("%s %s written %s and %s other (first: line %d, %s)"
                .formatted(
                        NumberText.count(tally.filled() - other),
                        "dates",
                        style.written(),
                        NumberText.count(other),
                        tally.lineOf(others.get(0)),
                        Excerpt.quoted(others.get(0))));
    }

    private static ColumnKind kind(ColumnTally tally, Optional<DateFormat> dates) {
        if (tally.filled() == 0) {
            return ColumnKind.EMPTY;
        }
        if (dates.isPresent()) {
            return ColumnKind.DATE;
        }
        if (isNumeric(tally)) {
            boolean whole = tally.wholeNumbers() == tally.numbers() && tally.isWithinInt();
            return whole ? ColumnKind.WHOLE_NUMBER : ColumnKind.NUMBER;
        }
        return ColumnKind.TEXT;
    }

    private static boolean isNumeric(ColumnTally tally) {
        return tally.numbers() > 0 && tally.numbers() >= NUMERIC_SHARE * tally.filled();
    }
}
