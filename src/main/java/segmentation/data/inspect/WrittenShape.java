package segmentation.data.inspect;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;
import segmentation.text.NumberText;

/**
 * What the cells of a column of text say in a way that no option reads: where nine in ten of them, plain numbers counted in, are
 * of one shape, a person is told what to write instead.
 */
enum WrittenShape {
    CREDIT(
            "[(+-]?\\p{Sc}?\\s?\\d[\\d.,' ]*\\s?(CR|DR|Cr|Dr|cr|dr)\\.?",
            "amounts whose sign is a word, CR for credit and DR for debit",
            "write one of them with a minus, or keep one of them by --where"),
    ROUNDED(
            "(~|≈|ca\\.?|c\\.|approx\\.?|about|circa)\\s?\\p{Sc}?\\d[\\d.,]*|\\p{Sc}?\\d[\\d.,]*\\s?(\\*+|†|[¹²³])",
            "numbers with a mark",
            "take the marks away, and say elsewhere what they mean"),
    MULTIPLE(
            "(?iu)\\p{Sc}\\s?-?\\d+([.,]\\d+)?\\s?[kmb]|\\p{Sc}?\\s?-?(\\d+[.,]\\d+\\s?[kmb]|\\d+\\s?(?-i:[km])|\\d+([.,]\\d+)?\\s?(mn|bn|mio\\.?|mrd\\.?|tsd\\.?|lakhs?|lacs?|crores?|万|亿|тыс\\.?|млн\\.?))",
            "numbers in thousands, millions and the like",
            "write them out"),
    DURATION(
            "(\\d+\\s?(y|yr|yrs|years?|mo|mos|months?|w|weeks?|d|days?|h|hrs?|hours?|min|mins|m|s|sec)\\.?,?\\s?){2,}|\\d{1,3}:[0-5]\\d:[0-5]\\d",
            "lengths of time in several units",
            "write them in one, such as days or minutes"),
    MONTH(
            "(?iu)(19|20)\\d{2}[-/.](0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])[/.](19|20)\\d{2}"
                    + "|(jan(uary|uar|vier)?|feb(ruary|ruar)?|mar(ch|s|zo)?|märz|apr(il)?|ma[yi]|june?|juni|juin|july?|juli|juillet|aug(ust)?|sept?(ember)?|o[ck]t(ober)?|nov(ember)?|de[cz](ember)?)\\.?["
                    + " -](19|20)\\d{2}",
            "months without a day", WrittenShape.FIRST_DAY),
    QUARTER("\\d{4}[ -]?Q[1-4]|Q[1-4][ -]?\\d{4}", "quarters of years", WrittenShape.FIRST_DAY),
    WEEK(
            "\\d{4}[ -]?[WK]W?\\d{1,2}(-?[1-7])?|[WK]W?[ -]?\\d{1,2}[ /-]\\d{4}",
            "weeks of the calendar", WrittenShape.FIRST_DAY),
    WEEKDAY_FIRST(
            "\\p{L}{3} \\p{L}{3} {1,2}\\d{1,2} \\d{2}:\\d{2}:\\d{2}( \\S{1,6})? \\d{4}",
            "dates with the year at the end, behind the time", "write them as yyyy-mm-dd"),
    TIME_OF_DAY(
            "(?i)([01]?\\d|2[0-4]):[0-5]\\d( ?[ap]\\.?m\\.?)?",
            "times of day",
            "as a feature each needs a number, such as the hour, though 23 and 0 are neighbours"),
    FRACTION(
            "(\\d+ )?\\d+ ?/ ?\\d+|\\d+ ?: ?\\d+|(?i)\\d+ (of|out of|von|sur|de|di) \\d+",
            "parts of a whole or ratios",
            "write each as one number"),
    BEHIND_APOSTROPHE("'-?\\d[\\d.,]*", "numbers behind an apostrophe, as spreadsheets write text", "take it away"),
    SIGNS("[★☆⭐*✓✔]{1,10}", "ratings drawn as signs", "write how many there are"),
    ENTITY(
            "(?i).*&(#\\d+|#x[0-9a-f]+|[a-z]{2,8});.*",
            "texts of a web page, with entities",
            "export them as plain text"),
    ERA(
            "(明治|大正|昭和|平成|令和|民國|民国) ?(\\d{1,3}|元)年.*",
            "years counted from the beginning of an era",
            "write dates as yyyy-mm-dd"),
    RANGE(
            "(?i)(less than|more than|up to|under|over|below|above|unter|über|bis|ab|moins de|plus de|menos de|más"
                    + " de|até|fino a|oltre)\\s\\p{Sc}?\\s?\\d[\\d.,]*\\s?k?\\s?\\p{Sc}?|\\d+ (and|or)"
                    + " (over|more|older|above|under)|"
                    + "\\p{Sc}?\\d[\\d.,]*[kK]?\\s?(-|–|—|to|bis|à|a)\\s?\\p{Sc}?\\d[\\d.,]*[kK]?\\s?\\p{Sc}?|[<>≤≥]=?\\s?\\p{Sc}?\\d[\\d.,]*[kK]?|\\p{Sc}?\\d[\\d.,]*[kK]?\\s?\\+",
            "ranges",
            "as a feature each needs a number, such as its middle; or take the column by --categorical"),
    SEVERAL(
            "-?(?<before>\\p{Sc}|[A-Z]{3}\\s)\\s?-?\\d[\\d.,' ]*|-?\\d[\\d.,'"
                    + " ]*(?<behind>\\s?\\p{Sc}|\\s\\p{L}{1,5}\\.?|\\s?(km|m|cm|mm|kg|g|lb|lbs|l|ml|h|min|s))",
            "amounts in several units or currencies", "write all in one, for they are not to be compared as they are");

