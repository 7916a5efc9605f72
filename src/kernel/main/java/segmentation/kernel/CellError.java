package segmentation.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A cell that did not run to its end: it does not compile, ends too early, threw something or was interrupted.
 *
 * <p>{@link #getMessage} is the one sentence to show: for something thrown, its own message.
 */
public final class CellError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String RED = "\u001b[1;31m";
    private static final String BLUE = "\u001b[34m";
    private static final String PLAIN = "\u001b[0m";

    private static final Pattern NAME = Pattern.compile("^(Caused by |)(\\w+)(?=: )");

    private static final Pattern SOURCE =
            Pattern.compile("^(    (?:at line \\d+ of this cell|in cell \\[\\d+], line \\d+): )(.+)$");

    private final String name;
    private final int line;
    private final String sourceLine;
    private final transient List<String> traceback;

    private CellError(String name, String message, int line, String sourceLine, List<String> traceback) {
        super(message);
        this.name = name;
        this.line = line;
        this.sourceLine = sourceLine;
        this.traceback = List.copyOf(traceback);
    }

    /** Returns an error on a line of a cell. */
    static CellError at(Cell cell, int line, String name, String message) {
        return at(cell, line, name, message, List.of(place(cell, line)));
    }

    /** Returns an error on a line of a cell; the details follow name and message in the traceback. */
    static CellError at(Cell cell, int line, String name, String message, List<String> details) {
        List<String> traceback = new ArrayList<>(List.of(name + ": " + message));
        traceback.addAll(details);
        return new CellError(name, message, line, cell.text(line).strip(), traceback);
    }

    /** Returns the line of a traceback that stands for a line of the cell that failed. */
    static String place(Cell cell, int line) {
        return "    at line %d of this cell: %s".formatted(line, cell.text(line).strip());
    }

    /** Returns the error of a cell that was told to stop, on the line where this error left it. */
    CellError interrupted(Cell cell) {
        return at(cell, line, CellInterrupted.class.getSimpleName(), CellInterrupted.SENTENCE);
    }

    /** Returns the kind of error in one word: {@code CompilationError}, {@code CellInterrupted}, or what was thrown. */
    public String name() {
        return name;
    }

    /** Returns the line of the cell, from 1. */
    public int line() {
        return line;
    }

    /** Returns the text of that line, without blanks around it. */
    public String sourceLine() {
        return sourceLine;
    }

    /** Returns what a person is shown below the cell, line by line: name, message, place, and calls between. */
    public List<String> traceback() {
        return traceback;
    }

    /** Returns the same with the marks by which terminals and notebooks show colour. */
    List<String> colouredTraceback() {
        return traceback.stream().map(CellError::coloured).toList();
    }

    private static String coloured(String line) {
        return SOURCE.matcher(NAME.matcher(line).replaceFirst("$1" + RED + "$2" + PLAIN))
                .replaceFirst("$1" + BLUE + "$2" + PLAIN);
    }
}
