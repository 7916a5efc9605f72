package segmentation.kernel.classpath;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;

/** A jar or a folder of the class path, as a place for the compiler to look into. */
final class ClassPathPart implements Location {
    private final Path path;
    private final Optional<JarContents> jar;
    private Optional<OpenJar> opened = Optional.empty();

    private ClassPathPart(Path path, Optional<JarContents> jar) {
        this.path = path;
        this.jar = jar;
    }

    /** Returns a folder, or what is not there. */
    static ClassPathPart ofFolder(Path path) {
        return new ClassPathPart(path, Optional.empty());
    }

    /**
     * Returns a jar.
     *
     * @throws IOException where only the compiler itself can read it
     */
    static ClassPathPart ofJar(Path path) throws IOException {
        JarContents contents = JarContents.of(path);
        boolean addresses = contents.manifest(Attributes.Name.CLASS_PATH)
                .filter(names -> names.matches("(?s).*[%:?#].*"))
                .isPresent();
        if (addresses) {
            throw new IOException("names that are addresses");
        }
        return new ClassPathPart(path, Optional.of(contents));
    }

    /** Returns what the manifest adds to the class path. */
    List<Path> others() {
        return jar.flatMap(contents -> contents.manifest(Attributes.Name.CLASS_PATH)).stream()
                .flatMap(names -> Arrays.stream(names.strip().split("\\s+")))
                .map(path::resolveSibling)
                .toList();
    }

    /** Returns the files of a package; those of folders, and of jars that hold more than classes for all versions, as the compiler finds them. */
    Iterable<JavaFileObject> list(StandardJavaFileManager files, String packageName, Set<Kind> kinds)
            throws IOException {
        String folder = packageName.replace('.', '/');
        if (jar.filter(contents -> !contents.mayHave(folder)).isPresent()) {
            return List.of();
        }
        if (jar.filter(JarContents::isPlain).isPresent()) {
            return kinds.contains(Kind.CLASS) ? classes(packageName, folder) : List.of();
        }
        if (!files.hasLocation(this)) {
            files.setLocationFromPaths(this, List.of(path));
        }
        return files.list(this, packageName, kinds, false);
    }

    private List<JavaFileObject> classes(String packageName, String folder) throws IOException {
        if (opened.isEmpty()) {
            opened = Optional.of(new OpenJar(new JarFile(path.toFile(), false, ZipFile.OPEN_READ)));
        }
        OpenJar place = opened.get();
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        return jar.orElseThrow().classes(folder).stream()
                .<JavaFileObject>map(name -> new FoundClass(prefix + name, place))
                .toList();
    }

    private record OpenJar(JarFile jar) implements FoundClass.Place {
        @Override
        public InputStream open(String file) throws IOException {
            ZipEntry entry = jar.getEntry(file);
            if (entry == null) {
                throw new FileNotFoundException("%s in %s".formatted(file, jar.getName()));
            }
            return jar.getInputStream(entry);
        }

        @Override
        public URI address(String file) {
            return URI.create("jar:" + Path.of(jar.getName()).toUri() + "!/" + file);
        }
    }

    @Override
    public String getName() {
        return path.toString();
    }

    @Override
    public boolean isOutputLocation() {
        return false;
    }

    @Override
    public boolean isModuleOrientedLocation() {
        return false;
    }
}
