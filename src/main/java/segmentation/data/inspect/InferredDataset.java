package segmentation.data.inspect;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import segmentation.data.dataset.Constraints;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Field;
import segmentation.data.dataset.FieldType;
import segmentation.data.dataset.Published;
import segmentation.text.Excerpt;

/**
 * A dataset described by its own file: fields named after the header, of the kinds that the cells have.
 *
 * <p>A parenthesis at the end of a header is the unit: {@code Annual Income (k$)} is the income in k$. Where it begins with
 * a digit, as in {@code Score (1-100)}, it is a range and part of the title. Within a sentence a name is written without its
 * parenthesis and in lower case, unless it has a digit or underscore or changes case within a word, as a code does.
 */
final class InferredDataset {
    private static final Pattern UNIT = Pattern.compile("(?s)(.*\\S)\\s*\\(([^()]+)\\)");
    private static final Pattern CODE = Pattern.compile(".*(\\d|_|\\p{Ll}\\p{Lu}|\\p{Lu}{2}).*", Pattern.DOTALL);
    // A header of 5,000 letters would otherwise be an axis, and a part of the segments' names.
    private static final int LONGEST_TITLE = 80;

    private static final Constraints REQUIRED =
            new Constraints(true, false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, List.of());

    private InferredDataset() {}

    /** Describes the columns, those that are features as required. */
    static Dataset of(String file, int rows, List<ColumnProfile> columns, List<String> wanted, Optional<String> id) {
        String title = title(file);
        Set<String> features = Set.copyOf(wanted);
        return new Dataset(
                title,
                title,
                "customers",
                columns.stream()
                        .map(column -> field(
                                column, features.contains(column.name()), id.equals(Optional.of(column.name())), title))
                        .toList(),
                id,
                List.of(),
                Path.of(""),
                new Published(file, rows, columns.size(), ""),
                List.of());
    }

    private static Field field(ColumnProfile column, boolean feature, boolean id, String file) {
        Matcher unit = UNIT.matcher(column.name());
        boolean bracketed = unit.matches();
        boolean hasUnit = bracketed && !Character.isDigit(unit.group(2).charAt(0));
        String name = Excerpt.shortened(bracketed ? unit.group(1) : column.name(), LONGEST_TITLE);
        return new Field(
                column.name(),
                hasUnit ? name : Excerpt.shortened(column.name(), LONGEST_TITLE),
                CODE.matcher(name).matches() ? name : name.toLowerCase(Locale.ROOT),
                "Column %s of %s.".formatted(column.name(), file),
                hasUnit ? Excerpt.shortened(unit.group(2), LONGEST_TITLE) : "",
                type(column.kind(), feature, id),
                List.of(),
                feature ? REQUIRED : Constraints.none());
    }

    // Ids are kept as they are written: 0012 and 12 are two customers.
    private static FieldType type(ColumnKind kind, boolean feature, boolean id) {
        return switch (kind) {
            case WHOLE_NUMBER -> id && !feature ? FieldType.TEXT : FieldType.INTEGER;
            case NUMBER -> id && !feature ? FieldType.TEXT : FieldType.NUMBER;
            case DATE -> id ? FieldType.TEXT : FieldType.DATE;
            case TEXT, EMPTY -> FieldType.TEXT;
        };
    }

    private static String title(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
