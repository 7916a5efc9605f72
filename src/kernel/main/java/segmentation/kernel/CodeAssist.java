package segmentation.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.ErroneousSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import segmentation.kernel.classpath.JavaSource;

/** Help while a cell is typed: what could stand here, what this is, and whether the cell is complete. */
final class CodeAssist {
    private static final String INDENT = "    ";

    /** The parts of a cell in which names mean nothing, closed or not; a name is the last group. */
    private static final Pattern LEXEME =
            Pattern.compile("(//[^\\r\\n]*|/\\*(?s:.*?)(?:\\*/|\\z)|\"\"\"(?s:\\\\.|[^\\\\])*?(?:\"\"\"|\\z)"
                    + "|\"(?:\\\\.|[^\"\\\\\\r\\n])*+\"?|'(?:\\\\.|[^'\\\\\\r\\n])*+'?)"
                    + "|((?<![\\w$.])[\\p{Alpha}_$][\\w$]*)");

    private static final Pattern MAGIC = Pattern.compile("(?m)^%\\w*\\z");
    private static final Pattern IMPORT = Pattern.compile("import\\s+([\\w$.\\s]+?)(\\.\\s*\\*)?\\s*;");

    private final JavaSession session;

    CodeAssist(JavaSession session) {
        this.session = session;
    }

    /**
     * Returns what could stand at a place in a cell: names that fit the expected type first, then the others.
     *
     * <p>Knows the names of earlier cells, and those that earlier pieces of this cell declare or import.
     *
     * @param magics the names of the magics, each with its percent sign
     */
    ReplacementOptions complete(String code, int cursor, List<String> magics) {
        Matcher magic = MAGIC.matcher(code.substring(0, cursor));
        if (magic.find()) {
            List<String> fitting = magics.stream()
                    .filter(name -> name.startsWith(magic.group()))
                    .toList();
            return new ReplacementOptions(fitting, magic.start(), cursor);
        }
        return isInText(code, cursor) ? new ReplacementOptions(List.of(), cursor, cursor) : completeJava(code, cursor);
    }

    private ReplacementOptions completeJava(String code, int cursor) {
        List<Piece> before = session.split(new Cell(0, code.substring(0, cursor)));
        Optional<Piece> last =
                before.stream().skip(Math.max(0, before.size() - 1)).findFirst();
        List<Piece> imports = before.stream()
                .filter(piece -> piece != last.orElseThrow()
                        && IMPORT.matcher(piece.source()).matches())
                .toList();
        Optional<Piece> importing = last.filter(piece -> piece.source().matches("import\\b(?s:.*)"));
        Imported imported = importing
                .map(piece -> new Imported(" ".repeat(piece.offset()) + code.substring(piece.offset()), cursor))
                .orElseGet(() -> withoutImports(code, cursor, imports));
        int[] start = {imported.cursor()};
        List<Suggestion> suggestions =
                session.analysis().completionSuggestions(imported.code(), imported.cursor(), start);
        int begin = cursor - (imported.cursor() - start[0]);
        String typed = code.substring(begin, cursor);
        boolean member = code.substring(0, begin).stripTrailing().endsWith(".");
        Set<String> options = new LinkedHashSet<>();
        if (!member && importing.isEmpty()) {
            options.addAll(declaredBefore(before, typed));
            options.addAll(importedBefore(imports, typed));
        }
        texts(suggestions, true).forEach(options::add);
        texts(suggestions, false).forEach(options::add);
        return new ReplacementOptions(List.copyOf(options), begin, cursor);
    }

    /** A cell in which the names that it imports are written out, so that it can be read without the imports. */
    private record Imported(String code, int cursor) {}

    private Imported withoutImports(String code, int cursor, List<Piece> imports) {
        StringBuilder text = new StringBuilder(code);
        imports.forEach(piece -> text.replace(
                piece.offset(),
                piece.offset() + piece.source().length(),
                " ".repeat(piece.source().length())));
        StringBuilder written = new StringBuilder();
        int place = cursor;
        int copied = 0;
        Map<String, Optional<String>> known = new HashMap<>();
        Matcher names = LEXEME.matcher(text);
        while (names.find()) {
            // The word that is being typed stays as it is.
            boolean typed = names.start() <= cursor && cursor <= names.end();
            Optional<String> full = names.group(2) == null || typed
                    ? Optional.empty()
                    : known.computeIfAbsent(names.group(2), name -> fullName(imports, name));
            if (full.isPresent()) {
                written.append(text, copied, names.start()).append(full.get());
                copied = names.end();
                place += names.end() < cursor
                        ? full.get().length() - names.group(2).length()
                        : 0;
            }
        }
        return new Imported(written.append(text, copied, text.length()).toString(), place);
    }

    private Optional<String> fullName(List<Piece> imports, String name) {
        return imports.stream().flatMap(piece -> fullName(piece, name).stream()).findFirst();
    }

