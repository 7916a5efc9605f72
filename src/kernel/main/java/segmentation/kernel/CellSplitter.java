package segmentation.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
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
    private static final Pattern MAGIC_LINE = Pattern.compile("(?m)^%%?\\w+(?=\\s|$)");

    /** How much of a long cell is looked at first for the end of a piece. */
    private static final int WINDOW = 4_000;

    private final SourceCodeAnalysis analysis;

    CellSplitter(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** Returns the pieces in their order; none for a cell of blanks and comments. */
    List<Piece> split(Cell cell) {
        List<Piece> pieces = new ArrayList<>();
        String source = cell.source();
        List<Integer> magicLines =
                MAGIC_LINE.matcher(source).results().map(MatchResult::start).toList();
        int offset = afterBlank(source, 0);
        while (offset < source.length()) {
            Matcher magic = MAGIC.matcher(source).region(offset, source.length());
            if (magic.lookingAt()) {
                pieces.add(new Piece(cell, offset, magic.group().strip(), Kind.MAGIC));
                offset = afterBlank(source, magic.end());
            } else {
                String rest = source.substring(offset, bound(source, offset, magicLines));
                Found found = first(rest);
                pieces.add(java(cell, offset, found.info()));
                offset = isBroken(found.info()) ? source.length() : afterBlank(source, offset + found.end());
            }
        }
        return pieces;
    }

    /**
     * Returns where to stop reading Java: at the next line that looks like a magic, unless what comes before it makes no
     * sense without it, as in a text block. The name of a jar file may read like the start of a comment.
     */
    private int bound(String source, int offset, List<Integer> magicLines) {
        return magicLines.stream()
                .filter(end -> end >= offset)
                .filter(end -> !isBroken(analysis.analyzeCompletion(source.substring(offset, end))))
                .findFirst()
                .orElse(source.length());
    }

    /**
     * Returns the first piece of a text. The JDK looks through all that it is given, so a long text is given in part, in
     * whole lines; that is enough where the piece is complete and something other than a comment follows it.
     */
    private Found first(String text) {
        for (int size = WINDOW; ; size *= 2) {
            int line = size < text.length() ? text.indexOf('\n', size) : -1;
            String part = line < 0 ? text : text.substring(0, line);
            CompletionInfo info = analysis.analyzeCompletion(part);
            String remaining = info.remaining();
            boolean enough =
                    info.completeness() == Completeness.COMPLETE && afterBlank(remaining, 0) < remaining.length();
            if (enough || line < 0) {
                return new Found(info, part.length() - remaining.length());
            }
        }
    }

    /** What the JDK says of a text, and where its first piece ends. */
    private record Found(CompletionInfo info, int end) {}

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
