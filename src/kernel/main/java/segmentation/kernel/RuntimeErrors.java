package segmentation.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jdk.jshell.EvalException;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;

/**
 * Turns what a piece of a cell threw into an error on the cell's lines.
 *
 * <p>JShell names a frame of a snippet by the snippet's number and the line within it; this class remembers which piece
 * of which cell each number stands for. JShell's own frames are not in the traces that it hands out.
 */
final class RuntimeErrors {
    private static final int INNERMOST_SHOWN = 8;
    private static final int OUTERMOST_SHOWN = 4;
    private static final String HEAP_IS_FULL = "Java heap space";

    private final Map<String, Piece> pieces = new HashMap<>();

    /** Remembers that a snippet was made from a piece. */
    void remember(Snippet snippet, Piece piece) {
        pieces.put("#" + snippet.id(), piece);
    }

    /** Returns the error of a piece that threw something. */
    CellError thrown(Piece piece, Throwable thrown) {
        int line = Stream.of(thrown.getStackTrace())
                .flatMap(call -> pieceOf(call).filter(in(piece)).map(at -> at.line(call.getLineNumber())).stream())
                .findFirst()
                .orElse(piece.line(1));
        List<String> details = new ArrayList<>(calls(piece, thrown));
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            details.add("Caused by " + name(cause) + ": " + message(cause));
            details.addAll(calls(piece, cause));
        }
        return CellError.at(piece.cell(), line, name(thrown), message(thrown), details);
    }

    /** Returns the calls between the cell and the fault, the innermost first; of many, the middle is left out. */
    private List<String> calls(Piece piece, Throwable thrown) {
        List<String> calls = Stream.of(thrown.getStackTrace())
                .filter(call -> !Internals.isKernel(call))
                .map(call -> call(piece, call))
                .toList();
        if (calls.size() <= INNERMOST_SHOWN + OUTERMOST_SHOWN) {
            return calls;
        }
        List<String> shown = new ArrayList<>(calls.subList(0, INNERMOST_SHOWN));
        shown.add("    and %d calls more".formatted(calls.size() - INNERMOST_SHOWN - OUTERMOST_SHOWN));
        shown.addAll(calls.subList(calls.size() - OUTERMOST_SHOWN, calls.size()));
        return shown;
    }

    private String call(Piece failed, StackTraceElement call) {
        return pieceOf(call)
                .map(piece -> cellCall(failed, piece, piece.line(call.getLineNumber())))
                .orElseGet(() -> "    in " + call);
    }

    private static String cellCall(Piece failed, Piece piece, int line) {
        return in(failed).test(piece)
                ? CellError.place(piece.cell(), line)
                : "    in cell [%d], line %d: %s"
                        .formatted(
                                piece.cell().number(),
                                line,
                                piece.cell().text(line).strip());
    }

    private static Predicate<Piece> in(Piece piece) {
        return other -> other.cell() == piece.cell();
    }

    private Optional<Piece> pieceOf(StackTraceElement frame) {
        return Optional.ofNullable(frame.getFileName()).map(pieces::get);
    }

    private static String name(Throwable thrown) {
        if (thrown instanceof EvalException wrapped) {
            String full = wrapped.getExceptionClassName();
            return full.substring(1 + Math.max(full.lastIndexOf('.'), full.lastIndexOf('$')));
        }
        return thrown.getClass().getSimpleName();
    }

    private static String whatToDo() {
        return ": the %d MB that this kernel may take are in use. What a variable of the notebook holds it still holds; set it to null"
                        .formatted(Runtime.getRuntime().maxMemory() >> 20)
                + " in the next cell, or restart the kernel";
    }

    private static String message(Throwable thrown) {
        if (thrown instanceof UnresolvedReferenceException unresolved) {
            return unresolved.getSnippet().name() + " uses a name that the notebook does not know yet";
        }
        String message =
                Optional.ofNullable(thrown.getMessage()).map(Internals::hide).orElse("no message");
        return message.equals(HEAP_IS_FULL) ? message + whatToDo() : message;
    }
}
