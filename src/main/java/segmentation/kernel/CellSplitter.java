package segmentation.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import segmentation.kernel.Piece.Kind;

/**
 * Cuts a cell into the pieces that are run one by one.
 *
 * <p>A piece never starts with blanks or a comment: JShell takes an import with something before it for more than an
 * import, and a later import then silently sets earlier variables back to null.
 */
final class CellSplitter {
    private static final Pattern BLANK = Pattern.compile("(?:\\s++|//[^\\r\\n]*+|/\\*(?s:.*?)\\*/)*+");
    private static final Pattern MAGIC = Pattern.compile("%[^\\r\\n]*");

    private final SourceCodeAnalysis analysis;

    CellSplitter(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** Returns the pieces in their order; none for a cell of blanks and comments. */
    List<Piece> split(Cell cell) {
        List<Piece> pieces = new ArrayList<>();
        int offset = afterBlank(cell.source(), 0);
        while (offset < cell.source().length()) {
            Matcher magic =
                    MAGIC.matcher(cell.source()).region(offset, cell.source().length());
            int end;
            if (magic.lookingAt()) {
                pieces.add(new Piece(cell, offset, magic.group().strip(), Kind.MAGIC));
                end = magic.end();
            } else {
                CompletionInfo info = analysis.analyzeCompletion(cell.source().substring(offset));
                pieces.add(java(cell, offset, info));
                end = isBroken(info)
                        ? cell.source().length()
                        : cell.source().length() - info.remaining().length();
            }
            offset = afterBlank(cell.source(), end);
        }
        return pieces;
    }

    private static Piece java(Cell cell, int offset, CompletionInfo info) {
        return isBroken(info)
                ? new Piece(cell, offset, cell.source().substring(offset), Kind.BROKEN)
                : new Piece(cell, offset, info.source().stripTrailing(), Kind.JAVA);
    }

    private static boolean isBroken(CompletionInfo info) {
        return switch (info.completeness()) {
            case COMPLETE, COMPLETE_WITH_SEMI -> false;
            case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE, EMPTY, UNKNOWN -> true;
        };
    }

    private static int afterBlank(String source, int from) {
        Matcher blank = BLANK.matcher(source).region(from, source.length());
        return blank.lookingAt() ? blank.end() : from;
    }
}
