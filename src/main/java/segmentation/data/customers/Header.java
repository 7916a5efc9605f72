package segmentation.data.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.csv.CsvRow;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Field;
import segmentation.io.DataException;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;

/** Where in a file's header each column of the dataset stands. */
public final class Header {
    private final List<String> cells;
    private final Map<Field, Integer> places;

    private Header(List<String> cells, Map<Field, Integer> places) {
        this.cells = cells;
        this.places = places;
    }

    /** Finds the columns by name, else by synonym, refusing a header that lacks one or repeats one. */
    public static Header of(CsvRow row, Dataset dataset, String shown) {
        Map<String, Integer> byKey = byKey(row, shown);
        Map<Field, Integer> places = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (Field field : dataset.fields()) {
            place(field, byKey).ifPresentOrElse(place -> places.put(field, place), () -> missing.add(field.name()));
        }
        if (places.isEmpty()) {
            throw noHeader(row, dataset, shown);
        }
        if (!missing.isEmpty()) {
            throw missing(row, missing, shown);
        }
        return new Header(row.cells(), places);
    }

    /** Takes the columns of a dataset as they stand in the file, one for each cell of the header. */
    public static Header of(Dataset inferred) {
        Map<Field, Integer> places = new LinkedHashMap<>();
        inferred.fields().forEach(field -> places.put(field, places.size()));
        return new Header(inferred.fields().stream().map(Field::name).toList(), places);
    }

    /** Names a column for a sentence: as the header does, or {@code no. 6} where the header has no name for it. */
    public static String label(List<String> header, int column) {
        String name = column < header.size() ? Blanks.trimmed(header.get(column)) : "";
        return name.isEmpty() ? "no. " + (column + 1) : Excerpt.shortened(name);
    }

    /** Returns the header as the file writes it. */
    public List<String> cells() {
        return cells;
    }

    /** Returns the place of a column of the dataset, counted from 0. */
    public int place(Field field) {
        return Objects.requireNonNull(places.get(field), "no column of the dataset");
    }

    /** Returns the headers that were taken for another name of a column, each with the column's name. */
    Map<String, String> renamed() {
        Map<String, String> renamed = new LinkedHashMap<>();
        places.forEach((field, place) -> {
            String name = label(cells, place);
            if (!name.equals(field.name())) {
                renamed.put(name, field.name());
            }
        });
        return renamed;
    }

    /** Returns the names of the columns that the dataset does not know. */
    List<String> extra() {
        Set<Integer> known = Set.copyOf(places.values());
        return IntStream.range(0, cells.size())
                .filter(place -> !known.contains(place))
                .mapToObj(place -> label(cells, place))
                .toList();
    }

    private static Map<String, Integer> byKey(CsvRow row, String shown) {
        Map<String, Integer> byKey = new HashMap<>();
        for (int place = 0; place < row.cells().size(); place++) {
            String key = Blanks.key(row.cells().get(place));
            Integer earlier = key.isEmpty() ? null : byKey.putIfAbsent(key, place);
            if (earlier != null) {
                throw DataException.atCell(
                        shown,
                        row.line(),
                        label(row.cells(), place),
                        "this header twice (columns %s and %s)".formatted(earlier + 1, place + 1),
                        "each header once",
                        "rename or remove one");
            }
        }
        return byKey;
    }

    private static Optional<Integer> place(Field field, Map<String, Integer> byKey) {
        Integer named = byKey.get(Blanks.key(field.name()));
        return named != null
                ? Optional.of(named)
                : field.synonyms().stream()
                        .map(Blanks::key)
                        .filter(byKey::containsKey)
                        .findFirst()
                        .map(byKey::get);
    }

    private static DataException noHeader(CsvRow row, Dataset dataset, String shown) {
        String names = dataset.fields().stream().map(Field::name).collect(Collectors.joining(", "));
        String found = Excerpt.quoted(String.join(",", row.cells()));
        return DataException.atLine(shown, row.line(), found, "a header with " + names, "add it as the first line");
    }

    private static DataException missing(CsvRow row, List<String> missing, String shown) {
        String more = missing.size() == 1 ? "" : " and also " + String.join(", ", missing.subList(1, missing.size()));
        String present = IntStream.range(0, row.cells().size())
                .mapToObj(place -> label(row.cells(), place))
                .collect(Collectors.joining(", "));
        return DataException.atCell(
                shown,
                row.line(),
                missing.get(0),
                "no such column, only " + present,
                "it" + more + " in the header",
                "add what is missing, or rename the column that holds it");
    }
}
