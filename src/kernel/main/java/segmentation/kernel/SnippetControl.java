package segmentation.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * Runs compiled snippets in this process, on the thread that asks, and keeps the object that the last one returned.
 *
 * <p>Extends the direct control: the local one, which stops a cell by its own means, breaks on JDK 25.
 */
final class SnippetControl extends DirectExecutionControl {
    private final MemoryReserve reserve = MemoryReserve.ofThisHeap();
    private @Nullable Object value;

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        super.load(Arrays.stream(classes)
                .map(c -> new ClassBytecodes(c.name(), InterruptChecks.addTo(c.bytecodes())))
                .toArray(ClassBytecodes[]::new));
    }

    /** Runs the snippet and keeps its value, with memory to go on where it fills the heap; JShell gets no text of it, which could be long and slow to make. */
    @Override
    protected String invoke(Method snippet) throws Exception {
        reserve.refill();
        try {
            value = snippet.invoke(null);
        } catch (InvocationTargetException thrown) {
            reserve.openFor(thrown.getCause());
            throw thrown;
        } catch (OutOfMemoryError full) {
            // There was no room to wrap it; JShell takes what is not wrapped for a fault of its own, and says nothing.
            reserve.openFor(full);
            throw new InvocationTargetException(full);
        }
        return "";
    }

    @Override
    protected void clientCodeEnter() {
        Interruption.enterCode();
    }

    @Override
    protected void clientCodeLeave() {
        Interruption.leaveCode();
    }

    /** Returns the value of the last snippet once; empty for null, void and where it was taken already. */
    Optional<Object> takeValue() {
        Object taken = value;
        value = null;
        return Optional.ofNullable(taken);
    }

    /** Returns what JShell wants to be given instead of the control itself. */
    ExecutionControlProvider provider() {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "notebook";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
                return SnippetControl.this;
            }
        };
    }
}
