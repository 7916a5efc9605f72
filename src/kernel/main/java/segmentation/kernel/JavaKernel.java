package segmentation.kernel;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteInput;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteResult;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.reply.ExecuteReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/**
 * A Jupyter kernel for Java: the library's protocol, the JDK's JShell, and what people expect of both.
 *
 * <p>Cells run on a thread of their own; the thread that talks to the frontend only passes on what they show. One kernel
 * can be started at a time, for the library keeps it in a static field.
 */
public final class JavaKernel extends BaseKernel {
    private final CellRunner cells;
    private boolean failed;
    private boolean skipping;

    private JavaKernel(CellIO io, Magics magics, MagicsRegistry registry) {
        super(
                "segmentation",
                Optional.ofNullable(JavaKernel.class.getPackage().getImplementationVersion())
                        .orElse("0"),
                language(),
                List.of(),
                null,
                io,
                new CommManager(),
                new Renderer(),
                magics.parser(),
                registry,
                true,
                new StringStyler.Builder().build());
        this.cells = new CellRunner(io, renderer::render, line -> magics.run(this, line));
    }

    /**
     * Starts a kernel, with the extensions found on the class path; Java itself gets ready in the background.
     *
     * @param folder where relative paths of {@code %classpath} start: the notebook's folder
     */
    public static JavaKernel start(Path folder) {
        System.setProperty("java.awt.headless", "true");
        MagicsRegistry registry = new MagicsRegistry();
        JavaKernel kernel = new JavaKernel(new CellIO(), new Magics(registry), registry);
        registry.registerLineMagic("classpath", new ClasspathMagic(folder, kernel::addToClasspath));
        kernel.onStartup();
        return kernel;
    }

    private void addToClasspath(Path path) {
        cells.ask(session -> session.addToClasspath(path));
    }

    private static LanguageInfo language() {
        return new LanguageInfo.Builder("Java")
                .version(String.valueOf(Runtime.version().feature()))
                .mimetype("text/x-java-source")
                .fileExtension(".jshell")
                .pygments("java")
                .codemirror("java")
                .build();
    }

    @Override
    protected ClassLoader getClassLoader() {
        return JavaKernel.class.getClassLoader();
    }

    /** Runs source as a cell would be run, and returns the value of its last expression; null where there is none. */
    @Override
    public Object evalRaw(String source) {
        Cell cell = new Cell(executionCount.get(), source);
        return cells.ask(session -> session.run(cell)).orElse(null);
    }

    @Override
    public DisplayData inspect(String code, int at, boolean extraDetail) {
        return cells.ask(session -> new CodeAssist(session).inspect(code, offset(code, at)))
                .map(DisplayData::new)
                .orElse(null);
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        ReplacementOptions options = cells.ask(session -> new CodeAssist(session).complete(code, offset(code, at)));
        int start = code.codePointCount(0, options.getSourceStart());
        return new ReplacementOptions(options.getReplacements(), start, at);
    }

    /** Returns the place of a cursor in Java's characters; Jupyter counts a character beyond 16 bits as one. */
    private static int offset(String code, int cursor) {
        return code.offsetByCodePoints(0, Math.min(cursor, code.codePointCount(0, code.length())));
    }

    @Override
    public String isComplete(String code) {
        return cells.ask(session -> new CodeAssist(session).isComplete(code));
    }

    /** Stops the running cell; does nothing where none runs. */
    @Override
    public void interrupt() {
        Interruption.raise();
    }

    /** Stops the running cell and lets go of everything. */
    @Override
    public void onShutdown(boolean isRestarting) {
        super.onShutdown(isRestarting);
        cells.close();
    }

    /** Tells whether the cell that just ran failed and so stops those behind it; tells it once. */
    boolean takeFailure() {
        boolean taken = failed;
        failed = false;
        return taken;
    }

    /** Handles requests that came behind a failure: cells among them are answered, but not run. */
    <T> void skipping(List<T> requests, Consumer<T> handler) {
        skipping = true;
        requests.forEach(handler);
        skipping = false;
    }

    @Override
    protected void handleExecuteRequest(ShellReplyEnvironment env, Message<ExecuteRequest> message) {
        if (skipping) {
            env.setBusyDeferIdle();
            ErrorReply skipped = new ErrorReply("Skipped", "A cell before this one failed", List.of());
            env.defer().replyError(ExecuteReply.MESSAGE_TYPE.error(), skipped);
        } else {
            // Every environment of this kernel is made by KernelConnection, as a Frontend.
            execute((Frontend) env, message);
        }
    }

    /** Runs a cell for a frontend, and returns its error where it has one; the frontend is told everything. */
    Optional<CellError> execute(Frontend frontend, Message<ExecuteRequest> message) {
        ExecuteRequest request = message.getContent();
        commManager.setMessageContext(message);
        frontend.setBusyDeferIdle();
        int number = request.isSilent() ? executionCount.get() : executionCount.getAndIncrement();
        Cell cell = new Cell(number, request.getCode());
        frontend.publish(new PublishExecuteInput(cell.source(), cell.number()));
        try {
            cells.run(cell, frontend, request.isStdinEnabled())
                    .ifPresent(result -> frontend.publish(new PublishExecuteResult(cell.number(), result)));
            frontend.defer().reply(new ExecuteReply(cell.number(), Map.of()));
            return Optional.empty();
        } catch (CellError error) {
            failed = request.shouldStopOnError();
            report(frontend, cell, error);
            return Optional.of(error);
        }
    }

    private static void report(Frontend frontend, Cell cell, CellError error) {
        frontend.publish(new PublishError(error.name(), error.getMessage(), error.traceback()));
        ErrorReply reply = new ErrorReply(error.name(), error.getMessage(), error.traceback());
        reply.setExecutionCount(cell.number());
        frontend.defer().replyError(ExecuteReply.MESSAGE_TYPE.error(), reply);
    }
}
