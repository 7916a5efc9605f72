package segmentation.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.analysis.CostlyPart;
import segmentation.analysis.Segmentation;
import segmentation.csv.ReadingOptions;
import segmentation.data.inspect.CustomerFile;
import segmentation.explore.History.CustomerLabels;
import segmentation.explore.History.Line;
import segmentation.explore.History.Outcome;
import segmentation.features.ScalingMethod;
import segmentation.io.Json;

/** Waits are for an event of the page; the limit only ends what would hang. */
@Timeout(300)
class ExplorationTest {
    @TempDir
    private static Path folder;

    private Explore page;
    private Visitor visitor;
    private Path file;

    @BeforeEach
    void openAPage() throws IOException {
        file = customers(folder.resolve("customers.csv"), 60);
        page = Explore.open(Optional.of(file), List.of(), folder, 0);
        visitor = new Visitor(page.address());
    }

    @AfterEach
    void endThePage() {
        page.close();
    }

    /** Three groups that differ in income and spend, with an id, visits that say nothing, and a city. */
    static Path customers(Path place, int count) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        List<String> lines = new ArrayList<>(List.of("id,income,spend,visits,city"));
        IntStream.range(0, count)
                .forEach(i -> lines.add(String.format(
                        Locale.ROOT,
                        "C%d,%.2f,%.2f,%d,%s",
                        100 + i,
                        100 * (i % 3) + 10 * random.nextDouble(),
                        50 * ((i + 1) % 3) + 5 * random.nextDouble(),
                        random.nextInt(40),
                        i % 2 == 0 ? "Ulm" : "Bonn")));
        return Files.write(place, lines);
    }

    private static Choice choice(int k, String... features) {
        return new Choice(List.of(features), List.of(), Map.of(), ScalingMethod.ZSCORE, k, OptionalDouble.empty(), "");
    }

    private void choose(Choice choice) {
        assertThat(visitor.post("choose", choice.toJson().toString()).statusCode())
                .isEqualTo(200);
    }

    private JsonNode line(JsonNode history, int number) {
        for (JsonNode line : history.path("lines")) {
            if (line.path("number").asInt() == number) {
                return line;
            }
        }
        throw new IllegalStateException("No line " + number + " in " + history);
    }

    private JsonNode judged(int number) throws IOException, InterruptedException {
        return visitor.heard(
                "history",
                history -> history.path("current").asInt() == number
                        && !line(history, number).path("verdict").asText().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void whatIsRefinedIsWhatFitGives(int k) throws IOException, InterruptedException {
        choose(choice(k, "income", "spend"));

        JsonNode found = visitor.heard(
                "segments",
                json -> json.path("refined").asBoolean() && json.path("line").asInt() == 2);
        JsonNode verdict = visitor.heard("verdict", json -> json.path("line").asInt() == 2);

        Segmentation fit = Segmentation.of(CustomerFile.read(file, ReadingOptions.guessed()))
                .features("income", "spend")
                .k(k)
                .fit();
        int[] labels = IntStream.range(0, 60)
                .map(row -> found.path("labels").path(row).asInt())
                .toArray();
        assertThat(labels).isEqualTo(fit.model().labels());
        assertThat(found.path("silhouette").doubleValue())
                .isEqualTo(fit.silhouette().mean());
        assertThat(verdict.path("sentence").asText()).isEqualTo(fit.evidence().sentence());
        assertThat(verdict.path("word").asText())
                .isEqualTo(fit.verdict().orElseThrow().label());
    }

    @Test
    void theNewestChoiceWinsAndOlderOnesSayNothingMore() throws IOException, InterruptedException {
        for (int k = 2; k <= 9; k++) {
            choose(choice(k, "income", "spend", "visits"));
        }
        choose(choice(4, "income", "spend"));

        JsonNode history = judged(10);

        assertThat(history.path("lines").size()).isLessThanOrEqualTo(10);
        assertThat(visitor.heard("segments", json -> true).path("line").asInt()).isEqualTo(10);
        assertThat(visitor.heard("segments", json -> true).path("k").asInt()).isEqualTo(4);
        for (JsonNode line : history.path("lines")) {
            assertThat(line.has("k"))
                    .as("every line that stays was seen: %s", line)
                    .isTrue();
        }
    }

    @Test
    void historyGoesBackAndTellsWhoMoved() throws IOException, InterruptedException {
        choose(choice(3, "income", "spend"));
        judged(2);
        choose(choice(6, "income", "spend"));
        judged(3);
        visitor.post("step", "{\"places\": -1}");
        JsonNode back = judged(2);
        visitor.post("name", "{\"line\": 2, \"name\": \"  the <b>three</b>\\u0000 \"}");

        JsonNode named = visitor.heard(
                "history", json -> !line(json, 2).path("name").asText().isEmpty());

        assertThat(line(back, 3).path("rand").doubleValue()).isBetween(0.1, 0.9);
        assertThat(line(back, 3).path("moved").asInt()).isBetween(1, 40);
        assertThat(line(back, 3).path("k").asInt()).isEqualTo(6);
        assertThat(line(named, 2).path("name").asText()).isEqualTo("the <b>three</b>");
        JsonNode compared = Json.parse(visitor.get("compare?before=2&after=3").body(), "it", "JSON", "");
        assertThat(compared.path("counts")).hasSize(3);
        assertThat(compared.path("customers").asInt()).isEqualTo(60);
        assertThat(visitor.post("show", "{\"line\": 99}").body()).contains("The history has no line 99.");
    }

    @Test
    void whatCannotBeSegmentedIsOneSentenceAndThePageLivesOn() throws IOException, InterruptedException {
        assertThat(visitor.post("choose", choice(3, "nothing").toJson().toString())
                        .statusCode())
                .isEqualTo(422);
        choose(new Choice(
                List.of("income"), List.of(), Map.of(), ScalingMethod.ZSCORE, 3, OptionalDouble.empty(), "city"));
        assertThat(visitor.heard("failed", json -> true).path("sentence").asText())
                .contains("city")
                .doesNotContain("Exception");

        choose(choice(3, "income"));

        assertThat(visitor.heard("segments", json -> json.path("refined").asBoolean())
                        .path("k")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void aSegmentShowsItsCustomersAndHowTheyDiffer() throws IOException, InterruptedException {
        choose(choice(3, "income", "spend"));
        judged(2);

        String details = visitor.get("segment?number=2").body();

        assertThat(details).contains("\"customers\":20", "income", "of all customers");
        assertThat(visitor.get("segment?number=4").statusCode()).isEqualTo(422);
    }

    @Test
    void aLongHistoryStaysShortAndKeepsWhatHasAName() {
        History history = new History();
        Segmentation segmentation = Segmentation.of(new double[][] {{1}, {2}, {3}}, "a");
        for (int i = 1; i <= 3 * History.MOST; i++) {
            Line line = history.add(choice(2, "a"), segmentation);
            history.keep(
                    line.number(),
                    new Outcome(
                            1,
                            0,
                            CustomerLabels.of(new int[] {1, 2, 3}, new int[] {1, 1, 1}),
                            List.of("all"),
                            true,
                            ""));
            if (i == 5) {
                history.call(5, "kept");
            }
        }

        assertThat(history.size()).isEqualTo(History.MOST);
        assertThat(history.line(5).name()).isEqualTo("kept");
        assertThat(history.current().orElseThrow().number()).isEqualTo(3 * History.MOST);
        assertThatThrownBy(() -> history.line(6)).hasMessage("The history has no line 6.");
    }

    @Test
    void opensOnASegmentationOfANotebookWithItsChoices() throws Exception {
        Segmentation segmentation = Segmentation.of(
                        new double[][] {{1, 5}, {2, 6}, {3, 5}, {11, 40}, {12, 44}, {13, 48}, {90, 2}},
                        "visits",
                        "spend (EUR)")
                .log("spend (EUR)")
                .k(2)
                .skip(Set.of(CostlyPart.values()).toArray(CostlyPart[]::new));
        try (Explore own = Explore.open(segmentation)) {
            Visitor guest = new Visitor(own.address());

            JsonNode found =
                    guest.heard("segments", json -> json.path("refined").asBoolean());

            assertThat(own).hasToString("Open this page in a browser of this machine: " + own.address());
            assertThat(IntStream.range(0, 7)
                            .map(row -> found.path("labels").path(row).asInt())
                            .toArray())
                    .isEqualTo(segmentation.model().labels());
            assertThat(guest.heard("history", json -> true)
                            .path("lines")
                            .path(0)
                            .path("choice")
                            .path("logged")
                            .path(0)
                            .asText())
                    .isEqualTo("spend (EUR)");
        }
    }
}
