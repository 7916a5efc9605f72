package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.messages.reply.InputReply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Walks through the protocol over real sockets: the exchanges and what is asked of each stand in {@code protocol.txt}.
 *
 * <p>An exchange starts with its name after a number sign. What it does, line by line:
 *
 * <ul>
 *   <li>{@code shell TYPE JSON} and {@code control TYPE JSON} send a request, {@code stray TYPE JSON} one that nobody
 *       answers
 *   <li>{@code settled} waits until all that was sent has come to the kernel, {@code running} until a cell gives the
 *       signal, and {@code go} lets a cell that waits for it go on
 *   <li>{@code input TEXT} waits for a question and answers it, with blanks for underscores; {@code stream} waits
 *       for some text to be published
 *   <li>{@code answered} waits for the answers to all that was sent; the end of the exchange does so too
 * </ul>
 *
 * <p>What is asked: {@code ? a name | a path into what came back | what should be there}. What should be there is JSON, a
 * regular expression after {@code ~}, {@code absent}, or another path after {@code =}, with a number added or not.
 */
class ProtocolTest {
    private static final Pattern SUM = Pattern.compile("= (.+?)(?: \\+ (\\d+))?");

    @AutoClose
    private static final ServedKernel KERNEL = ServedKernel.start();

    private static final JupyterClient CLIENT = KERNEL.client();

    @TestFactory
    Stream<DynamicContainer> keepsTheProtocol() throws IOException {
        return exchanges().stream()
                .map(exchange -> DynamicContainer.dynamicContainer(
                        exchange.name,
                        exchange.questions.stream()
                                .map(question -> DynamicTest.dynamicTest(
                                        question.name, () -> question.check(exchange.transcript())))));
    }

