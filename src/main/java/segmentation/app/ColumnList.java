package segmentation.app;

import java.util.List;
import java.util.stream.Stream;
import segmentation.data.inspect.CustomerFile;
import segmentation.data.inspect.LogChoice;

/** The columns that an option names: each by an option of its own, or several in one, parted by commas. */
final class ColumnList {
    private ColumnList() {}

    /**
     * Returns the names as in the file's header, each once. A value that is a column's name as it stands is that column,
     * even where it holds commas.
     */
    static List<String> of(List<String> values, CustomerFile file) {
        return values.stream()
                .flatMap(value -> isName(value, file) ? Stream.of(value) : Stream.of(value.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> file.column(name).name())
                .distinct()
                .toList();
    }

    /**
     * Returns the columns whose logarithm is to be taken: those named, or where {@code auto} is said and no column is called
     * so, those features for which it is worth it.
     *
     * @param features the features; none for those that the file proposes
     */
    static List<String> logged(List<String> typed, CustomerFile file, List<String> features) {
        return isAuto(typed, file)
                ? file.logarithms(features.isEmpty() ? file.proposal().taken() : features).stream()
                        .filter(LogChoice::taken)
                        .map(LogChoice::column)
                        .toList()
                : of(typed, file);
    }

    /** Says whether the file is to decide of which features the logarithm is taken. */
    static boolean isAuto(List<String> typed, CustomerFile file) {
        return typed.equals(List.of("auto")) && !isName("auto", file);
    }

    private static boolean isName(String value, CustomerFile file) {
        return file.header().stream().anyMatch(name -> name.equalsIgnoreCase(value.strip()));
    }
}
