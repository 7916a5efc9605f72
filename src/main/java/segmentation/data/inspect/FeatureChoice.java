package segmentation.data.inspect;

import java.util.ArrayList;
import java.util.List;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.text.Excerpt;
import segmentation.text.NumberText;

/**
 * The features that somebody asked for.
 *
 * @param columns columns of numbers, at least one, each once
 */
record FeatureChoice(List<ColumnProfile> columns) {

    /** Finds the columns, refusing none at all, one named twice and one that holds no numbers. */
    static FeatureChoice of(SourceName source, CustomerFile file, List<String> wanted) {
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("Segments need at least one feature");
        }
        ColumnNames names = ColumnNames.of(source, file.header());
        List<ColumnProfile> columns = new ArrayList<>();
        for (String name : wanted) {
            ColumnProfile column = file.columns().get(names.place(name));
            if (!column.kind().isNumeric()) {
                throw noNumbers(source, column);
            }
            if (columns.contains(column)) {
                throw DataException.inFile(
                        source,
                        "the feature %s named twice".formatted(Excerpt.shortened(column.name())),
                        "each feature once",
                        "leave one out");
            }
            columns.add(column);
        }
        return new FeatureChoice(List.copyOf(columns));
    }

    /** Returns the names of the columns as the file's header has them. */
    List<String> names() {
        return columns.stream().map(ColumnProfile::name).toList();
    }

    /** Returns a sentence for each reason to think twice about a feature. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (ColumnProfile column : columns) {
            String name = Excerpt.shortened(column.name());
            column.idReason()
                    .ifPresent(reason -> warnings.add("%s is used as a feature, though %s.".formatted(name, reason)));
            if (column.isConstant()) {
                warnings.add("%s is used as a feature, though all its values are the same.".formatted(name));
            }
            if (column.unfit() > 0) {
                warnings.add("%s is used as a feature: %s.".formatted(name, ColumnWords.unfit(column)));
            }
        }
        return List.copyOf(warnings);
    }

    private static DataException noNumbers(SourceName source, ColumnProfile column) {
        String found = column.firstOther()
                .map(issue -> "%s of %s cells that are no numbers (first: line %d, %s)"
                        .formatted(
                                NumberText.count(column.filled() - column.numbers()),
                                NumberText.count(column.filled()),
                                issue.line(),
                                issue.found()))
                .orElse("no value at all");
        return DataException.inFile(
                source + ", column " + Excerpt.shortened(column.name()),
                found,
                "numbers in a feature",
                "leave it out of the features"
                        + column.firstOther()
                                .flatMap(NumberHint::of)
                                .map(hint -> ", or " + hint)
                                .orElse(""));
    }
}
