package segmentation.kernel.classpath;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The compiler's files, with a class path of many jars made quick to look into.
 *
 * <p>Before its first look into a class path the compiler walks through all files of all jars. This leads it only to the jars
 * that have the package asked for, each at a location of its own; what it finds there is what it always found.
 *
 * <p>The JDK's completion also gathers all names that there are, at once and in the background. That waits until somebody
 * wants to be told one, or a few seconds, in which the first cells have the processor.
 */
public final class CompilerFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {
    private static final Set<String> CLASS_PATH_OPTIONS = Set.of("-classpath", "-cp", "--class-path");
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));
    private static final long LONGEST_WAIT_SECONDS = 5;

    private final CountDownLatch namesWanted = new CountDownLatch(1);
    private final Map<Location, Optional<JdkModule>> modules = new HashMap<>();
    private volatile boolean ended;

    /** The parts of the class path in order; empty where the compiler must look for itself. */
    private List<ClassPathPart> parts;

    private CompilerFiles(StandardJavaFileManager files, List<ClassPathPart> parts) {
        super(files);
        this.parts = parts;
    }

    /** Returns the files with the class path of this process. */
    public static CompilerFiles of(StandardJavaFileManager files) {
        return new CompilerFiles(files, parts(System.getProperty("java.class.path")));
    }

    /** Lets the names be gathered. */
    public void gatherNames() {
        namesWanted.countDown();
    }

    /** Lets the gathering end without any, where it has not begun. */
    public void end() {
        ended = true;
        namesWanted.countDown();
    }

    private static List<ClassPathPart> parts(String classPath) {
        Map<Path, ClassPathPart> parts = new LinkedHashMap<>();
        try {
            for (String path : SEPARATOR.split(classPath)) {
                add(parts, Path.of(path));
            }
            return List.copyOf(parts.values());
        } catch (IOException | RuntimeException unusual) {
            return List.of();
        }
    }

    private static void add(Map<Path, ClassPathPart> parts, Path path) throws IOException {
        boolean jar = Files.isRegularFile(path);
        Path real = jar ? path.toRealPath() : path;
        if (!parts.containsKey(real)) {
            ClassPathPart part = jar ? ClassPathPart.ofJar(path) : ClassPathPart.ofFolder(path);
            parts.put(real, part);
            for (Path other : part.others()) {
                add(parts, other);
            }
        }
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        if (recurse || !kinds.contains(Kind.CLASS)) {
            return super.list(location, packageName, kinds, recurse);
        }
        if (!isQuick(location)) {
            Optional<JdkModule> module = modules.computeIfAbsent(location, this::module);
            return module.isPresent()
                    ? module.get().list(packageName)
                    : super.list(location, packageName, kinds, false);
        }
        List<JavaFileObject> found = new ArrayList<>();
        for (ClassPathPart part : parts) {
            part.list(fileManager, packageName, kinds).forEach(found::add);
        }
        return found;
    }

    private Optional<JdkModule> module(Location location) {
        Iterable<? extends Path> paths = location instanceof StandardLocation || location.isOutputLocation()
                ? List.of()
                : fileManager.getLocationAsPaths(location);
        return paths == null ? Optional.empty() : JdkModule.at(paths);
    }

    private boolean isQuick(Location location) {
        return location == StandardLocation.CLASS_PATH && !parts.isEmpty();
    }

    @Override
    public boolean hasLocation(Location location) {
        return isQuick(location) || super.hasLocation(location);
    }

    @Override
    public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof FoundClass known ? known.binaryName() : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject one, FileObject other) {
        return one instanceof FoundClass || other instanceof FoundClass
                ? one.equals(other)
                : super.isSameFile(one, other);
    }

    /** Returns a loader without anything of the class path: the compiler is to run no extensions, and would look for some. */
    @Override
    public ClassLoader getClassLoader(Location location) {
        return ClassLoader.getPlatformClassLoader();
    }

    @Override
    public boolean handleOption(String option, Iterator<String> rest) {
        if (!CLASS_PATH_OPTIONS.contains(option) || !rest.hasNext()) {
            return super.handleOption(option, rest);
        }
        String classPath = rest.next();
        parts = parts(classPath);
        return super.handleOption(option, List.of(classPath).iterator());
    }

    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        // The gathering asks for this first, and nothing else asks for it.
        if (location == StandardLocation.PLATFORM_CLASS_PATH) {
            awaitNeed();
        }
        return ended ? List.of() : fileManager.getLocationAsPaths(location);
    }

    private void awaitNeed() {
        try {
            namesWanted.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public void setLocation(Location location, @Nullable Iterable<? extends File> files) throws IOException {
        leaveToCompiler(location);
        fileManager.setLocation(location, files);
    }

    @Override
    public void setLocationFromPaths(Location location, Collection<? extends Path> paths) throws IOException {
        leaveToCompiler(location);
        fileManager.setLocationFromPaths(location, paths);
    }

    private void leaveToCompiler(Location location) {
        if (location == StandardLocation.CLASS_PATH) {
            parts = List.of();
        }
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }

    @Override
    public Path asPath(FileObject file) {
        return fileManager.asPath(file);
    }
}
