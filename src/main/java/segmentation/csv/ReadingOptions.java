package segmentation.csv;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;

/**
 * What is known beforehand of the way a file is written, and what of it is wanted; what is left open is found from the file
 * itself. Immutable.
 *
 * <p>Start at {@link #guessed}. The withers take what a person types and throw {@link IllegalArgumentException} with a
 * sentence where they cannot use it. {@link #of} takes the same as settings, a word and a value each: so the shell's options
 * and a notebook's parameter are one.
 */
public final class ReadingOptions {
    private static final String THOUSANDS = ",.' ";
    private static final int MOST_LINES = 1_000_000;

    /** What each setting does with its value. */
    private static final Map<String, BiFunction<ReadingOptions, String, ReadingOptions>> SETTINGS = Map.ofEntries(
            Map.entry("encoding", ReadingOptions::withEncoding),
            Map.entry("delimiter", ReadingOptions::withDelimiter),
            Map.entry("skip-lines", ReadingOptions::withSkippedLines),
            Map.entry("no-header", (options, nothing) -> options.withoutHeader()),
            Map.entry("decimal", ReadingOptions::withDecimal),
            Map.entry("thousands", ReadingOptions::withThousands),
            Map.entry("currency", (options, sign) -> options.withCurrency(and(options.currency, sign))),
            Map.entry("percent", (options, nothing) -> options.withPercent()),
            Map.entry("missing", (options, word) -> options.withMissing(and(options.missing, word))),
            Map.entry("keep", (options, word) -> options.withKept(and(options.kept, word))),
            Map.entry("date-order", ReadingOptions::withDateOrder),
            Map.entry("date-format", ReadingOptions::withDateFormat),
            Map.entry("exclude", (options, column) -> options.withExcluded(and(options.excluded, column))),
            Map.entry("where", ReadingOptions::withCondition),
            Map.entry("impute", ReadingOptions::withImputed),
            Map.entry("sheet", ReadingOptions::withSheet),
            Map.entry("table", ReadingOptions::withTable),
            Map.entry("query", ReadingOptions::withQuery));

    private Optional<Charset> encoding = Optional.empty();
    private Optional<Character> delimiter = Optional.empty();
    private OptionalInt skippedLines = OptionalInt.empty();
    private boolean header = true;
    private Optional<Character> decimal = Optional.empty();
    private Optional<Character> thousands = Optional.empty();
    private List<String> currency = List.of();
    private boolean percent;
    private List<String> missing = List.of();
    private List<String> kept = List.of();
    private Optional<String> dateOrder = Optional.empty();
    private Optional<String> dateFormat = Optional.empty();
    private List<String> excluded = List.of();
    private List<RowCondition> conditions = List.of();
    private boolean imputed;
    private Optional<String> sheet = Optional.empty();
    private Optional<String> table = Optional.empty();
    private Optional<String> query = Optional.empty();

    private ReadingOptions() {}

    /** Returns the options of somebody who knows nothing of the file. */
    public static ReadingOptions guessed() {
        return new ReadingOptions();
    }

    /**
     * Returns the options that settings such as {@code decimal comma} name: the word of an option, a blank, its value.
     *
     * @param settings of the shell's reading options without their dashes; currency, missing, keep, exclude and where may
     *     be repeated
     */
    public static ReadingOptions of(List<String> settings) {
        ReadingOptions options = guessed();
        for (String setting : settings) {
            String[] words = setting.split(" ", 2);
            BiFunction<ReadingOptions, String, ReadingOptions> known = SETTINGS.get(words[0]);
            if (known == null) {
                throw new IllegalArgumentException("A setting must be one of %s, with its value, was %s"
                        .formatted(
                                String.join(
                                        ", ",
                                        SETTINGS.keySet().stream().sorted().toList()),
                                Excerpt.quoted(words[0])));
            }
            options = known.apply(options, words.length == 1 ? "" : words[1]);
        }
        return options;
    }

    private static List<String> and(List<String> values, String more) {
        return Stream.concat(values.stream(), Stream.of(more)).toList();
    }

    private ReadingOptions with(Consumer<ReadingOptions> change) {
        ReadingOptions copy = new ReadingOptions();
        copy.encoding = encoding;
        copy.delimiter = delimiter;
        copy.skippedLines = skippedLines;
        copy.header = header;
        copy.decimal = decimal;
        copy.thousands = thousands;
        copy.currency = currency;
        copy.percent = percent;
        copy.missing = missing;
        copy.kept = kept;
        copy.dateOrder = dateOrder;
        copy.dateFormat = dateFormat;
        copy.excluded = excluded;
        copy.conditions = conditions;
        copy.imputed = imputed;
        copy.sheet = sheet;
        copy.table = table;
        copy.query = query;
        change.accept(copy);
        return copy;
    }

