package segmentation.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Memory that is set aside while there is enough, and given back when a cell has filled the heap: the kernel can then
 * answer, and compile a cell that lets go of what fills it. Used by the thread that runs cells.
 */
final class MemoryReserve {
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
