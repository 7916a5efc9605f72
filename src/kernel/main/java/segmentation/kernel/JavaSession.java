package segmentation.kernel;

import java.io.File;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import segmentation.kernel.Piece.Kind;
import segmentation.kernel.classpath.SourceComments;

/**
 * The Java of one notebook: what its cells declared, and the running of the next one. Used by one thread at a time.
 */
final class JavaSession implements AutoCloseable {
    /** From so many statements on a person is told why a cell takes long. */
    private static final int MANY = 500;

    private static final Set<SubKind> WITH_VALUE = EnumSet.of(
            SubKind.VAR_VALUE_SUBKIND, SubKind.OTHER_EXPRESSION_SUBKIND, SubKind.TEMP_VAR_EXPRESSION_SUBKIND);

    private final CellShell cells;
    private final SnippetControl control;
    private final JShell shell;
    private final CellSplitter splitter;
    private final RuntimeErrors errors = new RuntimeErrors();
    private final Consumer<String> magic;
    private final Consumer<String> warn;

    private volatile Optional<Piece> running = Optional.empty();
    private String classPath = System.getProperty("java.class.path");

    private JavaSession(CellShell cells, Consumer<String> magic, Consumer<String> warn) {
        this.cells = cells;
        this.control = cells.control();
        this.shell = cells.java();
        this.splitter = new CellSplitter(cells.analysis());
        this.magic = magic;
        this.warn = warn;
    }

    /**
     * Starts a session, which from now on has the shell for itself.
     *
     * @param magic runs a line that starts with a percent sign
     * @param warn takes a sentence that a person should see below the cell
     */
    static JavaSession start(CellShell cells, Consumer<String> magic, Consumer<String> warn) {
        return new JavaSession(cells, magic, warn);
    }

    /**
     * Runs a cell and returns the value of its last expression; empty where it ends in anything else, or in null.
     *
     * <p>A cell that does not parse to its end does not run at all. Throws {@link CellError} where a piece does not
     * compile or throws; what ran before it stays.
     */
    Optional<Object> run(Cell cell) {
        List<Piece> pieces = splitter.split(cell);
        pieces.stream().filter(piece -> piece.kind() == Kind.BROKEN).forEach(this::refuse);
        if (pieces.size() >= MANY) {
            warn.accept("This cell has " + pieces.size()
                    + " statements and declarations of its own, which Java compiles one by"
                    + " one: that takes long. A loop, an array or a method around them is compiled at once");
        }
        Map<DeclarationSnippet, Piece> declared = new LinkedHashMap<>();
        Optional<Object> value = Optional.empty();
        for (Piece piece : pieces) {
            running = Optional.of(piece);
            value = piece.kind() == Kind.MAGIC ? runMagic(piece) : runJava(piece, declared);
        }
        declared.forEach(this::requireResolved);
        return value;
    }

    /** Returns the piece that runs, or ran last; may be asked by another thread. */
    Optional<Piece> running() {
        return running;
    }

    /** Returns the Javadoc of what is on the class path. */
    SourceComments comments() {
        return SourceComments.beside(classPath);
    }

    /** Adds a jar or a folder of classes to what the next pieces can use, and returns it. */
    Path addToClasspath(Path path) {
        classPath += File.pathSeparator + path;
        shell.addToClasspath(path.toString());
        return path;
    }

    /** Returns the JDK's view of unfinished source, for completion and the like. */
    SourceCodeAnalysis analysis() {
        cells.gatherNames();
        return cells.analysis();
    }

    /** Returns the pieces of a cell, for a look at those before the one being typed. */
    List<Piece> split(Cell cell) {
        return splitter.split(cell);
    }

    @Override
    public void close() {
        cells.close();
    }

    /** Evaluates a piece that does not parse, to hear from the compiler why. */
    private void refuse(Piece piece) {
        List<SnippetEvent> events = shell.eval(piece.source());
        throw events.isEmpty()
                ? CompileErrors.incomplete(piece)
                : CompileErrors.rejected(piece, diagnostics(events.get(0)));
    }

    private Optional<Object> runMagic(Piece piece) {
        try {
            magic.accept(piece.source());
            return Optional.empty();
        } catch (RuntimeException refused) {
            throw CellError.at(piece.cell(), piece.line(1), "MagicError", String.valueOf(refused.getMessage()));
        }
    }

    private Optional<Object> runJava(Piece piece, Map<DeclarationSnippet, Piece> declared) {
        control.takeValue();
        List<SnippetEvent> events = shell.eval(piece.source());
        events.stream().filter(JavaSession::isDirect).forEach(event -> errors.remember(event.snippet(), piece));
        for (SnippetEvent event : events) {
            if (isDirect(event)) {
                requireGood(piece, event);
                if (event.snippet() instanceof DeclarationSnippet declaration) {
                    declared.put(declaration, piece);
                }
            } else {
                warnOfReset(event);
            }
        }
        SubKind last = events.get(events.size() - 1).snippet().subKind();
        return WITH_VALUE.contains(last) ? control.takeValue() : Optional.empty();
    }

    private void requireGood(Piece piece, SnippetEvent event) {
        if (event.status() == Status.REJECTED) {
            throw CompileErrors.rejected(piece, diagnostics(event));
        }
        if (event.exception() != null) {
            throw errors.thrown(piece, event.exception());
        }
    }

    /** Lets a method use what a later piece of the same cell declares, but not what nothing declares. */
    private void requireResolved(DeclarationSnippet declaration, Piece piece) {
        Status status = shell.status(declaration);
        if (status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED) {
            throw CompileErrors.unresolved(
                    piece, shell.unresolvedDependencies(declaration).toList());
        }
    }

    /** Says so where a new declaration makes JShell empty or drop another variable of an earlier cell. */
    private void warnOfReset(SnippetEvent event) {
        boolean replaced = event.status() == Status.OVERWRITTEN;
        if (event.snippet() instanceof VarSnippet variable && event.previousStatus() == Status.VALID && !replaced) {
            warn.accept(variable.name()
                    + (event.status().isDefined() ? " is empty again" : " is gone")
                    + ": this cell declares anew what its type is made of; run its cell once more");
        }
    }

    private List<Diag> diagnostics(SnippetEvent event) {
        return shell.diagnostics(event.snippet()).toList();
    }

    private static boolean isDirect(SnippetEvent event) {
        return event.causeSnippet() == null;
    }
}
