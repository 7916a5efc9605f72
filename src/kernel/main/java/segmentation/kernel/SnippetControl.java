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

    /**
     * Memory that is set aside while there is enough, and given back when a cell has filled the heap: the kernel can then
     * answer, and compile a cell that lets go of what fills it. Used by the thread that runs cells.
     */
    private static final class MemoryReserve {
        private static final int BYTES = 8 << 20;
        private static final int LEAST_SHARE = 16;

        /** So many times the reserve must be free before it is set aside again. */
        private static final int AMPLE = 3;

        private final int size;
        private byte @Nullable [] kept;

        private MemoryReserve(int size) {
            this.size = size;
            this.kept = new byte[size];
        }

        /** Sets 8 MB aside, or a sixteenth of the heap where that is less. */
        static MemoryReserve ofThisHeap() {
            return new MemoryReserve((int) Math.min(BYTES, Runtime.getRuntime().maxMemory() / LEAST_SHARE));
        }

        /** Gives the reserve back where the heap is full, and does nothing where something else failed. */
        void openFor(@Nullable Throwable failure) {
            if (failure instanceof OutOfMemoryError) {
                kept = null;
            }
        }

        /** Sets the reserve aside again once there is ample memory. */
        void refill() {
            if (kept == null && hasAmple()) {
                kept = new byte[size];
            }
        }

        private boolean hasAmple() {
            Runtime heap = Runtime.getRuntime();
            if (free(heap) < (long) AMPLE * size) {
                // What is garbage by now counts as used until somebody looks.
                System.gc();
            }
            return free(heap) >= (long) AMPLE * size;
        }

        private static long free(Runtime heap) {
            return heap.maxMemory() - heap.totalMemory() + heap.freeMemory();
        }
    }
}