    private static List<Exchange> exchanges() throws IOException {
        List<Exchange> exchanges = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ProtocolTest.class.getResourceAsStream("protocol.txt"), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().filter(text -> !text.isBlank()).toList()) {
                if (line.startsWith("# ")) {
                    exchanges.add(new Exchange(line.substring(2)));
                } else {
                    exchanges.get(exchanges.size() - 1).add(line);
                }
            }
        }
        return exchanges;
    }

    /** Some requests, and all that the kernel sent because of them. */
    private static final class Exchange {
        private final String name;
        private final List<String> steps = new ArrayList<>();
        private final List<Question> questions = new ArrayList<>();
        private final Map<String, JsonArray> received = new HashMap<>();
        private final List<String> open = new ArrayList<>();
        private int owedByShell;
        private int owedByControl;
        private JsonObject transcript;
        private boolean complete;

        private Exchange(String name) {
            this.name = name;
        }

        private void add(String line) {
            if (line.startsWith("? ")) {
                String[] parts = line.substring(2).split(" +\\| +", 3);
                questions.add(new Question(parts[0], parts[1], parts[2]));
            } else {
                steps.add(line);
            }
        }

        /** Returns what came back, as one JSON object; the exchange takes place when the first question is asked. */
        private JsonObject transcript() throws Exception {
            if (transcript == null) {
                transcript = new JsonObject();
                for (String part : List.of("sent", "shell", "control", "published", "asked")) {
                    received.put(part, new JsonArray());
                    transcript.add(part, received.get(part));
                }
                Signal.reset();
                for (String step : steps) {
                    take(step.split(" ", 3));
                }
                awaitAnswers();
                complete = true;
            }
            assertThat(complete).as("the exchange came to its end").isTrue();
            return transcript;
        }

        private void take(String[] step) throws Exception {
            switch (step[0]) {
                case "shell" -> {
                    send(CLIENT.shell(), step[1], step[2]);
                    owedByShell += answers(step[1]);
                }
                case "control" -> {
                    send(CLIENT.control(), step[1], step[2]);
                    owedByControl += answers(step[1]);
                }
                case "stray" ->
                    CLIENT.shell().send(step[1], JsonParser.parseString(step[2]).getAsJsonObject());
                case "settled" -> CLIENT.settle();
                case "running" -> Signal.await();
                case "go" -> Signal.release();
                case "input" -> {
                    received.get("asked").add(CLIENT.stdin().receive().message());
                    CLIENT.stdin().send(new InputReply(step[1].replace('_', ' ')));
                }
                case "stream" -> awaitStream();
                case "answered" -> awaitAnswers();
                default -> throw new IllegalArgumentException("No such step: " + step[0]);
            }
        }

        private void send(JupyterClient.Socket socket, String type, String content) {
            String id = socket.send(type, JsonParser.parseString(content).getAsJsonObject());
            received.get("sent").add(id);
            open.add(id);
        }

        private static int answers(String type) {
            return type.endsWith("_request") ? 1 : 0;
        }

        private void awaitAnswers() {
            for (; owedByShell > 0; owedByShell--) {
                received.get("shell").add(CLIENT.shell().receive().message());
            }
            for (; owedByControl > 0; owedByControl--) {
                received.get("control").add(CLIENT.control().receive().message());
            }
            while (!open.isEmpty()) {
                published();
            }
        }

        private void awaitStream() {
            boolean stream = false;
            while (!stream) {
                stream = published().type().equals("stream");
            }
        }

        private JupyterClient.Received published() {
            JupyterClient.Received next;
            do {
                next = CLIENT.iopub().receive();
            } while (!received.get("sent").contains(new JsonPrimitive(next.parent())));
            received.get("published").add(next.message());
            if (next.type().equals("status") && next.text("execution_state").equals("idle")) {
                open.remove(next.parent());
            }
            return next;
        }
    }

    /** What is asked of an exchange. */
    private record Question(String name, String path, String expected) {

        private void check(JsonObject transcript) {
            JsonElement found = at(transcript, path);
            Matcher sum = SUM.matcher(expected);
            if (expected.equals("absent")) {
                assertThat(found).isEqualTo(JsonNull.INSTANCE);
            } else if (expected.startsWith("~ ")) {
                assertThat(found.isJsonPrimitive() ? found.getAsString() : found.toString())
                        .containsPattern(expected.substring(2));
            } else if (sum.matches()) {
                JsonElement other = at(transcript, sum.group(1));
                assertThat(found)
                        .isEqualTo(
                                sum.group(2) == null
                                        ? other
                                        : new JsonPrimitive(other.getAsInt() + Integer.parseInt(sum.group(2))));
            } else {
                assertThat(found).isEqualTo(JsonParser.parseString(expected));
            }
        }

        /** Follows a path: a field, a place in a list, the first message of a type, or a field of all in a list. */
        private static JsonElement at(JsonElement start, String path) {
            JsonElement place = start;
            for (String step : path.split(" ")) {
                place = place.isJsonArray() ? in(place.getAsJsonArray(), step) : in(place, step);
            }
            return place;
        }

        private static JsonElement in(JsonElement place, String field) {
            return place.isJsonObject() && place.getAsJsonObject().has(field)
                    ? place.getAsJsonObject().get(field)
                    : JsonNull.INSTANCE;
        }

        private static JsonElement in(JsonArray list, String step) {
            if (step.matches("\\d+")) {
                int index = Integer.parseInt(step);
                return index < list.size() ? list.get(index) : JsonNull.INSTANCE;
            }
            if (step.equals("size")) {
                return new JsonPrimitive(list.size());
            }
            if (step.startsWith("*")) {
                JsonArray all = new JsonArray();
                list.forEach(item -> all.add(at(item, step.substring(1).replace('.', ' '))));
                return all;
            }
            if (step.startsWith("text:")) {
                return list.asList().stream()
                        .filter(item -> at(item, "content text").toString().contains(step.substring(5)))
                        .findFirst()
                        .orElse(JsonNull.INSTANCE);
            }
            return list.asList().stream()
                    .filter(item -> at(item, "header msg_type").getAsString().equals(step))
                    .findFirst()
                    .orElse(JsonNull.INSTANCE);
        }
    }
}
