package segmentation.kernel.classpath;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The Javadoc of classes whose sources lie beside them: those of {@code some.jar} in {@code some-sources.jar}.
 *
 * <p>JShell knows where the JDK has its sources, and no others. It describes what it finds by a signature, which is where
 * the search here starts.
 */
public final class SourceComments {
    /** Java 25 writes the components of a record wherever it names it. */
    private static final Pattern COMPONENTS = Pattern.compile("([\\w$]+)\\([^()]*\\)(?=[.(])");

    private static final Pattern TYPE_PARAMETERS = Pattern.compile("<[^<>]*>");
    private static final Pattern OWNER = Pattern.compile("((?:[a-z_][\\w$]*\\.)*)([A-Z][\\w$]*)((?:\\.[\\w$]+)*)");

    private final List<Path> archives;

    private SourceComments(List<Path> archives) {
        this.archives = archives;
    }

    /** Looks for sources beside the jars of a class path. */
    public static SourceComments beside(String classPath) {
        return new SourceComments(Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(jar -> Path.of(jar.substring(0, jar.length() - ".jar".length()) + "-sources.jar"))
                .filter(Files::isReadable)
                .toList());
    }

    /** Returns the Javadoc of what a signature describes, as it stands in the source; empty where there is none. */
    public Optional<String> of(String signature) {
        return archives.isEmpty() ? Optional.empty() : Wanted.in(signature).flatMap(this::find);
    }

    /**
     * What is looked for.
     *
     * @param folder of the source, with a slash at its end; empty where it is not known
     * @param top the class that the source is named for
     * @param names the classes within, and the method or field, from the outside in
     * @param types the simple names of a method's parameter types; empty for all else
     */
    private record Wanted(String folder, String top, List<String> names, Optional<List<String>> types) {

        private static Optional<Wanted> in(String signature) {
            String plain = withoutTypeParameters(
                    COMPONENTS.matcher(signature.lines().findFirst().orElse("")).replaceAll("$1"));
            int open = plain.indexOf('(');
            String head = (open < 0 ? plain : plain.substring(0, open)).strip();
            // What stands before the last blank is the type of a value; what stands behind a colon is that of a
            // variable.
            boolean constructor = open >= 0 && !head.contains(" ");
            Matcher owner = OWNER.matcher(head.substring(Math.max(head.lastIndexOf(' '), head.lastIndexOf(':')) + 1));
            if (!owner.matches()) {
                return Optional.empty();
            }
            List<String> inner = Stream.of(owner.group(3).split("\\."))
                    .filter(name -> !name.isEmpty())
                    .toList();
            return Optional.of(new Wanted(
                    owner.group(1).replace('.', '/'),
                    owner.group(2),
                    constructor
                            ? Stream.concat(inner.stream(), Stream.of("<init>")).toList()
                            : inner,
                    open < 0
                            ? Optional.empty()
                            : Optional.of(types(plain.substring(open + 1, plain.lastIndexOf(')'))))));
        }

        private static String withoutTypeParameters(String text) {
            String shorter = TYPE_PARAMETERS.matcher(text).replaceAll("");
            return shorter.equals(text) ? text : withoutTypeParameters(shorter);
        }

        private static List<String> types(String parameters) {
            return Stream.of(parameters.split(","))
                    .map(String::strip)
                    .filter(parameter -> !parameter.isEmpty())
                    .map(parameter -> simple(parameter.replaceAll("\\s+\\w+$", "")))
                    .toList();
        }

        private static String simple(String type) {
            return withoutTypeParameters(type)
                    .replaceAll("@\\S+\\s|[\\w$]+\\.(?=\\w)", "")
                    .replace("...", "[]");
        }

        private boolean isIn(String entry) {
            String file = folder + top + ".java";
            return entry.equals(file) || folder.isEmpty() && entry.endsWith("/" + file);
        }

        private boolean isMethod(MethodTree method) {
            return types.filter(wanted -> wanted.equals(method.getParameters().stream()
                            .map(parameter -> simple(parameter.getType().toString()))
                            .toList()))
                    .isPresent();
        }
    }

    private Optional<String> find(Wanted wanted) {
        return archives.stream()
                .flatMap(archive -> find(wanted, archive).stream())
                .findFirst();
    }

    private static Optional<String> find(Wanted wanted, Path archive) {
        try (ZipFile sources = new ZipFile(archive.toFile())) {
            for (var entry :
                    sources.stream().filter(file -> wanted.isIn(file.getName())).toList()) {
                String text = new String(sources.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                JavaSource source = JavaSource.of(text);
                Optional<String> comment = member(new TreePath(source.unit()), wanted.top())
                        .flatMap(type -> comment(source, type, wanted, wanted.names()));
                if (comment.isPresent()) {
                    return comment;
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            // Help is welcome, not owed: what cannot be read is as good as absent.
            return Optional.empty();
        }
    }

    private static Optional<String> comment(JavaSource source, TreePath type, Wanted wanted, List<String> names) {
        if (names.isEmpty()) {
            return Optional.ofNullable(source.comments().getDocComment(type));
        }
        String name = names.get(0);
        Optional<TreePath> inner = member(type, name);
        if (inner.isPresent()) {
            return comment(source, inner.get(), wanted, names.subList(1, names.size()));
        }
        List<TreePath> members = ((ClassTree) type.getLeaf())
                .getMembers().stream()
                        .filter(member -> member instanceof MethodTree method
                                ? method.getName().contentEquals(name) && wanted.isMethod(method)
                                : member instanceof VariableTree field
                                        && field.getName().contentEquals(name))
                        .map(member -> new TreePath(type, member))
                        .toList();
        return members.stream()
                .flatMap(path -> Optional.ofNullable(source.comments().getDocComment(path)).stream())
                .findFirst()
                .or(() -> ofRecord(source, type, name));
    }

    /** Returns what a record says of a component, or of itself for the constructor. */
    private static Optional<String> ofRecord(JavaSource source, TreePath type, String name) {
        Optional<String> comment = Optional.ofNullable(source.comments().getDocComment(type))
                .filter(text -> type.getLeaf().getKind() == Tree.Kind.RECORD);
        return name.equals("<init>")
                ? comment
                : comment.flatMap(text -> Pattern.compile(
                                "@param\\s+" + Pattern.quote(name) + "\\s+((?s:.+?))(?=\\s*(?:\\R\\s*@|\\z))")
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .findFirst());
    }

    private static Optional<TreePath> member(TreePath outer, String name) {
        List<? extends Tree> members = outer.getLeaf() instanceof ClassTree type
                ? type.getMembers()
                : outer.getCompilationUnit().getTypeDecls();
        return members.stream()
                .filter(member ->
                        member instanceof ClassTree type && type.getSimpleName().contentEquals(name))
                .findFirst()
                .map(member -> new TreePath(outer, member));
    }
}
