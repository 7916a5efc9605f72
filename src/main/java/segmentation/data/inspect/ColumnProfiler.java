package segmentation.data.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final double TIME_DIGITS = 1_000_000;
    private static final double FIRST_SERIAL = 20_000;
    private static final double LAST_SERIAL = 80_000;
    private static final int FEW = 3;
    private static final double SOME = 0.25;
    private static final DatePattern YEAR_DAY_MONTH = DatePattern.written("yyyy-dd-mm");
    private static final int FIRST_FAR_YEAR = 2400;
    private static final Pattern FOUR_DIGITS = Pattern.compile("(?<!\\d)[12]\\d{3}(?!\\d)");

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
        ColumnProfile.Kind kind = kind(tally, dates);
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
                kind == ColumnProfile.Kind.DATE ? Optional.empty() : IdDetector.reason(tally, distinct),
                IdDetector.isCustomerId(tally.name()),
                hint,
                remarks(tally, kind, keepsNa, hint.isPresent()),
                kind == ColumnProfile.Kind.TEXT ? YesNo.of(tally.cells().keySet()) : Optional.empty(),
                keepsNa,
                figures,
                kind.isNumeric() ? List.of() : tally.commonest(),
                dates);
    }

    /** Returns how a column is written that holds dates of one style and nothing else, times of day behind them or not. */
    private Optional<DateFormat> dates(ColumnTally tally, NumericSummary numbers) {
        boolean asked = options.dateFormat().isPresent() && !isNumeric(tally);
        boolean serial = isSerial(tally, numbers);
        if (tally.filled() == 0 || isNumeric(tally) && !serial && !isCompact(numbers)) {
            return Optional.empty();
        }
        String first = tally.cells().keySet().iterator().next();
        if (!asked && !serial && !DatePattern.isDate(TimeOfDay.datePart(first))) {
            return Optional.empty();
        }
        return detector(tally).format(tally.name()).filter(format -> format.dates() == tally.distinct());
    }

    /** Says whether numbers may be days written 20241114, or moments of them written 20241114083000. */
    private static boolean isCompact(NumericSummary numbers) {
        double first = numbers.minimum() >= FIRST_COMPACT * TIME_DIGITS ? TIME_DIGITS : 1;
        return numbers.minimum() >= FIRST_COMPACT * first
                && numbers.maximum() < (LAST_COMPACT + 1) * first
                && numbers.distinct() >= FEW;
    }

    /** Says whether numbers under a name for dates may be those of days from 1954 to 2119 in a spreadsheet. */
    private static boolean isSerial(ColumnTally tally, NumericSummary numbers) {
        return isNumeric(tally)
                && numbers.minimum() >= FIRST_SERIAL
                && numbers.maximum() < LAST_SERIAL
                && IdDetector.isDate(tally.name());
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

    private List<String> remarks(ColumnTally tally, ColumnProfile.Kind kind, boolean keepsNa, boolean readable) {
        List<String> remarks = new ArrayList<>();
        if (keepsNa) {
            remarks.add("NA is read as a region, beside %s; --missing NA takes it for missing"
                    .formatted(tally.commonest().stream()
                            .map(ColumnProfile.ValueCount::value)
                            .filter(value -> !value.equals("NA"))
                            .findFirst()
                            .orElse("others")));
        } else if (kind == ColumnProfile.Kind.TEXT && tally.notAvailable() > 0) {
            remarks.add("NA is read as missing: %s %s; --keep NA takes it for a value"
                    .formatted(NumberText.count(tally.notAvailable()), tally.notAvailable() == 1 ? "cell" : "cells"));
        }
        if (kind == ColumnProfile.Kind.DATE && tally.cells().keySet().stream().anyMatch(ColumnProfiler::isFarYear)) {
            remarks.add("years such as those of the Buddhist calendar, 543 ahead; write them as others count");
        }
        if (kind == ColumnProfile.Kind.TEXT && tally.distinct() >= FEW) {
            mixedDates(tally).ifPresent(remarks::add);
        }
        if (kind != ColumnProfile.Kind.DATE && !readable) {
            oneWord(tally).ifPresent(remarks::add);
        }
        if (kind == ColumnProfile.Kind.TEXT && tally.filled() > 0 && !readable) {
            WrittenShape.words(tally.cells(), tally.numbers()).ifPresent(remarks::add);
        }
        return remarks;
    }

    /** Says which word stands in all cells of a column of numbers that are none, twice and more often. */
    private Optional<String> oneWord(ColumnTally tally) {
        if (2 * tally.numbers() < tally.filled() || tally.filled() - tally.numbers() < 2) {
            return Optional.empty();
        }
        List<String> others = tally.cells().keySet().stream()
                .filter(cell -> !style.read(cell).isNumber())
                .limit(2)
                .toList();
        boolean word = others.size() == 1 && others.get(0).chars().noneMatch(Character::isDigit);
        return Optional.of(others)
                .filter(any -> word)
                .map(any -> "%s stands in %s cells; if it means that nothing is known, say --missing '%s'"
                        .formatted(
                                Excerpt.quoted(others.get(0)),
                                NumberText.count(tally.filled() - tally.numbers()),
                                Excerpt.shortened(others.get(0))));
    }

    /** Says what is wrong with a column of which a quarter and more of the different cells are dates. */
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
        if (others.isEmpty() || dates < SOME * tally.distinct()) {
            return Optional.empty();
        }
        if (tally.cells().keySet().stream()
                .allMatch(cell -> YEAR_DAY_MONTH.date(TimeOfDay.datePart(cell)).isPresent())) {
            return Optional.of("dates written year, day, month; rfm reads them with --date-format yyyy-dd-mm");
        }
        return Optional.of(mixture(tally, style, others));
    }

    private static String mixture(ColumnTally tally, DatePattern style, List<String> others) {
        int other = others.stream()
                .mapToInt(cell -> tally.cells().getOrDefault(cell, 0))
                .sum();
        return "%s dates written %s and %s other (first: line %d, %s)"
                .formatted(
                        NumberText.count(tally.filled() - other),
                        style.written(),
                        NumberText.count(other),
                        tally.lineOf(others.get(0)),
                        Excerpt.quoted(others.get(0)));
    }

    private static boolean isFarYear(String cell) {
        Matcher year = FOUR_DIGITS.matcher(cell);
        return year.find() && Integer.parseInt(year.group()) >= FIRST_FAR_YEAR;
    }

    private static ColumnProfile.Kind kind(ColumnTally tally, Optional<DateFormat> dates) {
        if (tally.filled() == 0) {
            return ColumnProfile.Kind.EMPTY;
        }
        if (dates.isPresent()) {
            return ColumnProfile.Kind.DATE;
        }
        if (isNumeric(tally)) {
            boolean whole = tally.wholeNumbers() == tally.numbers() && tally.isWithinInt();
            return whole ? ColumnProfile.Kind.WHOLE_NUMBER : ColumnProfile.Kind.NUMBER;
        }
        return ColumnProfile.Kind.TEXT;
    }

    private static boolean isNumeric(ColumnTally tally) {
        return tally.numbers() > 0 && tally.numbers() >= NUMERIC_SHARE * tally.filled();
    }
}
