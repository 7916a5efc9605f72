package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import segmentation.features.Matrices;
import segmentation.features.OutlierLimits;
import segmentation.io.DataException;

/** Files that are no model, or no longer the one that was written: one sentence each. */
class HostileModelFileTest {
    private static final String EXPECTED = "expected a model.json as environment/segment fit writes it;"
            + " take an unaltered copy, or fit the model again.";

    @TempDir
    private Path folder;

    @Test
    void refusesEveryChangeOfAByteThatChangesWhatTheFileSays() throws IOException {
        byte[] whole = text().getBytes(StandardCharsets.UTF_8);
        JsonNode before = new ObjectMapper().readTree(whole);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (1 << at % 7);
            if (!before.equals(tree(changed))) {
                refused(changed);
            }
        }
    }

    @Test
    void refusesAFileThatIsCutShortAnywhere() throws IOException {
        byte[] whole = text().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length - 1; length++) {
            refused(Arrays.copyOf(whole, length));
        }
        assertThat(ModelFile.read(stored(Arrays.copyOf(whole, whole.length - 1)))
                        .k())
                .isEqualTo(2);
    }

    @Test
    void takesAFileThatWasOnlyLaidOutAnew() throws IOException {
        String compact = new ObjectMapper().readTree(text()).toString();

        assertThat(ModelFile.read(stored(compact.getBytes(StandardCharsets.UTF_8)))
                        .toJson())
                .isEqualTo(text());
        assertThat(ModelFile.read(stored(text().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)))
                        .toJson())
                .isEqualTo(text());
    }

    @Test
    void namesBothVersionsAndWhatToDo() throws IOException {
        String advice = "; fit the model again with this program, or score with the one that wrote it.";

        assertThat(refused(text().replace("\"version\": 1", "\"version\": 2")))
                .isEqualTo("model.json: found a model of version 2, expected version 1" + advice);
        assertThat(refused(text().replace("\"version\": 1", "\"version\": \"1\"")))
                .isEqualTo("model.json: found a model without a version, expected version 1" + advice);
    }

    @Test
    void saysWhereAValueWasAltered() throws IOException {
        assertThat(refused(text().replace("\"size\": 3", "\"size\": 4")))
                .isEqualTo(
                        "model.json: found contents that are not those of its checksum, expected a file that nobody has"
                                + " altered; take an unaltered copy, or fit the model again.");
    }

    @Test
    void refusesWhatIsNoModel() throws IOException {
        assertThat(refused("{\"version\": 1}")).isEqualTo("model.json: found JSON of another kind, " + EXPECTED);
        assertThat(refused("[]")).isEqualTo("model.json: found JSON of another kind, " + EXPECTED);
        assertThat(refused("a,b\n1,2\n")).isEqualTo("model.json, line 1: found broken JSON, " + EXPECTED);
        assertThat(refused("")).contains("model.json");
        assertThat(refused("[".repeat(100_000))).isEqualTo("model.json, line 1: found broken JSON, " + EXPECTED);
        assertThat(refused(" ".repeat((1 << 24) + 1))).isEqualTo("model.json: found more than 16 MB, " + EXPECTED);
        assertThat(refused(text() + "{}")).contains("found broken JSON");
        assertThat(refused(text().replaceFirst("\\{", "{\"version\": 1,"))).contains("found broken JSON");
        assertThat(refused(text().replaceFirst("20\\.25", "NaN"))).contains("found broken JSON");
        assertThat(refused(text().replaceFirst("20\\.25", "1" + "0".repeat(5_000))))
                .contains("found broken JSON");
        assertThatThrownBy(() -> ModelFile.read(folder.resolve("none.json")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no such file");
    }

    /** Changes after which the checksum is set right again, as somebody would who means harm. */
    static Stream<Arguments> forgeries() {
        return Stream.of(ofInputs(), ofSegments(), ofTypes()).flatMap(forgeries -> forgeries);
    }

    private static Stream<Arguments> ofTypes() {
        return Stream.of(
                forgery("member unknown", tree -> tree.put("weights", 1), "there is no member called weights"),
                forgery("unknown in a list", tree -> segment(tree).put("x", 1), "there is no member called x"),
                forgery(
                        "nothing for a feature",
                        tree -> tree.putArray("features").addNull(),
                        "is no JSON"),
                forgery(
                        "nothing for a segment",
                        tree -> tree.putArray("segments").addNull(),
                        "is no JSON"),
                forgery("nothing for a number", tree -> segment(tree).putNull("farthest"), "farthest has something"),
                forgery("nothing for a size", tree -> segment(tree).putNull("size"), "size is no whole number"),
                forgery("nothing for a name", tree -> segment(tree).putNull("name"), "name is no JSON string"),
                forgery("nothing for yes or no", tree -> feature(tree).putNull("logged"), "logged is no JSON boolean"),
                forgery(
                        "centroid a number",
                        tree -> segment(tree).put("centroid", 1),
                        "centroid is no JSON array of numbers"),
                forgery("scaling a list", tree -> tree.putArray("scaling"), "scaling is no JSON object"),
                forgery("seed too large", tree -> tree.put("seed", 1e30), "seed is no whole number"),
                forgery("median infinite", tree -> feature(tree).put("median", "Infinity"), "median has something"),
                forgery("limit infinite", tree -> limits(tree).putArray("lower").add("-Infinity"), "lower"),
                forgery("factor a text", tree -> limits(tree).put("factor", "1"), "factor has something"));
    }

    private static Stream<Arguments> ofInputs() {
        return Stream.of(
                forgery("no segments", tree -> tree.putArray("segments"), "at least 1 segment"),
                forgery("no features", tree -> tree.putArray("features"), "features need"),
                forgery("features no list", tree -> tree.put("features", 1), "features is no JSON array"),
                forgery("no scaling", tree -> tree.remove("scaling"), "scaling is no JSON object"),
                forgery("scaling unknown", tree -> scaling(tree).put("method", "log"), "no scaling called log"),
                forgery("one spread more", tree -> ((ArrayNode) scaling(tree).get("spreads")).add(1), "got 1 and 2"),
                forgery(
                        "negative spread",
                        tree -> scaling(tree).putArray("spreads").add(-1),
                        "from 0 up"),
                forgery(
                        "infinite spread",
                        tree -> scaling(tree).putArray("spreads").add(1e308 * 10),
                        "number"),
                forgery(
                        "text for a number",
                        tree -> scaling(tree).putArray("spreads").add("1"),
                        "number"),
                forgery("logged no boolean", tree -> feature(tree).put("logged", 1), "logged is no JSON boolean"),
                forgery("blank noun", tree -> feature(tree).put("noun", " "), "needs a name and a noun"));
    }

    private static Stream<Arguments> ofSegments() {
        return Stream.of(
                forgery("control character", tree -> segment(tree).put("name", "a\u0007b"), "visible characters"),
                forgery("blank name", tree -> segment(tree).put("name", ""), "visible characters"),
                forgery("no customers", tree -> segment(tree).put("size", 0), "at least 1 customer"),
                forgery("size too large", tree -> segment(tree).put("size", 1L << 40), "size is no whole number"),
                forgery("size a fraction", tree -> segment(tree).put("size", 1.5), "size is no whole number"),
                forgery("segments out of order", tree -> segment(tree).put("segment", 2), "segment 1 is not where"),
                forgery("negative distance", tree -> segment(tree).put("farthest", -1), "distance from 0 up"),
                forgery("centroid too long", tree -> ((ArrayNode) segment(tree).get("centroid")).add(1), "coordinates"),
                forgery(
                        "centroid too large",
                        tree -> segment(tree).putArray("centroid").add(1e200),
                        "±1e140"),
                forgery("no restarts", tree -> tree.put("restarts", 0), "1 restart"),
                forgery("seed a fraction", tree -> tree.put("seed", .5), "seed is no whole number"),
                forgery("id a number", tree -> tree.put("id", 5), "id is no JSON string"),
                forgery("limits crossed", tree -> limits(tree).putArray("lower").add(99), "upper one that is no less"),
                forgery("limits missing", tree -> limits(tree).remove("upper"), "upper is no JSON array"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void refusesForgeries(String name, Consumer<ObjectNode> change, String part) throws IOException {
        ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(text());
        tree.remove("checksum");
        change.accept(tree);
        tree.put("checksum", ModelJson.checksum(tree));

        assertThat(refused(tree.toString()))
                .startsWith("model.json: found ")
                .contains(part)
                .endsWith(EXPECTED);
    }

    private static Arguments forgery(String name, Consumer<ObjectNode> change, String part) {
        return Arguments.of(name, change, part);
    }

    private static ObjectNode scaling(ObjectNode tree) {
        return (ObjectNode) tree.get("scaling");
    }

    private static ObjectNode feature(ObjectNode tree) {
        return (ObjectNode) tree.get("features").get(0);
    }

    private static ObjectNode segment(ObjectNode tree) {
        return (ObjectNode) tree.get("segments").get(0);
    }

    private static ObjectNode limits(ObjectNode tree) {
        return (ObjectNode) tree.get("outliers");
    }

    private static String text() {
        return ModelFileTest.twoScaledGroups()
                .withLimits(OutlierLimits.fit(Matrices.ofColumn(0, 1, 2, 10, 11, 12), 1))
                .withId("Customer")
                .toJson();
    }

    private static JsonNode tree(byte[] json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException broken) {
            return new ObjectMapper().nullNode();
        }
    }

    private String refused(String json) throws IOException {
        return refused(json.getBytes(StandardCharsets.UTF_8));
    }

    private String refused(byte[] json) throws IOException {
        Path file = stored(json);
        try {
            ModelFile.read(file);
        } catch (DataException said) {
            String sentence = said.getMessage().replace(file.toString(), "model.json");
            assertThat(sentence).doesNotContain("\n").endsWith(".");
            return sentence;
        }
        throw new AssertionError("was read: " + new String(json, StandardCharsets.UTF_8));
    }

    private Path stored(byte[] json) throws IOException {
        return Files.write(folder.resolve("model.json"), json);
    }
}
