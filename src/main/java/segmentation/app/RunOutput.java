package segmentation.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.csv.ReadingOptions;
import segmentation.data.inspect.CustomerFile;
import segmentation.io.DataException;
import segmentation.io.Json;

/**
 * What {@code fit} or {@code score} left: the customers' own cells, the segment of each, and the figures of the run where
 * there are any.
 *
 * @param file the rows, segment columns among them
 * @param own how many columns at the left are the customers' own
 * @param metrics the run's metrics.json; a missing node where there is none
 */
record RunOutput(CustomerFile file, int own, JsonNode metrics) {
    private static final int ADDED = 4;

    /** Reads a folder of {@code fit}, or a CSV file with segments. */
    static RunOutput read(Path place) {
        Path rows = Files.isDirectory(place) ? place.resolve("segments.csv") : place;
        CustomerFile file = CustomerFile.read(rows, ReadingOptions.guessed());
        int own = file.header().size() - ADDED;
        if (own < 1 || !file.header().get(own + 1).startsWith("segment_name")) {
            throw DataException.inFile(
                    rows.toString(),
                    "no columns segment, segment_name, distance and a fourth at the right",
                    "what fit or score writes",
                    "name its folder or its file");
        }
        Path figures = rows.resolveSibling("metrics.json");
        JsonNode metrics = Files.exists(figures) && rows.endsWith("segments.csv")
                ? Json.read(figures, "a metrics.json as fit writes it", "fit again")
                : MissingNode.getInstance();
        return new RunOutput(file, own, metrics);
    }

    /** Returns the segment of a row, 0 for none. */
    int segment(List<String> row) {
        String cell = row.get(own).strip();
        return cell.matches("[0-9]{1,6}") ? Integer.parseInt(cell) : 0;
    }

    /** Returns the names of the segments, 1 first; a number for one that nobody is in. */
    List<String> names() {
        String[] names =
                new String[file.cells().stream().mapToInt(this::segment).max().orElse(0)];
        file.cells().stream()
                .filter(row -> segment(row) > 0)
                .forEach(row -> names[segment(row) - 1] = row.get(own + 1));
        return IntStream.range(0, names.length)
                .mapToObj(i -> names[i] == null ? "segment " + (i + 1) : names[i])
                .toList();
    }

    /** Returns the customers' own columns, as the file names them. */
    List<String> ownColumns() {
        return file.header().subList(0, own);
    }
}
