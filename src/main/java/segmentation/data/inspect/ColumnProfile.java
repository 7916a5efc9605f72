package segmentation.data.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import segmentation.data.customers.RowIssue;
import segmentation.data.value.DateFormat;
import segmentation.data.value.ReadingHint;
import segmentation.data.value.YesNo;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.stats.NumericSummary;
import segmentation.text.Excerpt;
import segmentation.text.NumberText;

/**
 * What a column of a customer file turned out to hold, in the rows that have as many cells as the header.
 *
 * @param name unique name of the column
 * @param place where it stands, counted from 0
 * @param kind what its cells hold
 * @param filled how many cells are not missing
 * @param missing how many are
 * @param distinct how many different values there are among the filled ones: numbers by value where all are numbers, else as
 *     written
 * @param numbers how many of the filled cells are numbers
 * @param firstOther the first filled cell that is no number, with what a number needs; empty where there is none
 * @param idReason why the column looks like an id, a code or a date and is no feature, a clause such as
 *     {@code all values differ …}; empty where it does not
 * @param customerId whether its name is one for the number of a customer
 * @param hint the reading options that would make numbers of it; empty where it is numeric, or none would
 * @param remarks what else a person should know of the column, a clause each
 * @param yesNo the words for yes and no that are all it holds; read as 1 and 0 where it is taken as a feature
 * @param keepsNa whether NA is a value in it: North America or Namibia among other regions
 * @param figures the numbers in a few figures; all NaN where the column is not numeric
 * @param commonest up to three values of a column that is not numeric, most frequent first, with how often they occur
 * @param dateFormat how a column of dates is written; empty for others
 */
