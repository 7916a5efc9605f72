package segmentation.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * JSON as this project reads and writes it: strictly, the same on every machine and Java version.
 *
 * <p>A number is written in the fewest digits that read back as it, so that a double comes back bit for bit. What is read
 * has each key once in an object, no NaN, nothing after its end, at most 1,000 levels and 16 MB.
 */
public final class Json {
    private static final long LARGEST = 1L << 24;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // Double.toString is not the same on every Java version.
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();
    private static final JsonMapper SORTED =
            JSON.rebuild().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private Json() {}

    /**
     * Reads a file.
     *
     * @param expected what the file should be, for a sentence, such as {@code a model}
     * @param advice what to do where it is not
     * @throws DataException where the file is missing, too large, or not JSON as above
     */
    public static JsonNode read(Path file, String expected, String advice) {
        return read(file, file.toString(), expected, advice);
    }

    /** Reads a file under another name in sentences. */
    public static JsonNode read(Path file, String shown, String expected, String advice) {
        if (size(file) > LARGEST) {
            throw DataException.inFile(shown, "more than 16 MB", expected, advice);
        }
        try {
            return JSON.readTree(TextFile.read(file, new SourceName(shown)));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw DataException.atLine(shown, line, "broken JSON", expected, advice);
        }
    }

    /** Reads a text that this program has written; throws {@link IllegalArgumentException} where it is no JSON as above. */
    public static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Broken JSON in memory", e);
        }
    }

    /** Writes a tree for people: two blanks a level, lists of plain values on one line, a line feed at the end. */
    public static String pretty(JsonNode tree) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return text(JSON.writer(printer)::writeValueAsString, tree) + "\n";
    }

    /** Writes a tree in its one shortest form: keys sorted, no blanks. Equal trees give equal texts. */
    public static String canonical(JsonNode tree) {
        return text(SORTED::writeValueAsString, tree);
    }

    private interface Writing {
        String text(JsonNode tree) throws JsonProcessingException;
    }

    private static String text(Writing writing, JsonNode tree) {
        try {
            return writing.text(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A text in memory could not be written", e);
        }
    }

    /** Returns 0 for a file whose size cannot be known; reading it says why. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unknown) {
            return 0;
        }
    }
}
