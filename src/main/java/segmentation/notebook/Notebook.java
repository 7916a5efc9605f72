package segmentation.notebook;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** What a notebook's setup cell calls. */
public final class Notebook {
    private static final String IJAVA = "io.github.spencerpark.ijava.IJava";
    private static final String JJAVA = "org.dflib.jjava.JJava";
    private static final String RENDER_FUNCTION = "io.github.spencerpark.jupyter.kernel.display.RenderFunction";

    private Notebook() {}

    /**
     * Makes tables and pictures show themselves on every kernel.
     *
     * <p>Our kernel finds {@link Renderers} by itself, so there this does nothing. JJava looks for such a class only in what a
     * cell adds to the class path, and IJava has no way to find one: both are told here. By reflection, for neither is among
     * our dependencies. Where one is too different from the one we know, results show as text.
     */
    public static void setup() {
        try {
            Optional<Object> ijava = kernel(IJAVA);
            if (ijava.isPresent()) {
                register(ijava.get().getClass().getMethod("getRenderer").invoke(ijava.get()));
            }
            if (kernel(JJAVA).orElse(null) instanceof BaseKernel jjava) {
                new Renderers().install(jjava);
            }
        } catch (ReflectiveOperationException | LinkageError unknown) {
            return;
        }
    }

    /** Returns the kernel of a program; empty where this runs in another. */
    private static Optional<Object> kernel(String program) throws ReflectiveOperationException {
        try {
            return Optional.ofNullable(
                    Class.forName(program).getMethod("getKernelInstance").invoke(null));
        } catch (ClassNotFoundException other) {
            return Optional.empty();
        }
    }

    /**
     * Returns the file of that name, looked for in the working directory, then in each folder above it, so that a path
     * within the project is found from wherever the notebook runs; where there is none, the path as it was given.
     */
    public static Path file(String path) {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(path))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of(path));
    }

    private static void register(Object renderer) throws ReflectiveOperationException {
        for (Class<?> type : View.PAGES) {
            register(renderer, type, "text/html");
        }
        register(renderer, View.PICTURE, "image/png");
        for (Class<?> type : View.ARRAYS) {
            register(renderer, type, "text/plain");
        }
        register(renderer, View.OPTIONAL, "text/html", "image/png");
    }

    private static void register(Object renderer, Class<?> type, String... preferred)
            throws ReflectiveOperationException {
        Class<?> functionType = Class.forName(RENDER_FUNCTION);
        Object function = Proxy.newProxyInstance(
                functionType.getClassLoader(), new Class<?>[] {functionType}, (proxy, method, arguments) -> {
                    render(arguments[0], arguments[1]);
                    return null;
                });
        Object registration =
                renderer.getClass().getMethod("createRegistration", Class.class).invoke(renderer, type);
        Class<?> registrationType = registration.getClass();
        registrationType.getMethod("preferring", String[].class).invoke(registration, (Object) preferred);
        registrationType.getMethod("register", functionType).invoke(registration, function);
    }

    /** Puts the forms of a value into IJava's container for them. */
    private static void render(Object value, Object context) throws ReflectiveOperationException {
        Object container = context.getClass().getMethod("getOutputContainer").invoke(context);
        Method put = container.getClass().getMethod("putData", String.class, Object.class);
        for (var form : View.of(value).entrySet()) {
            put.invoke(container, form.getKey(), form.getValue());
        }
        Method describe = container.getClass().getMethod("putMetaData", String.class, Object.class);
        for (var details : View.details(value).entrySet()) {
            describe.invoke(container, details.getKey(), details.getValue());
        }
    }
}
