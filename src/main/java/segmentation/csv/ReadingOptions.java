package segmentation.csv;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import segmentation.text.Excerpt;

/**
 * What is known beforehand of the way a file is written; what is left empty is found from the file itself. Immutable.
 *
 * <p>Start at {@link #guessed}. The withers take what a person types and throw {@link IllegalArgumentException} with a
 * sentence where they cannot use it.
 *
 * @param encoding character encoding; empty for UTF-8, UTF-16 or else Windows-1252, whichever the bytes fit
 * @param delimiter what separates cells; empty for the one of comma, tab, semicolon, pipe that fits the rows best
 * @param decimal {@code '.'} or {@code ','}; empty for what the cells show
 * @param thousands what stands between groups of three digits; empty for nothing, which is never guessed
 * @param currency signs or codes that may stand at either end of a number, such as {@code €} or {@code EUR}
 * @param missing cells that stand for a missing value besides the usual ones, in any case
 */
public record ReadingOptions(
        Optional<Charset> encoding,
        Optional<Character> delimiter,
        Optional<Character> decimal,
        Optional<Character> thousands,
        List<String> currency,
        List<String> missing) {
    private static final String THOUSANDS = ",.' ";

    /** Copies the lists; refuses one sign for both decimals and thousands. */
    public ReadingOptions {
        currency = List.copyOf(currency);
        missing = List.copyOf(missing);
        if (decimal.isPresent() && decimal.equals(thousands)) {
            throw new IllegalArgumentException(
                    "Decimals and thousands must have different signs, both were '%s'".formatted(decimal.get()));
        }
    }

    /** Returns the options of somebody who knows nothing of the file. */
    public static ReadingOptions guessed() {
        return new ReadingOptions(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    /**
     * Returns the options that settings such as {@code decimal comma} name: the word of an option, a blank, its value.
     *
     * @param settings of encoding, delimiter, decimal, thousands, currency and missing; the last two may be repeated
     */
    public static ReadingOptions of(List<String> settings) {
        ReadingOptions options = guessed();
        for (String setting : settings) {
            String[] words = setting.split(" ", 2);
            options = options.with(words[0], words.length == 1 ? "" : words[1]);
        }
        return options;
    }

    private ReadingOptions with(String word, String value) {
        return switch (word) {
            case "encoding" -> withEncoding(value);
            case "delimiter" -> withDelimiter(value);
            case "decimal" -> withDecimal(value);
            case "thousands" -> withThousands(value);
            case "currency" -> withCurrency(appended(currency, value));
            case "missing" -> withMissing(appended(missing, value));
            default ->
                throw new IllegalArgumentException(
                        "A setting must be encoding, delimiter, decimal, thousands, currency or missing with a value, was "
                                + Excerpt.quoted(word));
        };
    }

    private static List<String> appended(List<String> values, String more) {
        return Stream.concat(values.stream(), Stream.of(more)).toList();
    }

    /** Sets the encoding by its name, such as {@code windows-1252}. */
    public ReadingOptions withEncoding(String name) {
        try {
            return new ReadingOptions(
                    Optional.of(Charset.forName(name)), delimiter, decimal, thousands, currency, missing);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException(
                    "There is no encoding called %s; take UTF-8, UTF-16, windows-1252 or ISO-8859-15"
                            .formatted(Excerpt.quoted(name)),
                    e);
        }
    }

    /** Sets the delimiter: {@code comma}, {@code tab}, {@code semicolon}, {@code pipe}, or one of these characters. */
    public ReadingOptions withDelimiter(String sign) {
        char character = delimiter(sign)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The delimiter must be comma, tab, semicolon or pipe, was " + Excerpt.quoted(sign)));
        return new ReadingOptions(encoding, Optional.of(character), decimal, thousands, currency, missing);
    }

    /** Sets the decimal sign: {@code point}, {@code comma}, or the character. */
    public ReadingOptions withDecimal(String sign) {
        char character = named(sign)
                .filter(one -> one == '.' || one == ',')
                .orElseThrow(() -> new IllegalArgumentException(
                        "The decimal sign must be point or comma, was " + Excerpt.quoted(sign)));
        return new ReadingOptions(encoding, delimiter, Optional.of(character), thousands, currency, missing);
    }

    /** Sets what groups digits by three: {@code comma}, {@code point}, {@code apostrophe}, {@code space}, or the character. */
    public ReadingOptions withThousands(String sign) {
        char character = named(sign)
                .filter(one -> THOUSANDS.indexOf(one) >= 0)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The thousands separator must be comma, point, apostrophe or space, was "
                                + Excerpt.quoted(sign)));
        return new ReadingOptions(encoding, delimiter, decimal, Optional.of(character), currency, missing);
    }

    /** Sets the currency signs or codes that numbers may carry; blank ones and those with a digit are refused. */
    public ReadingOptions withCurrency(List<String> signs) {
        for (String sign : signs) {
            if (sign.isBlank() || sign.codePoints().anyMatch(c -> Character.isDigit(c) || ".,+-−".indexOf(c) >= 0)) {
                throw new IllegalArgumentException(
                        "A currency must be a sign or a code such as EUR, was %s".formatted(Excerpt.quoted(sign)));
            }
        }
        return new ReadingOptions(encoding, delimiter, decimal, thousands, signs, missing);
    }

    /** Sets further cells that stand for a missing value, such as {@code unknown}. */
    public ReadingOptions withMissing(List<String> markers) {
        return new ReadingOptions(encoding, delimiter, decimal, thousands, currency, markers);
    }

    /** Returns the delimiter that is meant; empty where it is none of the four. */
    private static Optional<Character> delimiter(String typed) {
        return switch (name(typed)) {
            case "comma", "," -> Optional.of(',');
            case "tab", "\t", "\\t" -> Optional.of('\t');
            case "semicolon", ";" -> Optional.of(';');
            case "pipe", "|" -> Optional.of('|');
            default -> Optional.empty();
        };
    }

    /** Returns the sign between digits that is meant; empty where it is none that is known. */
    private static Optional<Character> named(String typed) {
        return switch (name(typed)) {
            case "point", "dot", "." -> Optional.of('.');
            case "comma", "," -> Optional.of(',');
            case "apostrophe", "'", "\u2019" -> Optional.of('\'');
            case "space", " ", "\u00A0", "\u202F", "\u2009" -> Optional.of(' ');
            default -> Optional.empty();
        };
    }

    private static String name(String typed) {
        return typed.toLowerCase(Locale.ROOT);
    }
}