    private static final double MOST = 0.9;
    private static final int FEWEST = 3;
    private static final String FIRST_DAY = "where a day is needed, as by rfm, write the first as yyyy-mm-dd";

    private final Pattern pattern;
    private final String what;
    private final String advice;

    WrittenShape(String expression, String what, String advice) {
        this.pattern = Pattern.compile(expression);
        this.what = what;
        this.advice = advice;
    }

    /**
     * Says what cells that are no numbers are, and what to do; empty where there is nothing to say. Ranges and ratios
     * are values that repeat, as numbers of telephones and codes with a hyphen or a slash seldom do.
     *
     * @param cells different trimmed cells, none missing, and how often each occurs
     * @param numbers how many cells are numbers
     */
    static Optional<String> words(Map<String, Integer> cells, int numbers) {
        int all = cells.values().stream().mapToInt(Integer::intValue).sum();
        return Arrays.stream(values())
                .filter(shape -> shape != RANGE && shape != FRACTION || 2 * cells.size() <= all)
                .flatMap(shape -> shape.among(cells, (int) Math.ceil(MOST * all) - numbers).stream())
                .findFirst();
    }

    /** Says what at least so many cells are; empty where fewer have this shape. */
    private Optional<String> among(Map<String, Integer> cells, int least) {
        List<String> fitting = cells.keySet().stream()
                .filter(cell -> pattern.matcher(cell).matches())
                .sorted()
                .toList();
        int count =
                fitting.stream().mapToInt(cell -> cells.getOrDefault(cell, 0)).sum();
        boolean several =
                this != SEVERAL || fitting.stream().map(this::mark).distinct().count() > 1;
        return count >= Math.max(FEWEST, least) && several
                ? Optional.of("%s, such as %s, in %s cells; %s"
                        .formatted(what, Excerpt.quoted(fitting.get(0)), NumberText.count(count), advice))
                : Optional.empty();
    }

    /** Returns the unit or currency of a cell. */
    private String mark(String cell) {
        Matcher match = pattern.matcher(cell);
        boolean before = match.matches() && match.group("before") != null;
        return Blanks.trimmed(before ? match.group("before") : match.group("behind"));
    }
}
