package segmentation.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The HTML of all pages: Mustache templates beside this class in the library, which a designer can edit without Java.
 *
 * <p>Two braces escape text, three take HTML as it is; a section of an empty text is left out. A name that the values do not have is a fault, no blank.
 */
public final class Templates {
    private static final Map<String, Template> COMPILED = new ConcurrentHashMap<>();
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .emptyStringIsFalse(true)
            .withEscaper(Html::escape)
            .withLoader(Templates::source);

    private Templates() {}

    /**
     * Returns a template filled in.
     *
     * @param name of a file {@code NAME.mustache} in the package's resources
     * @param values a record or a map; what its members hold is found by their names
     */
    public static String filled(String name, Object values) {
        return COMPILED.computeIfAbsent(name, Templates::compiled).execute(values);
    }

    /** Returns a file of the package's resources as text. */
    static String resource(String file) {
        try (InputStream bytes = Templates.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(bytes, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be read from the library".formatted(file), e);
        }
    }

    private static Template compiled(String name) {
        return COMPILER.compile(source(name));
    }

    private static Reader source(String name) {
        String file = name + ".mustache";
        return new InputStreamReader(
                Objects.requireNonNull(Templates.class.getResourceAsStream(file), file), StandardCharsets.UTF_8);
    }
}
