package segmentation.kernel.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaFileObject;

/** A module of the JDK, whose packages are listed once; the compiler would look at the attributes of every file each time. */
final class JdkModule implements FoundClass.Place {
    private static final String CLASS = ".class";

    private final Path root;
    private final Map<String, List<JavaFileObject>> packages = new HashMap<>();

    private JdkModule(Path root) {
        this.root = root;
    }

    /** Returns the module at the paths of a location; empty where it is no module of the JDK, or not that alone. */
    static Optional<JdkModule> at(Iterable<? extends Path> paths) {
        List<Path> all = new ArrayList<>();
        paths.forEach(all::add);
        return all.size() == 1 && all.get(0).toUri().getScheme().equals("jrt")
                ? Optional.of(new JdkModule(all.get(0)))
                : Optional.empty();
    }

    /** Returns the classes of a package. */
    List<JavaFileObject> list(String packageName) throws IOException {
        List<JavaFileObject> known = packages.get(packageName);
        if (known == null) {
            known = read(packageName);
            packages.put(packageName, known);
        }
        return known;
    }

    private List<JavaFileObject> read(String packageName) throws IOException {
        Path folder = root.resolve(packageName.replace('.', '/'));
        List<JavaFileObject> classes = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return classes;
        }
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path path : files) {
                String file = path.getFileName().toString();
                if (file.endsWith(CLASS)) {
                    classes.add(new FoundClass(prefix + file.substring(0, file.length() - CLASS.length()), this));
                }
            }
        }
        return classes;
    }

    @Override
    public InputStream open(String file) throws IOException {
        return Files.newInputStream(root.resolve(file));
    }

    @Override
    public URI address(String file) {
        return root.resolve(file).toUri();
    }
}
