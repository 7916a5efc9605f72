package segmentation.data.inspect;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.text.Blanks;
import segmentation.text.EditDistance;
import segmentation.text.Excerpt;

/** Finds columns by the names that a person types: exactly, else without regard to case, spaces and underscores. */
final class ColumnNames {
    private static final int NEAREST = 3;

    private final SourceName source;
    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, List<String>> byKey;

    private ColumnNames(SourceName source, List<String> names) {
        this.source = source;
        this.names = names;
        for (String name : names) {
            places.put(name, places.size());
        }
        this.byKey =
                names.stream().collect(Collectors.groupingBy(Blanks::key, LinkedHashMap::new, Collectors.toList()));
    }

    /** Knows the columns of a file; {@code source} is its name in sentences. */
    static ColumnNames of(SourceName source, List<String> names) {
        return new ColumnNames(source, names);
    }

    /** Says whether there is a column that may be meant. */
    boolean knows(String wanted) {
        return places.containsKey(wanted) || byKey.containsKey(Blanks.key(wanted));
    }

    /** Returns the place of the column that is meant, refusing a name of none and a name of several. */
    int place(String wanted) {
        Integer exact = places.get(wanted);
        if (exact != null) {
            return exact;
        }
        List<String> alike = byKey.getOrDefault(Blanks.key(wanted), List.of());
        if (alike.isEmpty()) {
            throw DataException.inFile(
                    source,
                    "no column called " + Excerpt.quoted(wanted),
                    "one of its columns, such as " + listed(nearest(wanted)),
                    "correct the name");
        }
        if (alike.size() > 1) {
            throw DataException.inFile(
                    source,
                    "%s columns that %s may mean: %s".formatted(alike.size(), Excerpt.quoted(wanted), listed(alike)),
                    "the name of one",
                    "write it exactly as the header does");
        }
        return places.get(alike.get(0));
    }

    private List<String> nearest(String wanted) {
        String key = Blanks.key(wanted);
        return names.stream()
                .sorted(Comparator.comparingInt(name -> EditDistance.between(key, Blanks.key(name))))
                .limit(NEAREST)
                .toList();
    }

    private static String listed(List<String> names) {
        return names.stream().map(Excerpt::shortened).limit(NEAREST).collect(Collectors.joining(", "));
    }
}
