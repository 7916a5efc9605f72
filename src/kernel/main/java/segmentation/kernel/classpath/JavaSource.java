package segmentation.kernel.classpath;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Source that the compiler has read, but not looked up any names of.
 *
 * @param unit what it holds
 * @param comments gives the documentation of what it holds
 * @param broken whether it is no Java
 */
public record JavaSource(CompilationUnitTree unit, DocTrees comments, boolean broken) {

    /** Reads a whole file. */
    public static JavaSource of(String source) {
        DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, faults, List.of("-proc:none"), null, List.of(new Text(source)));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            boolean broken =
                    faults.getDiagnostics().stream().anyMatch(fault -> fault.getKind() == Diagnostic.Kind.ERROR);
            return new JavaSource(unit, DocTrees.instance(task), broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Tells whether a text is an import, a declaration, a statement or an expression, whatever its names mean. */
    public static boolean isPiece(String text) {
        return Stream.of("%s", "class C { %s }", "class C { void m() { %s } }", "class C { Object o = %s; }")
                .anyMatch(around -> !of(around.formatted(text)).broken());
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String source;

        private Text(String source) {
            super(URI.create("string:///C.java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
