package segmentation.data.dataset;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of a dataset before a file is opened: its columns, its published original, its stand-in.
 *
 * @param name folder name under {@code data}, such as {@code mall-customers}
 * @param title name for people, such as {@code Mall customers}
 * @param population what the rows are, in the plural, such as {@code mall customers}
 * @param fields the columns, in the order of the published file; at least one
 * @param id name of the column that tells rows apart; empty for none
 * @param missingValues cells that stand for a missing value; the empty cell is always one
 * @param standIn path of the bundled synthetic file
 * @param published the original
 * @param advice what to do about segments of a kind, special before general; may be empty
 * @param briefing what a report can tell beside the advice
 */
public record Dataset(
        String name,
        String title,
        String population,
        List<Field> fields,
        Optional<String> id,
        List<String> missingValues,
        Path standIn,
        Published published,
        List<AdviceRule> advice,
        Briefing briefing) {

    /** Copies the lists. */
    public Dataset {
        fields = List.copyOf(fields);
        missingValues = List.copyOf(missingValues);
        advice = List.copyOf(advice);
    }

    /** Returns the column of that exact name; {@link IllegalArgumentException} names the columns where none has it. */
    public Field field(String wanted) {
        return fields.stream()
                .filter(field -> field.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s has no column called %s, only %s"
                        .formatted(
                                name, wanted, fields.stream().map(Field::name).collect(Collectors.joining(", ")))));
    }

    /** Returns the dataset with one more column, refusing a name that it has. */
    public Dataset with(Field field) {
        if (fields.stream().anyMatch(known -> known.name().equals(field.name()))) {
            throw new IllegalArgumentException("%s has a column called %s already".formatted(name, field.name()));
        }
        List<Field> more = Stream.concat(fields.stream(), Stream.of(field)).toList();
        return new Dataset(name, title, population, more, id, missingValues, standIn, published, advice, briefing);
    }

    /** Says whether a field is the one that tells rows apart. */
    public boolean isId(Field field) {
        return id.equals(Optional.of(field.name()));
    }

    /** Says whether a trimmed cell stands for a missing value. */
    public boolean isMissing(String cell) {
        return cell.isEmpty() || missingValues.contains(cell);
    }

    /**
     * The published original that a dataset describes; it is not part of the project.
     *
     * @param file name of the file as published
     * @param rows number of customers in it
     * @param columns number of columns in it
     * @param contentHash {@code sha256:} and the hash of its parsed table, the same for every faithful copy whatever its
     *     delimiter, line ends, byte order mark, column order, header synonyms and number padding
     */
    public record Published(String file, int rows, int columns, String contentHash) {}

    /**
     * Where the published file of a dataset can be had.
     *
     * @param page the page that describes it, for people
     * @param download address that answers with a zip archive that holds the file; empty where none is known
     * @param licence what is known of its licence, such as {@code not verified}
     */
    public record PublicSource(String page, Optional<URI> download, String licence) {}
}
