package segmentation.kernel;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import org.dflib.jjava.jupyter.kernel.util.PathsHandler;

/**
 * {@code %classpath}: makes jars and folders of classes usable from the next line on.
 *
 * <p>Takes paths and patterns such as {@code libs/*.jar}; a relative one starts at the notebook's folder.
 */
final class ClasspathMagic implements LineMagic<Void, BaseKernel> {
    private final Path folder;
    private final Consumer<Path> add;

    /**
     * Sets up the magic.
     *
     * @param folder the notebook's folder
     * @param add takes each jar or folder that is found
     */
    ClasspathMagic(Path folder, Consumer<Path> add) {
        this.folder = folder;
        this.add = add;
    }

    @Override
    public Void eval(BaseKernel kernel, List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException(
                    "%classpath needs a jar, a folder of classes, or a pattern such as libs/*.jar");
        }
        List<List<Path>> found = arguments.stream().map(this::resolve).toList();
        found.forEach(paths -> paths.forEach(add));
        return null;
    }

    private List<Path> resolve(String argument) {
        String pattern = new File(argument).isAbsolute() ? argument : folder + "/" + argument;
        List<Path> found = matching(pattern).stream()
                .filter(Files::isReadable)
                .map(Path::normalize)
                .sorted()
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "%%classpath found no readable file or folder at %s; relative paths start at the notebook's folder"
                            .formatted(argument));
        }
        return found;
    }

    private static List<Path> matching(String pattern) {
        try {
            return PathsHandler.resolveGlobs(pattern);
        } catch (RuntimeException noSuchFolder) {
            return List.of();
        }
    }
}
