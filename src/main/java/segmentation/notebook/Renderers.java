package segmentation.notebook;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/**
 * Shows tables as HTML and pictures as PNG, each with a text twin, on our kernel, which finds it through
 * {@code META-INF/services}, and on JJava, which {@link Notebook#setup} tells of it.
 */
public final class Renderers implements Extension {

    /** Called by the kernel, which needs a constructor without parameters. */
    public Renderers() {}

    @Override
    public void install(BaseKernel kernel) {
        Renderer renderer = kernel.getRenderer();
        View.PAGES.forEach(type -> register(renderer, type, "text/html", "text/plain"));
        register(renderer, View.PICTURE, "image/png", "text/plain");
        View.ARRAYS.forEach(type -> register(renderer, type, "text/plain"));
        register(renderer, View.OPTIONAL, "text/html", "image/png", "text/plain");
    }

    private static void register(Renderer renderer, Class<?> type, String... preferred) {
        renderer.createRegistration(type).preferring(preferred).register(Renderers::render);
    }

    private static void render(Object value, RenderContext context) {
        View.of(value).forEach((type, form) -> context.renderIfRequested(MIMEType.parse(type), () -> form));
        View.details(value)
                .forEach((type, details) -> context.renderIfRequested(
                        MIMEType.parse(type), (asked, shown) -> shown.putMetaData(type, details)));
    }
}
