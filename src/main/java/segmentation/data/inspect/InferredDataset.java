package segmentation.data.inspect;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import segmentation.data.dataset.Briefing;
import segmentation.data.dataset.Constraints;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Field;
import segmentation.data.dataset.FieldType;
import segmentation.data.dataset.Published;

/** A dataset described by its own file: fields named after the header, of the kinds that the cells have. */
final class InferredDataset {
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
                List.of(),
                Briefing.NONE);
    }

    private static Field field(ColumnProfile column, boolean feature, boolean id, String file) {
        return Field.named(
                column.name(),
                "Column %s of %s.".formatted(column.name(), file),
                type(column.kind(), feature, id),
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
