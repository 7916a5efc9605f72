package segmentation.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two runs of a notebook in all that a reader sees: source, execution counts, text, tables and
 * pictures, which are equal where their files are, byte for byte.
 *
 * <p>How a stream's text was cut into outputs does not count, nor do times, nor a traceback beyond name and message.
 */
public final class NotebookComparison {
    private NotebookComparison() {}

    /** Returns one line for each difference, the stored run first; none where the runs are equal. */
    public static List<String> differences(NotebookDocument stored, NotebookDocument fresh) {
        List<NotebookCell> before = stored.cells();
        List<NotebookCell> after = fresh.cells();
        if (before.size() != after.size()) {
            return List.of("%s: %d cells stored, %d fresh".formatted(stored.name(), before.size(), after.size()));
        }
        return IntStream.range(0, before.size())
                .mapToObj(i -> differences(before.get(i), after.get(i)))
                .flatMap(List::stream)
                .map(line -> stored.name() + ", " + line)
                .toList();
    }

    private static List<String> differences(NotebookCell before, NotebookCell after) {
        JsonNode left = readable(before);
        JsonNode right = readable(after);
        List<String> found = new ArrayList<>();
        compare("cell " + before.number(), left, right, found);
        return found;
    }

    private static JsonNode readable(NotebookCell cell) {
        ObjectNode readable = JsonNodeFactory.instance.objectNode();
        readable.put("source", cell.source());
        cell.executionCount().ifPresent(count -> readable.put("execution count", count));
        int[] number = {0};
        for (ObjectNode output : joinedStreams(cell.outputs())) {
            readable.set("output " + ++number[0], readable(output));
        }
        return readable;
    }

    /** Returns the outputs with text of one stream that follows text of the same stream put together. */
    private static List<ObjectNode> joinedStreams(List<JsonNode> outputs) {
        List<ObjectNode> joined = new ArrayList<>();
        for (JsonNode output : outputs) {
            ObjectNode last = joined.isEmpty() ? JsonNodeFactory.instance.objectNode() : joined.get(joined.size() - 1);
            if (output.has("name") && last.path("name").equals(output.path("name"))) {
                last.put("text", text(last) + text(output));
            } else {
                joined.add((ObjectNode) output);
            }
        }
        return joined;
    }

    private static String text(JsonNode output) {
        return NotebookJson.joined(output.path("text"));
    }

    private static ObjectNode readable(ObjectNode output) {
        ObjectNode readable = JsonNodeFactory.instance.objectNode();
        Stream.of("output_type", "execution_count", "ename", "evalue", "name", "text")
                .filter(output::has)
                .forEach(field -> readable.put(field, NotebookJson.joined(output.path(field))));
        for (Map.Entry<String, JsonNode> form : output.path("data").properties()) {
            readable.put(form.getKey(), NotebookJson.joined(form.getValue()));
        }
        return readable;
    }

    private static void compare(String place, JsonNode left, JsonNode right, List<String> found) {
        TreeSet<String> fields = new TreeSet<>();
        Stream.of(left, right).map(JsonNode::fieldNames).forEach(names -> names.forEachRemaining(fields::add));
        for (String field : fields) {
            String inside = place + ", " + field;
            if (!left.has(field) || !right.has(field)) {
                found.add("%s: only in the %s run".formatted(inside, left.has(field) ? "stored" : "fresh"));
            } else if (left.path(field).isObject()) {
                compare(inside, left.path(field), right.path(field), found);
            } else {
                difference(inside, left.path(field).asText(), right.path(field).asText())
                        .ifPresent(found::add);
            }
        }
    }

    private static Optional<String> difference(String place, String stored, String fresh) {
        boolean picture = place.matches(".*, image/(?!svg).*");
        if (picture ? Arrays.equals(bytes(stored), bytes(fresh)) : stored.equals(fresh)) {
            return Optional.empty();
        }
        return Optional.of(
                picture
                        ? "%s: %s".formatted(place, differenceOfPictures(bytes(stored), bytes(fresh)))
                        : firstDifference(place, stored, fresh));
    }

    /** Returns what is behind the text of a picture, however a kernel has broken it into lines. */
    private static byte[] bytes(String picture) {
        return Base64.getMimeDecoder().decode(picture);
    }

    private static String differenceOfPictures(byte[] stored, byte[] fresh) {
        BufferedImage before = pixels(stored);
        BufferedImage after = pixels(fresh);
        if (before == null || after == null) {
            return "the %s picture cannot be read".formatted(before == null ? "stored" : "fresh");
        }
        int width = before.getWidth();
        int height = before.getHeight();
        if (width != after.getWidth() || height != after.getHeight()) {
            return "the picture stored is %d × %d pixels, fresh %d × %d"
                    .formatted(width, height, after.getWidth(), after.getHeight());
        }
        int[] different = IntStream.range(0, width * height)
                .filter(at -> before.getRGB(at % width, at / width) != after.getRGB(at % width, at / width))
                .toArray();
        return different.length == 0
                ? "the pictures show the same, but their files differ"
                : "the pictures differ in %d of %d pixels, first at (%d, %d)"
                        .formatted(different.length, width * height, different[0] % width, different[0] / width);
    }

    /** Returns a picture's pixels, of a moving one those of its first frame; {@code null} where it is none. */
    private static @Nullable BufferedImage pixels(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            return null;
        }
    }

    private static String firstDifference(String place, String stored, String fresh) {
        Iterator<String> left = stored.lines().iterator();
        Iterator<String> right = fresh.lines().iterator();
        for (int line = 1; left.hasNext() || right.hasNext(); line++) {
            String before = left.hasNext() ? left.next() : "nothing";
            String after = right.hasNext() ? right.next() : "nothing";
            if (!before.equals(after)) {
                return "%s, line %d: stored \"%s\", fresh \"%s\"".formatted(place, line, before, after);
            }
        }
        return "%s: the line breaks differ".formatted(place);
    }
}
