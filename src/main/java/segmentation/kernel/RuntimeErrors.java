package segmentation.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final int FRAMES_SHOWN = 12;

    private final Map<String, Piece> pieces = new HashMap<>();

    /** Remembers that a snippet was made from a piece. */
    void remember(Snippet snippet, Piece piece) {
        pieces.put("#" + snippet.id(), piece);
    }

    /** Returns the error of a piece that threw something. */
    CellError thrown(Piece piece, Throwable thrown) {
        List<StackTraceElement> frames = List.of(thrown.getStackTrace());
        int line = frames.stream()
                .filter(frame ->
                        pieceOf(frame).filter(p -> p.cell() == piece.cell()).isPresent())
                .findFirst()
                .map(frame -> pieceOf(frame).orElse(piece).line(frame.getLineNumber()))
                .orElse(piece.line(1));
        List<String> details = new ArrayList<>(calls(frames));
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            details.add("Caused by " + name(cause) + ": " + message(cause));
            details.addAll(calls(List.of(cause.getStackTrace())));
        }
        return CellError.at(piece.cell(), line, name(thrown), message(thrown), details);
    }

    private List<String> calls(List<StackTraceElement> frames) {
        Stream<String> shown = frames.stream().limit(FRAMES_SHOWN).map(frame -> "    in " + call(frame));
        long more = Math.max(0, frames.size() - FRAMES_SHOWN);
        Stream<String> rest = more == 0 ? Stream.of() : Stream.of("    and %d calls more".formatted(more));
        return Stream.concat(shown, rest).toList();
    }

    private String call(StackTraceElement frame) {
        return pieceOf(frame)
                .map(piece -> cellCall(piece, piece.line(frame.getLineNumber())))
                .orElseGet(frame::toString);
    }

    private static String cellCall(Piece piece, int line) {
        return "cell [%d], line %d: %s"
                .formatted(piece.cell().number(), line, piece.cell().text(line).strip());
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

    private static String message(Throwable thrown) {
        if (thrown instanceof UnresolvedReferenceException unresolved) {
            return unresolved.getSnippet().name() + " uses a name that the notebook does not know yet";
        }
        return Optional.ofNullable(thrown.getMessage()).orElse("no message");
    }
}
