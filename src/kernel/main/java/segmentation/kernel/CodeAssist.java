package segmentation.kernel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;

/** Help while a cell is typed: what could stand here, what this is, and whether the cell is complete. */
final class CodeAssist {
    private static final String INDENT = "    ";

    private final JavaSession session;

    CodeAssist(JavaSession session) {
        this.session = session;
    }

    /**
     * Returns what could stand at a place in a cell: names that fit the expected type first, then the others.
     *
     * <p>Knows the names of earlier cells, and those that earlier pieces of this cell declare.
     */
    ReplacementOptions complete(String code, int cursor) {
        int[] start = {cursor};
        List<Suggestion> suggestions = session.analysis().completionSuggestions(code, cursor, start);
        String typed = code.substring(start[0], cursor);
        boolean member = code.substring(0, start[0]).stripTrailing().endsWith(".");
        Set<String> options = new LinkedHashSet<>(member ? List.of() : declaredBefore(code, start[0], typed));
        texts(suggestions, true).forEach(options::add);
        texts(suggestions, false).forEach(options::add);
        return new ReplacementOptions(List.copyOf(options), start[0], cursor);
    }

    /** Returns signatures, and the Javadoc where the JDK has its sources, of what stands at a place in a cell. */
    Optional<String> inspect(String code, int cursor) {
        return Stream.of(insideCall(code, cursor), wordEnd(code, cursor))
                .map(place -> session.analysis().documentation(place.code(), place.cursor(), true))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> found.stream().map(CodeAssist::text).distinct().collect(Collectors.joining("\n\n")));
    }

    /** Returns the library's word for a complete or broken cell, or the indent of the line that is to follow. */
    String isComplete(String code) {
        Optional<Piece> last = lastPiece(code);
        if (last.isEmpty() || last.get().kind() == Piece.Kind.MAGIC) {
            return BaseKernel.IS_COMPLETE_YES;
        }
        return switch (session.analysis().analyzeCompletion(last.get().source()).completeness()) {
            case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> BaseKernel.IS_COMPLETE_YES;
            case UNKNOWN -> BaseKernel.IS_COMPLETE_BAD;
            case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE -> INDENT;
        };
    }

    private Optional<Piece> lastPiece(String code) {
        List<Piece> pieces = session.split(new Cell(0, code));
        return pieces.stream().skip(Math.max(0, pieces.size() - 1)).findFirst();
    }

    private List<String> declaredBefore(String code, int end, String typed) {
        return session.split(new Cell(0, code.substring(0, end))).stream()
                .filter(piece -> piece.kind() == Piece.Kind.JAVA)
                .flatMap(piece -> session.analysis().sourceToSnippets(piece.source()).stream())
                .filter(PersistentSnippet.class::isInstance)
                .map(snippet -> ((PersistentSnippet) snippet).name())
                .filter(name -> name.startsWith(typed))
                .toList();
    }

    private static Stream<String> texts(List<Suggestion> suggestions, boolean fitting) {
        return suggestions.stream()
                .filter(suggestion -> suggestion.matchesType() == fitting)
                .map(Suggestion::continuation)
                .distinct();
    }

    /** A piece of source and a place in it. */
    private record Place(String code, int cursor) {}

    /** Returns the place just behind the opening parenthesis of the method or constructor that the cursor is on. */
    private static Place insideCall(String code, int cursor) {
        Place word = wordEnd(code, cursor);
        boolean onWord = word.cursor() > 0 && Character.isJavaIdentifierPart(code.charAt(word.cursor() - 1));
        return onWord ? new Place(code.substring(0, word.cursor()) + "(", word.cursor() + 1) : word;
    }

    private static Place wordEnd(String code, int cursor) {
        int end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        return new Place(code, end);
    }

    private static String text(Documentation documentation) {
        String javadoc = Optional.ofNullable(documentation.javadoc()).orElse("");
        return (documentation.signature() + "\n" + plain(javadoc)).strip();
    }

    /** Returns a Javadoc comment as it reads without its markup. */
    private static String plain(String javadoc) {
        return javadoc.replaceAll("(?m)^ ", "")
                .replaceAll("\\{@\\w+ ([^{}]*)}", "$1")
                .replaceAll("</?\\w+[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }
}
