package segmentation.notebook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * JSON in the very form in which Jupyter writes notebooks, so that both write the same bytes: keys sorted, one blank of
 * indent a level, only what must be escaped escaped, a line break at the end.
 */
final class NotebookJson {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE).build();

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build()
            .writer(printer());

    /** Jupyter cuts text into lines in more places than {@link String#lines} does. */
    private static final String BREAK = "\\r\\n|[\\n\\r\\x0B\\f\\x1C\\x1D\\x1E\\x85\\u2028\\u2029]";

    private static final String OTHER = "[^\\n\\r\\x0B\\f\\x1C\\x1D\\x1E\\x85\\u2028\\u2029]";
    private static final Pattern LINE = Pattern.compile(OTHER + "*+(?:" + BREAK + ")|" + OTHER + "++");

    private NotebookJson() {}

    /** Returns a tree as text. */
    static String of(JsonNode tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new PythonNumbers(FACTORY.createGenerator(text))) {
            WRITER.writeValue(json, tree);
        } catch (IOException e) {
            throw new UncheckedIOException("A notebook could not be put into text", e);
        }
        return text.append('\n').toString();
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter blank = new DefaultIndenter(" ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withRootSeparator("")
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        printer.indentObjectsWith(blank);
        printer.indentArraysWith(blank);
        return printer;
    }

    /** Writes fractions as Python does. */
    private static final class PythonNumbers extends JsonGeneratorDelegate {
        private PythonNumbers(JsonGenerator json) {
            super(json);
        }

        @Override
        public void writeNumber(double value) throws IOException {
            delegate.writeNumber(number(value));
        }
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

    /** Returns text as notebooks store it: a list of lines, each with its line break; the last may have none. */
    static JsonNode lines(String value) {
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        LINE.matcher(value).results().map(MatchResult::group).forEach(lines::add);
        return lines;
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
