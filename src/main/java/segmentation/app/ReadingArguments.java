package segmentation.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import segmentation.csv.ReadingOptions;

/** The options of every command that reads a customer file: what is known beforehand of the way it is written. */
final class ReadingArguments {
    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Character encoding, such as windows-1252 (default: found from the file).")
    private Optional<String> encoding = Optional.empty();

    @Option(
            names = "--delimiter",
            paramLabel = "SIGN",
            description = "What separates cells: comma, tab, semicolon or pipe (default: found from the file).")
    private Optional<String> delimiter = Optional.empty();

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
            names = "--currency",
            paramLabel = "SIGN",
            split = ",",
            description = "Signs or codes that numbers may carry, such as EUR (default: none).")
    private List<String> currency = List.of();

    @Option(
            names = "--missing",
            paramLabel = "WORD",
            split = ",",
            description = "Cells that stand for a missing value, besides empty ones, NA, null, - and the like.")
    private List<String> missing = List.of();

    /** Returns the options as typed; {@link IllegalArgumentException} says which of them cannot be used. */
    ReadingOptions options() {
        return ReadingOptions.of(settings());
    }

    /** Returns them as the settings of a notebook. */
    List<String> settings() {
        List<String> settings = new ArrayList<>();
        currency.forEach(sign -> settings.add("currency " + sign));
        missing.forEach(word -> settings.add("missing " + word));
        encoding.ifPresent(name -> settings.add("encoding " + name));
        delimiter.ifPresent(sign -> settings.add("delimiter " + sign));
        decimal.ifPresent(sign -> settings.add("decimal " + sign));
        thousands.ifPresent(sign -> settings.add("thousands " + sign));
        return List.copyOf(settings);
    }
}