    /** Returns the full name that an import gives a name; empty where it gives it none. */
    private Optional<String> fullName(Piece piece, String name) {
        Matcher statement = IMPORT.matcher(piece.source());
        if (!statement.matches() || statement.group(1).startsWith("static ")) {
            return Optional.empty();
        }
        String imported = statement.group(1).replaceAll("\\s", "");
        if (statement.group(2) == null) {
            return Optional.of(imported).filter(full -> full.endsWith("." + name));
        }
        return Optional.of(imported + "." + name)
                .filter(full -> Character.isUpperCase(name.charAt(0)))
                .filter(full -> !session.analysis()
                        .documentation(full, full.length(), false)
                        .isEmpty());
    }

    /** Returns the names that start with what is typed: those of single imports, and those of imported packages. */
    private List<String> importedBefore(List<Piece> imports, String typed) {
        List<String> names = new ArrayList<>();
        for (Piece piece : imports) {
            Matcher statement = IMPORT.matcher(piece.source());
            statement.matches();
            String imported = statement.group(1).replaceAll("static\\s", "").replaceAll("\\s", "");
            if (statement.group(2) == null) {
                names.add(imported.substring(imported.lastIndexOf('.') + 1));
            } else if (!typed.isEmpty()) {
                String code = imported + "." + typed;
                texts(session.analysis().completionSuggestions(code, code.length(), new int[1]))
                        .forEach(names::add);
            }
        }
        return names.stream().filter(name -> name.startsWith(typed)).toList();
    }

    /** Returns signatures, and the Javadoc where sources are at hand, of what stands at a place in a cell. */
    Optional<String> inspect(String code, int cursor) {
        return Stream.of(insideCall(code, cursor), wordEnd(code, cursor))
                .map(place -> session.analysis().documentation(place.code(), place.cursor(), true))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> found.stream().map(this::text).distinct().collect(Collectors.joining("\n\n")));
    }

    /** Returns the library's word for a complete or broken cell, or the indent of the line that is to follow. */
    String isComplete(String code) {
        List<Piece> pieces = session.split(new Cell(0, code));
        if (pieces.stream().anyMatch(this::isWrong)) {
            return BaseKernel.IS_COMPLETE_BAD;
        }
        if (pieces.isEmpty() || pieces.get(pieces.size() - 1).kind() != Piece.Kind.BROKEN) {
            return BaseKernel.IS_COMPLETE_YES;
        }
        String rest = pieces.get(pieces.size() - 1).source();
        return switch (session.analysis().analyzeCompletion(rest).completeness()) {
            case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> BaseKernel.IS_COMPLETE_YES;
            case UNKNOWN -> BaseKernel.IS_COMPLETE_BAD;
            case CONSIDERED_INCOMPLETE, DEFINITELY_INCOMPLETE -> INDENT;
        };
    }

    /** Tells whether a piece has an end, but is no Java. */
    private boolean isWrong(Piece piece) {
        return piece.kind() == Piece.Kind.JAVA
                && session.analysis().sourceToSnippets(piece.source()).stream()
                        .anyMatch(ErroneousSnippet.class::isInstance)
                && !JavaSource.isPiece(piece.source());
    }

    private static boolean isInText(String code, int cursor) {
        Matcher text = LEXEME.matcher(code);
        while (text.find() && text.start() < cursor) {
            boolean open = text.end() == code.length() || text.group().startsWith("//");
            if (text.group(1) != null
                    && (cursor < text.end() || open && cursor == text.end() && !isClosed(text.group()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClosed(String text) {
        if (text.startsWith("/*")) {
            return text.length() > 3 && text.endsWith("*/");
        }
        String quote = text.startsWith("\"\"\"") ? "\"\"\"" : text.substring(0, 1);
        return !text.startsWith("//") && text.length() >= 2 * quote.length() && text.endsWith(quote);
    }

    private List<String> declaredBefore(List<Piece> before, String typed) {
        return before.stream()
                .filter(piece -> piece.kind() == Piece.Kind.JAVA)
                .flatMap(piece -> session.analysis().sourceToSnippets(piece.source()).stream())
                .filter(PersistentSnippet.class::isInstance)
                .filter(snippet -> !(snippet instanceof ImportSnippet))
                .map(snippet -> ((PersistentSnippet) snippet).name())
                .filter(name -> name.startsWith(typed))
                .toList();
    }

    private static Stream<String> texts(List<Suggestion> suggestions) {
        return suggestions.stream().map(Suggestion::continuation).distinct();
    }

    private static Stream<String> texts(List<Suggestion> suggestions, boolean fitting) {
        return texts(suggestions.stream()
                .filter(suggestion -> suggestion.matchesType() == fitting)
                .toList());
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

    private String text(Documentation documentation) {
        String javadoc = Optional.ofNullable(documentation.javadoc())
                .or(() -> session.comments().of(documentation.signature()))
                .orElse("");
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