public record ColumnProfile(
        String name,
        int place,
        Kind kind,
        int filled,
        int missing,
        int distinct,
        int numbers,
        Optional<RowIssue> firstOther,
        Optional<String> idReason,
        boolean customerId,
        Optional<ReadingHint> hint,
        List<String> remarks,
        Optional<YesNo> yesNo,
        boolean keepsNa,
        NumericSummary figures,
        List<ValueCount> commonest,
        Optional<DateFormat> dateFormat) {
    /** A column of more different numbers than this is not one of classes. */
    static final int MOST_CLASSES = 12;

    private static final Pattern CLASSES = Pattern.compile(
            "(?i)(.*[^\\p{L}])?(class|level|type|kind|category|cat|group|education|marital|marriage|gender|sex|region|status|channel|"
                    + "month|weekday|day_?of_?week|quarter|hour|occupation|job|profession|branch|city_?tier|tier|grade|code|segment|cluster|dept|department|settlement|size)"
                    + "([^\\p{L}].*)?");

    private static final double LARGE = 1e15;
    private static final int SHORT = 16;
    private static final int LONGEST_NAME = 40;
    private static final Pattern YEAR = Pattern.compile(
            "(?i).*(year|yr|birth|jahr|année|annee|año|anno\\b|\\bano\\b|rok\\b|год|年|geburt|naissance|nascita|yob).*");
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2200;

    /**
     * A value and how often it occurs.
     *
     * @param value as written, trimmed
     * @param count number of cells
     */
    public record ValueCount(String value, int count) {}

    /** Copies the lists. */
    public ColumnProfile {
        remarks = List.copyOf(remarks);
        commonest = List.copyOf(commonest);
    }

    /** Says whether all values are the same, over at least two filled cells. */
    public boolean isConstant() {
        return filled > 1 && distinct == 1;
    }

    /** Returns how many filled cells of a numeric column are no numbers to compute with; 0 for other columns. */
    public int unfit() {
        return kind.isNumeric() ? filled - numbers : 0;
    }

    /** Says whether numbers and other text are mixed: at least one filled cell in ten, but not all, is a number. */
    public boolean isMixed() {
        return numbers < filled && 10L * numbers >= filled;
    }

    /**
     * Returns how many numbers lie far from the rest, as {@link NumericSummary#far}; 0 where only two values occur or they
     * look like the numbers of classes.
     */
    public int far() {
        // Of two values the rarer would always be far.
        return kind.isNumeric() && figures.distinct() > 2 && !isClasses() ? figures.far() : 0;
    }

    /** Says whether a column looks like the numbers of classes: few whole numbers, under a name for classes. */
    boolean isClasses() {
        return kind == Kind.WHOLE_NUMBER
                && distinct() > 1
                && distinct() <= MOST_CLASSES
                && figures.minimum() >= (distinct() == 2 ? 1 : 0)
                && figures.maximum() <= 100
                && CLASSES.matcher(name).matches();
    }

    /** Returns the column as one whose cells must be numbers, whatever they are. */
    ColumnProfile asNumbers() {
        return new ColumnProfile(
                name,
                place,
                Kind.NUMBER,
                filled,
                missing,
                distinct,
                numbers,
                firstOther,
                idReason,
                customerId,
                hint,
                remarks,
                yesNo,
                keepsNa,
                figures,
                commonest,
                dateFormat);
    }

    /** Says whether rows repeat earlier customers: the column's name is one for customers, and less than half differ. */
    boolean repeatsCustomers() {
        return customerId && filled > 2 && 2 * (filled - distinct) > filled + missing;
    }

    /** Returns the name, of a long one its beginning and its end. */
    String shown() {
        return Excerpt.name(name, LONGEST_NAME);
    }

    /** Shows least, median and greatest number, or the commonest values. */
    String content() {
        return kind.isNumeric()
                ? "%s · %s · %s"
                        .formatted(figure(figures.minimum()), figure(figures.median()), figure(figures.maximum()))
                : commonest.stream()
                        .map(value -> "%s (%s)"
                                .formatted(Excerpt.shortened(value.value(), SHORT), NumberText.count(value.count())))
                        .collect(Collectors.joining(", "));
    }

    private String figure(double value) {
        if (Math.abs(value) >= LARGE) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        String text = NumberText.within(figures.maximum() - figures.minimum(), value)
                .replaceFirst(kind == Kind.WHOLE_NUMBER ? "\\.0+$" : "$^", "");
        // A year, a phone number and another code are no amounts.
        return isYear() || idReason.isPresent() ? text.replace(",", "").replaceFirst("\\.0+$", "") : text;
    }

    /** Says whether the values are years: whole, of our times, under a name for one. */
    public boolean isYear() {
        return kind == Kind.WHOLE_NUMBER
                && figures.minimum() >= FIRST_YEAR
                && figures.maximum() <= LAST_YEAR
                && YEAR.matcher(name).matches();
    }

    /** Says how many of the cells are numbers, and shows the first that is none; for a column that mixes both. */
    String mixed() {
        RowIssue first = firstOther.orElseThrow();
        String advice = hint.map(options -> "; " + options.advice()).orElse("");
        return "numbers and other text are mixed: %s of %s cells are numbers (first other: line %d, %s)%s"
                .formatted(NumberText.count(numbers), NumberText.count(filled), first.line(), first.found(), advice);
    }

    /** Says how many cells of a numeric column are no numbers, and shows the first; for a column that has some. */
    String unfitWords() {
        RowIssue first = firstOther.orElseThrow();
        return "%s %s no usable %s (first: line %s, %s)"
                .formatted(
                        NumberText.count(unfit()),
                        unfit() == 1 ? "cell is" : "cells are",
                        unfit() == 1 ? "number" : "numbers",
                        first.line(),
                        first.found());
    }

    /** Returns the fault of a column that is asked for as a feature and holds no numbers. */
    DataException noNumbers(SourceName file) {
        String found = firstOther
                .map(issue -> "%s of %s cells that are no numbers (first: line %d, %s)"
                        .formatted(
                                NumberText.count(filled - numbers),
                                NumberText.count(filled),
                                issue.line(),
                                issue.found()))
                .orElse("no value at all");
        return DataException.inFile(
                file + ", column " + Excerpt.shortened(name),
                found,
                "numbers in a feature",
                "leave it out of the features"
                        + hint.map(options -> ", or " + options.advice()).orElse(""));
    }

    /** What the cells of a column that nobody described turn out to hold. */
    public enum Kind {
        /** Whole numbers, in at least nine of ten filled cells. */
        WHOLE_NUMBER("whole number"),

        /** Numbers, in at least nine of ten filled cells. */
        NUMBER("number"),

        /** Days of the calendar, all written in one way. */
        DATE("date"),

        /** Anything else. */
        TEXT("text"),

        /** Nothing: every value is missing. */
        EMPTY("empty");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns the kind in words, such as {@code whole number}. */
        public String words() {
            return words;
        }

        /** Says whether the values are numbers. */
        public boolean isNumeric() {
            return this == WHOLE_NUMBER || this == NUMBER;
        }
    }
}
