package segmentation.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.LineMagicArgs;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.magic.ParsedLineMagic;

/**
 * Runs the lines of a cell that start with a percent sign.
 *
 * <p>The library's parser reads the line. It would turn it into Java for the cell; here the parsed call is taken and run
 * at once, so that a line of a text block, or of an expression, that happens to start with a percent sign stays Java.
 */
final class Magics {
    private final MagicsRegistry registry;
    private final ParsedCalls calls = new ParsedCalls();
    private final MagicParser parser = new MagicParser("^%", "^%%", calls);

    Magics(MagicsRegistry registry) {
        this.registry = registry;
    }

    /** Returns the parser, which the library's kernel wants to hold as well. */
    MagicParser parser() {
        return parser;
    }

    /**
     * Runs one line.
     *
     * @throws IllegalArgumentException where there is no such magic, or where it refuses what it is given
     */
    void run(BaseKernel kernel, String line) {
        calls.found.clear();
        parser.resolveMagics(line);
        if (calls.found.isEmpty() || !registry.getLineMagicNames().contains(calls.found.get(0).name)) {
            throw new IllegalArgumentException(
                    "There is no magic %s here; known are %s".formatted(line.split("\\s", 2)[0], known()));
        }
        LineMagicArgs call = calls.found.get(0);
        try {
            registry.evalLineMagic(kernel, call.name, call.args);
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception failed) {
            throw new IllegalArgumentException(failed.getMessage(), failed);
        }
    }

    private String known() {
        return registry.getLineMagicNames().stream()
                .sorted()
                .map(name -> "%" + name)
                .collect(Collectors.joining(", "));
    }

    /** Notes what the parser finds instead of writing Java for it. */
    private static final class ParsedCalls extends MagicTranspiler {
        private final List<LineMagicArgs> found = new ArrayList<>();

        @Override
        public String transpileLine(ParsedLineMagic magic) {
            found.add(magic.magicCall);
            return "";
        }
    }
}
