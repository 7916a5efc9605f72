package segmentation.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;

/** Turns what the compiler says about a piece of a cell into an error on the cell's lines. */
final class CompileErrors {
    private static final String NAME = "CompilationError";

    private CompileErrors() {}

    /** Returns the error of a rejected piece; its place is the first fault's, all faults are in the traceback. */
    static CellError rejected(Piece piece, List<Diag> faults) {
        List<Diag> errors = faults.stream().filter(Diag::isError).toList();
        if (errors.isEmpty()) {
            return incomplete(piece);
        }
        List<String> details = new ArrayList<>(pointer(piece, errors.get(0)));
        for (Diag fault : errors.subList(1, errors.size())) {
            details.add(place(piece, fault));
            details.addAll(pointer(piece, fault));
        }
        return CellError.at(piece.cell(), line(piece, errors.get(0)), NAME, place(piece, errors.get(0)), details);
    }

    /** Returns the error of a cell that ends in the middle of something. */
    static CellError incomplete(Piece piece) {
        int last = piece.line((int) piece.source().lines().count());
        String message = "The cell ends in the middle of what starts on line %d".formatted(piece.line(1));
        return CellError.at(piece.cell(), last, NAME, message);
    }

    /** Returns the error of a declaration that uses names which the notebook does not know. */
    static CellError unresolved(Piece piece, List<String> names) {
        String message = "line %d: cannot find %s".formatted(piece.line(1), String.join(", ", names));
        return CellError.at(piece.cell(), piece.line(1), NAME, message);
    }

    private static String place(Piece piece, Diag fault) {
        int column = piece.cell().column(offset(piece, fault));
        return "line %d, column %d: %s".formatted(line(piece, fault), column, message(fault));
    }

    private static List<String> pointer(Piece piece, Diag fault) {
        String text = piece.cell().text(line(piece, fault));
        int column = piece.cell().column(offset(piece, fault));
        return List.of("    " + text, "    " + " ".repeat(column - 1) + "^");
    }

    private static int line(Piece piece, Diag fault) {
        return piece.cell().line(offset(piece, fault));
    }

    private static int offset(Piece piece, Diag fault) {
        return piece.offset() + (int) Math.max(0, fault.getPosition());
    }

    /** Returns the compiler's message on one line, without the class that JShell wraps around the piece. */
    private static String message(Diag fault) {
        return Internals.hide(fault.getMessage(Locale.ROOT)
                .replaceAll("\\R *symbol: +", ": ")
                .replaceAll("\\R *location: class *(?=\\R|$)", "")
                .replaceAll("\\R *(location|required|found|reason): +", "; $1 "));
    }
}
