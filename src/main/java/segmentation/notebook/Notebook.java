package segmentation.notebook;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a notebook's setup cell calls. */
public final class Notebook {
    private static final String KERNEL = "io.github.spencerpark.ijava.IJava";
    private static final String RENDER_FUNCTION = "io.github.spencerpark.jupyter.kernel.display.RenderFunction";

    private Notebook() {}

    /**
     * Makes tables and pictures show themselves on every kernel.
     *
     * <p>Our kernel and JJava find {@link Renderers} by themselves, so there this does nothing; IJava has no way to find
     * it and is told here. By reflection, for IJava is not among our dependencies. Where IJava is too different from the
     * one we know, results show as text.
     */
    public static void setup() {
        try {
            Class<?> kernelClass = Class.forName(KERNEL);
            Object kernel = kernelClass.getMethod("getKernelInstance").invoke(null);
            if (kernel != null) {
                register(kernel.getClass().getMethod("getRenderer").invoke(kernel));
            }
        } catch (ReflectiveOperationException | LinkageError notIJava) {
            return;
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
