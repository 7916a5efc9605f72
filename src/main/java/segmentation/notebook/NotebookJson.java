package segmentation.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in the very form in which Jupyter writes notebooks, so that both write the same bytes: keys sorted, one blank of
 * indent a level, only what must be escaped escaped, a line break at the end.
 */
final class NotebookJson {
    private final StringBuilder text = new StringBuilder();

    private NotebookJson() {}

    /** Returns a tree as text. */
    static String of(JsonNode tree) {
        NotebookJson json = new NotebookJson();
        json.write(tree, 0);
        return json.text.append('\n').toString();
    }

    private void write(JsonNode node, int depth) {
        if (node.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            object(sorted, depth);
        } else if (node.isArray()) {
            array(node, depth);
        } else if (node.isTextual()) {
            string(node.textValue());
        } else if (node.isFloatingPointNumber()) {
            text.append(number(node.doubleValue()));
        } else {
            text.append(node.asText());
        }
    }

    private void object(Map<String, JsonNode> fields, int depth) {
        text.append('{');
        String separator = "";
        for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
            text.append(separator);
            line(depth + 1);
            string(field.getKey());
            text.append(": ");
            write(field.getValue(), depth + 1);
            separator = ",";
        }
        close(fields.isEmpty(), depth, '}');
    }

    private void array(JsonNode elements, int depth) {
        text.append('[');
        for (Iterator<JsonNode> rest = elements.elements(); rest.hasNext(); ) {
            line(depth + 1);
            write(rest.next(), depth + 1);
            text.append(rest.hasNext() ? "," : "");
        }
        close(elements.isEmpty(), depth, ']');
    }

    private void close(boolean empty, int depth, char bracket) {
        if (!empty) {
            line(depth);
        }
        text.append(bracket);
    }

    private void line(int depth) {
        text.append('\n').append(" ".repeat(depth));
    }

    private void string(String value) {
        text.append('"');
        value.chars().forEach(c -> text.append(escaped((char) c)));
        text.append('"');
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
        };
    }

    /** Returns a fraction as Python writes it: plain from 0.0001 to below ten quadrillions, with an exponent elsewhere. */
    private static String number(double value) {
        double size = Math.abs(value);
        if (value == 0 || (size >= 1e-4 && size < 1e16)) {
            String plain =
                    new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String[] parts = Double.toString(value).split("E");
        String digits = parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
        int exponent = Integer.parseInt(parts[1]);
        return "%se%s%02d".formatted(digits, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    /** Returns text as notebooks store it: a list of lines, each with its line break. */
    static JsonNode lines(String value) {
        return PythonLines.of(value).stream()
                .collect(
                        JsonNodeFactory.instance::arrayNode,
                        (lines, line) -> lines.add(line),
                        (lines, more) -> lines.addAll(more));
    }

    /** Returns text that is stored whole or as a list of lines. */
    static String joined(JsonNode stored) {
        if (!stored.isArray()) {
            return stored.asText("");
        }
        StringBuilder joined = new StringBuilder();
        stored.forEach(line -> joined.append(line.asText()));
        return joined.toString();
    }
}
