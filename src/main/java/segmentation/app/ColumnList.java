package segmentation.app;

import java.util.List;
import java.util.stream.Stream;
import segmentation.data.inspect.CustomerFile;

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

    private static boolean isName(String value, CustomerFile file) {
        return file.header().stream().anyMatch(name -> name.equalsIgnoreCase(value.strip()));
    }
}
