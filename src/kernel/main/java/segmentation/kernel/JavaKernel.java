package segmentation.kernel;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteInput;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteResult;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.reply.ExecuteReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.jspecify.annotations.Nullable;

/**
 * A Jupyter kernel for Java: the library's protocol, the JDK's JShell, and what people expect of both.
 *
 * <p>Cells run on a thread of their own; the thread that talks to the frontend only passes on what they show. The library
 * keeps one kernel in a static field: the one started last.
 */
public final class JavaKernel extends BaseKernel {
    private final CellRunner cells;
    private final SessionHistory history;
    private boolean failed;

    private JavaKernel(CellThread thread, CellIO io, Magics magics, MagicsRegistry registry, SessionHistory history) {
        super(
                "segmentation",
                Optional.ofNullable(JavaKernel.class.getPackage().getImplementationVersion())
                        .orElse("0"),
                language(),
                List.of(),
                history,
                io,
                new CommManager(),
                new Renderer(),
                magics.parser(),
                registry,
                true,
                new StringStyler.Builder().build());
        this.history = history;
        this.cells = new CellRunner(thread, io, renderer::render, line -> magics.run(this, line));
    }

    /**
     * Starts a kernel, with the extensions found on the class path; Java itself gets ready in the background.
     *
     * @param folder where relative paths of {@code %classpath} start: the notebook's folder
     */
    public static JavaKernel start(Path folder) {
        return start(folder, new CellThread());
    }

    /** Starts a kernel with a thread on which Java has begun to get ready. */
    static JavaKernel start(Path folder, CellThread thread) {
        System.setProperty("java.awt.headless", "true");
        MagicsRegistry registry = new MagicsRegistry();
        JavaKernel kernel = new JavaKernel(thread, new CellIO(), new Magics(registry), registry, new SessionHistory());
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
    public @Nullable Object evalRaw(String source) {
        Cell cell = new Cell(executionCount.get(), source);
        return cells.ask(session -> session.run(cell).orElse(null)).orElse(null);
    }

    @Override
    public @Nullable DisplayData inspect(String code, int at, boolean extraDetail) {
        return cells.ask(session ->
                        new CodeAssist(session).inspect(code, offset(code, at)).orElse(null))
                .map(DisplayData::new)
                .orElse(null);
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        int place = offset(code, at);
        ReplacementOptions options = cells.ask(session -> new CodeAssist(session).complete(code, place, magics()))
                .orElseGet(() -> new ReplacementOptions(List.of(), place, place));
        int start = code.codePointCount(0, options.getSourceStart());
        return new ReplacementOptions(options.getReplacements(), start, at);
    }

    private List<String> magics() {
        return magicsRegistry.getLineMagicNames().stream()
                .sorted()
                .map(name -> "%" + name)
                .toList();
    }

    /** Returns the place of a cursor in Java's characters; Jupyter counts a character beyond 16 bits as one. */
    private static int offset(String code, int cursor) {
        return code.offsetByCodePoints(0, Math.min(cursor, code.codePointCount(0, code.length())));
    }

    @Override
    public String isComplete(String code) {
        return cells.ask(session -> new CodeAssist(session).isComplete(code)).orElse(IS_COMPLETE_MAYBE);
    }

    /** Stops the running cell, or says that it cannot be stopped; does nothing where none runs. */
    @Override
    public void interrupt() {
        cells.interrupt();
    }

    /** Shows data below the cell that the calling thread belongs to. */
    @Override
    public void display(DisplayData data) {
        if (!cells.show(data)) {
            super.display(data);
        }
    }

    /** Takes the place of a kernel that was not shut down, and so cannot be in the way of this one. */
    @Override
    protected void installNotebookKernel() {
        notebookKernel = this;
    }

    @Override
    protected void uninstallNotebookKernel() {
        if (notebookKernel == this) {
            notebookKernel = null;
        }
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

    @Override
    protected void handleExecuteRequest(ShellReplyEnvironment env, Message<ExecuteRequest> message) {
        // Every environment of this kernel is made by KernelConnection, as a Frontend.
        execute((Frontend) env, message);
    }

    /** Runs a cell for a frontend, and returns its error where it has one; the frontend is told everything. */
    Optional<CellError> execute(Frontend frontend, Message<ExecuteRequest> message) {
        ExecuteRequest request = message.getContent();
        commManager.setMessageContext(message);
        frontend.setBusyDeferIdle();
        Frontend shown = request.isSilent() ? frontend.silenced() : frontend;
        boolean counted = request.shouldStoreHistory() && !request.isSilent();
        int number = counted ? executionCount.getAndIncrement() : executionCount.get();
        Cell cell = new Cell(number, request.getCode());
        shown.publish(new PublishExecuteInput(cell.source(), cell.number()));
        String output = "";
        try {
            Map<String, String> expressions =
                    Optional.ofNullable(request.getUserExpr()).orElse(Map.of());
            CellRunner.Result result = cells.run(cell, expressions, shown, request.isStdinEnabled());
            output = result.value().map(JavaKernel::text).orElse("");
            result.value().ifPresent(value -> shown.publish(new PublishExecuteResult(cell.number(), value)));
            frontend.defer().reply(new ExecuteReply(cell.number(), result.expressions()));
            return Optional.empty();
        } catch (CellError error) {
            failed = request.shouldStopOnError();
            shown.publish(new PublishError(error.name(), error.getMessage(), error.colouredTraceback()));
            reply(frontend, cell, error);
            return Optional.of(error);
        } finally {
            if (counted) {
                history.add(cell, output);
            }
        }
    }

    private static String text(DisplayData value) {
        return String.valueOf(value.getData(MIMEType.TEXT_PLAIN));
    }

    private static void reply(Frontend frontend, Cell cell, CellError error) {
        ErrorReply reply = new ErrorReply(error.name(), error.getMessage(), error.colouredTraceback());
        reply.setExecutionCount(cell.number());
        frontend.defer().replyError(ExecuteReply.MESSAGE_TYPE.error(), reply);
    }
}
