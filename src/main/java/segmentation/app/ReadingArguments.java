package segmentation.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import segmentation.csv.ReadingOptions;

/** The options of every command that reads a customer file: what is known beforehand of the way it is written. */
final class ReadingArguments {
    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description =
                    "Character encoding, such as windows-1252, GB18030 or MacRoman (default: found from the file).")
    private Optional<String> encoding = Optional.empty();

    @Option(
            names = "--delimiter",
            paramLabel = "SIGN",
            description =
                    "What separates cells: comma, tab, semicolon, pipe, space or any one sign (default: found from the"
                            + " file).")
    private Optional<String> delimiter = Optional.empty();

    @Option(
            names = "--skip-lines",
            paramLabel = "N",
            description =
                    "Lines above the header, such as a title; 0 says that line 1 is the header (default: found from"
                            + " the file).")
    private Optional<String> skipLines = Optional.empty();

    @Option(names = "--no-header", description = "Line 1 holds data; columns are called column_1, column_2 and so on.")
    private boolean noHeader;

    @Option(
            names = "--decimal",
            paramLabel = "SIGN",
            description = "Decimal sign: point or comma (default: found from the file).")
    private Optional<String> decimal = Optional.empty();

    @Option(
            names = "--thousands",
            paramLabel = "SIGN",
            description = "What groups digits by three: comma, point, apostrophe or space (default: nothing).")
    private Optional<String> thousands = Optional.empty();

    @Option(
            names = {"--currency", "--unit"},
            paramLabel = "SIGN",
            split = ",",
            description = "Signs, codes or units that numbers may carry, such as €, EUR or kg (default: none).")
    private List<String> currency = List.of();

    @Option(names = "--percent", description = "Numbers may carry a percent sign; 12 %% is read as 12.")
    private boolean percent;

    @Option(
            names = "--missing",
            paramLabel = "WORD",
            split = ",",
            description = "Cells that stand for a missing value, besides empty ones, NA, null, - and the like.")
    private List<String> missing = List.of();

    @Option(
            names = "--keep",
            paramLabel = "WORD",
            split = ",",
            description = "Cells that are a value though they usually stand for a missing one, such as NA.")
    private List<String> keep = List.of();

    @Option(
            names = "--date-order",
            paramLabel = "WORD",
            description = "What comes first in a date: day, month or year (default: found from the whole column).")
    private Optional<String> dateOrder = Optional.empty();

    @Option(
            names = "--date-format",
            paramLabel = "SHAPE",
            description =
                    "How dates are written, such as dd/mm/yy, yyyymmdd, d mon yyyy, excel or unix, which is seconds or"
                            + " milliseconds since 1970 (default: found from the whole column).")
    private Optional<String> dateFormat = Optional.empty();

    @Option(
            names = "--exclude",
            paramLabel = "COL",
            description = "Column that is not taken as a feature without being asked for; may be repeated.")
    private List<String> exclude = List.of();

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description =
                    "Read only rows that meet it, such as \"status != Cancelled\" or \"age >= 18\"; may be repeated.")
    private List<String> where = List.of();

    @Option(
            names = "--impute",
            paramLabel = "WORD",
            description = "What a missing feature becomes: median, that of its column, or none: the row is left out"
                    + " (default: none).")
    private Optional<String> impute = Optional.empty();

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "Sheet of an Excel workbook (default: the first that is not hidden).")
    private Optional<String> sheet = Optional.empty();

    @Option(names = "--table", paramLabel = "NAME", description = "Table of a database, where FILE is a JDBC address.")
    private Optional<String> table = Optional.empty();

    @Option(names = "--query", paramLabel = "SQL", description = "Query of a database, where FILE is a JDBC address.")
    private Optional<String> query = Optional.empty();

    /** Returns the options as typed; {@link IllegalArgumentException} says which of them cannot be used. */
    ReadingOptions options() {
        return ReadingOptions.of(settings());
    }

    /** Returns them as the settings of a notebook. */
    List<String> settings() {
        List<String> settings = new ArrayList<>();
        currency.forEach(sign -> settings.add("currency " + sign));
        missing.forEach(word -> settings.add("missing " + word));
        keep.forEach(word -> settings.add("keep " + word));
        exclude.forEach(column -> settings.add("exclude " + column));
        where.forEach(condition -> settings.add("where " + condition));
        Map<String, Optional<String>> single = new LinkedHashMap<>();
        single.put("encoding", encoding);
        single.put("delimiter", delimiter);
        single.put("skip-lines", skipLines);
        single.put("decimal", decimal);
        single.put("thousands", thousands);
        single.put("date-order", dateOrder);
        single.put("date-format", dateFormat);
        single.put("impute", impute);
        single.put("sheet", sheet);
        single.put("table", table);
        single.put("query", query);
        single.forEach((word, value) -> value.ifPresent(typed -> settings.add(word + " " + typed)));
        if (noHeader) {
            settings.add("no-header");
        }
        if (percent) {
            settings.add("percent");
        }
        return List.copyOf(settings);
    }
}