    /** Sets the encoding by its name, such as {@code windows-1252}, {@code GB18030} or {@code MacRoman}. */
    public ReadingOptions withEncoding(String name) {
        Charset charset = EncodingNames.charset(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no encoding called %s; take UTF-8, UTF-16, windows-1252 or ISO-8859-15"
                                .formatted(Excerpt.quoted(name))));
        return with(copy -> copy.encoding = Optional.of(charset));
    }

    /**
     * Sets the delimiter: {@code comma}, {@code tab}, {@code semicolon}, {@code pipe}, {@code space}, or any one character but
     * a quote, a letter, a digit or a line end.
     */
    public ReadingOptions withDelimiter(String sign) {
        char character = SignNames.delimiter(sign)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The delimiter must be comma, tab, semicolon, pipe, space or one character, was "
                                + Excerpt.quoted(sign)));
        return with(copy -> copy.delimiter = Optional.of(character));
    }

    /** Sets how many lines stand above the header, such as a title; 0 says that the first line is the header. */
    public ReadingOptions withSkippedLines(String count) {
        if (!count.matches("[0-9]{1,7}") || Integer.parseInt(count) > MOST_LINES) {
            throw new IllegalArgumentException(
                    "The lines to skip must be a whole number from 0 to 1,000,000, was " + Excerpt.quoted(count));
        }
        return with(copy -> copy.skippedLines = OptionalInt.of(Integer.parseInt(count)));
    }

    /** Says that the first line is a row of data; columns are then called {@code column_1} and so on. */
    public ReadingOptions withoutHeader() {
        return with(copy -> copy.header = false);
    }

    /** Sets the decimal sign: {@code point}, {@code comma}, or the character. */
    public ReadingOptions withDecimal(String sign) {
        char character = SignNames.betweenDigits(sign)
                .filter(one -> one == '.' || one == ',')
                .orElseThrow(() -> new IllegalArgumentException(
                        "The decimal sign must be point or comma, was " + Excerpt.quoted(sign)));
        return with(copy -> copy.decimal = Optional.of(character)).checked();
    }

    /** Sets what groups digits by three: {@code comma}, {@code point}, {@code apostrophe}, {@code space}, or the character. */
    public ReadingOptions withThousands(String sign) {
        char character = SignNames.betweenDigits(sign)
                .filter(one -> THOUSANDS.indexOf(one) >= 0)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The thousands separator must be comma, point, apostrophe or space, was "
                                + Excerpt.quoted(sign)));
        return with(copy -> copy.thousands = Optional.of(character)).checked();
    }

    private ReadingOptions checked() {
        if (decimal.isPresent() && decimal.equals(thousands)) {
            throw new IllegalArgumentException(
                    "Decimals and thousands must have different signs, both were '%s'".formatted(decimal.get()));
        }
        return this;
    }

    /** Sets the currency signs, codes or units that numbers may carry; blank ones and those with a digit are refused. */
    public ReadingOptions withCurrency(List<String> signs) {
        for (String sign : signs) {
            boolean number = sign.codePoints().anyMatch(c -> Character.isDigit(c) || "+-−".indexOf(c) >= 0);
            if (Blanks.trimmed(sign).isEmpty() || number || sign.codePoints().allMatch(c -> c == '.' || c == ',')) {
                throw new IllegalArgumentException(
                        "A currency must be a sign or a code such as EUR, was %s".formatted(Excerpt.quoted(sign)));
            }
        }
        return with(copy -> copy.currency = List.copyOf(signs));
    }

    /** Says that numbers may carry a percent sign: {@code 12 %} is read as 12. */
    public ReadingOptions withPercent() {
        return with(copy -> copy.percent = true);
    }

    /** Sets further cells that stand for a missing value, such as {@code unknown}. */
    public ReadingOptions withMissing(List<String> markers) {
        return with(copy -> copy.missing = List.copyOf(markers));
    }

    /** Sets cells that are values though they usually stand for a missing one, such as {@code NA}. */
    public ReadingOptions withKept(List<String> values) {
        return with(copy -> copy.kept = List.copyOf(values));
    }

    /** Sets what comes first in a date: {@code day}, {@code month} or {@code year}. */
    public ReadingOptions withDateOrder(String word) {
        String order = SignNames.lower(word).replaceFirst("[ -]?first$", "");
        if (!List.of("day", "month", "year").contains(order)) {
            throw new IllegalArgumentException(
                    "The order of dates must be day, month or year, for what comes first, was " + Excerpt.quoted(word));
        }
        return with(copy -> copy.dateOrder = Optional.of(order));
    }

    /** Sets how dates are written, such as {@code dd/mm/yy}; who reads dates refuses what is no such way. */
    public ReadingOptions withDateFormat(String shape) {
        return with(copy -> copy.dateFormat = Optional.of(shape));
    }

    /** Sets columns that are never taken as features without being asked for. */
    public ReadingOptions withExcluded(List<String> columns) {
        return with(copy -> copy.excluded = List.copyOf(columns));
    }

    /** Leaves out all conditions, as where the rows met them when they were read. */
    public ReadingOptions withoutConditions() {
        return with(copy -> copy.conditions = List.of());
    }

    /** Adds a condition such as {@code status != Cancelled}; only rows that meet all of them are read. */
    public ReadingOptions withCondition(String condition) {
        RowCondition parsed = RowCondition.of(condition);
        return with(copy -> copy.conditions =
                Stream.concat(conditions.stream(), Stream.of(parsed)).toList());
    }

    /** Sets what a missing feature becomes: {@code median}, that of the column, or {@code none}: its row is left out. */
    public ReadingOptions withImputed(String word) {
        if (!List.of("median", "none").contains(SignNames.lower(word))) {
            throw new IllegalArgumentException(
                    "Missing features must be imputed by median or none, was " + Excerpt.quoted(word));
        }
        return with(copy -> copy.imputed = SignNames.lower(word).equals("median"));
    }

    /** Sets the sheet of a workbook by its name, in any case. */
    public ReadingOptions withSheet(String name) {
        return with(copy -> copy.sheet = Optional.of(name));
    }

    /** Sets the table of a database, as SQL names it. */
    public ReadingOptions withTable(String name) {
        return with(copy -> copy.table = Optional.of(name));
    }

    /** Sets the query of a database, in its SQL. */
    public ReadingOptions withQuery(String sql) {
        return with(copy -> copy.query = Optional.of(sql));
    }

    /** Returns the sheet of a workbook; empty for the first that is not hidden. */
    public Optional<String> sheet() {
        return sheet;
    }

    /** Returns the table of a database. */
    public Optional<String> table() {
        return table;
    }

    /** Returns the query of a database, which goes before a table. */
    public Optional<String> query() {
        return query;
    }

    /** Returns the character encoding; empty for UTF-8, UTF-16 or else Windows-1252, whichever the bytes fit. */
    public Optional<Charset> encoding() {
        return encoding;
    }

    /** Returns what separates cells; empty for the one of comma, tab, semicolon, pipe that fits the rows best. */
    public Optional<Character> delimiter() {
        return delimiter;
    }

    /** Returns how many lines stand above the header; empty for what the rows show. */
    public OptionalInt skippedLines() {
        return skippedLines;
    }

    /** Says whether the first row names the columns. */
    public boolean hasHeader() {
        return header;
    }

    /** Returns the decimal sign, point or comma; empty for what the cells show. */
    public Optional<Character> decimal() {
        return decimal;
    }

    /** Returns what stands between groups of three digits; empty for nothing, which is never guessed. */
    public Optional<Character> thousands() {
        return thousands;
    }

    /** Returns signs, codes or units that may stand at either end of a number, such as {@code €}, {@code EUR} or {@code kg}. */
    public List<String> currency() {
        return currency;
    }

    /** Says whether a number may carry a percent sign. */
    public boolean hasPercent() {
        return percent;
    }

    /** Returns cells that stand for a missing value besides the usual ones, in any case. */
    public List<String> missing() {
        return missing;
    }

    /** Returns cells that do not stand for a missing value, though they usually do. */
    public List<String> kept() {
        return kept;
    }

    /** Returns what comes first in a date, {@code day}, {@code month} or {@code year}; empty for what the cells show. */
    public Optional<String> dateOrder() {
        return dateOrder;
    }

    /** Returns how dates are written, as a person says it; empty for what the cells show. */
    public Optional<String> dateFormat() {
        return dateFormat;
    }

    /** Returns columns that are not proposed as features. */
    public List<String> excluded() {
        return excluded;
    }

    /** Returns the conditions that a row must meet to be read. */
    public List<RowCondition> conditions() {
        return conditions;
    }

    /** Says whether a missing feature becomes the median of its column; else it costs the row. */
    public boolean isImputed() {
        return imputed;
    }

    private List<Object> values() {
        return new ArrayList<>(List.of(
                encoding,
                delimiter,
                skippedLines,
                header,
                decimal,
                thousands,
                currency,
                percent,
                missing,
                kept,
                dateOrder,
                dateFormat,
                excluded,
                conditions,
                imputed,
                sheet,
                table,
                query));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadingOptions options && values().equals(options.values());
    }

    @Override
    public int hashCode() {
        return Objects.hash(values());
    }

    @Override
    public String toString() {
        return "ReadingOptions" + values();
    }
}
