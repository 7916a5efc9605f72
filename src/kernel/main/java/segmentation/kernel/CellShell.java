package segmentation.kernel;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.StandardJavaFileManager;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import org.jspecify.annotations.Nullable;
import segmentation.kernel.classpath.CompilerFiles;

/** The JDK's JShell as cells find it, with the usual packages imported. */
final class CellShell implements AutoCloseable {
    /** Imported before the first cell, as in the JDK's own shell. */
    private static final List<String> PACKAGES = List.of(
            "java.io",
            "java.math",
            "java.net",
            "java.nio.file",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.regex",
            "java.util.stream");

    private final SnippetControl control = new SnippetControl();
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private @Nullable CompilerFiles files;

    private CellShell() {
        this.shell = JShell.builder()
                .executionEngine(control.provider(), Map.of())
                .fileManager(this::quick)
                .build();
        // The compiler prefers this variable to the class path that the process was given; the java program does not.
        if (System.getenv("CLASSPATH") != null) {
            shell.addToClasspath(System.getProperty("java.class.path"));
        }
        shell.eval(imports());
        // The analysis reads the class path in the background, so the compiler has set it up by itself before.
        this.analysis = shell.sourceCodeAnalysis();
    }

    /**
     * Returns all imports as one snippet, which JShell compiles in a tenth of the time of ten. It files the snippet under the
     * first of them, so that comes first which nobody imports again: a cell that did would take its place.
     */
    private static String imports() {
        return PACKAGES.stream()
                .map(name -> "import " + name + ".*;")
                .collect(Collectors.joining("", "import static " + CellFunctions.class.getName() + ".*;", ""));
    }

    /** Starts a shell, which takes a while. */
    static CellShell start() {
        return new CellShell();
    }

    private CompilerFiles quick(StandardJavaFileManager own) {
        CompilerFiles quick = CompilerFiles.of(own);
        files = quick;
        return quick;
    }

    JShell java() {
        return shell;
    }

    /** Returns what runs the snippets, and keeps their values. */
    SnippetControl control() {
        return control;
    }

    /** Returns the JDK's view of unfinished source. */
    SourceCodeAnalysis analysis() {
        return analysis;
    }

    /** Has the JDK gather the names that there are, which somebody wants to be told some of. */
    void gatherNames() {
        if (files != null) {
            files.gatherNames();
        }
    }

    @Override
    public void close() {
        if (files != null) {
            files.end();
        }
        shell.close();
    }
}
