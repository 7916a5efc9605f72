package segmentation.kernel;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code System.in} of the cells: asks the person at the notebook for a line whenever there is none left to read.
 *
 * <p>Reads as UTF-8. Throws {@link NoInput} in a run where nobody can answer; ends at once where no cell runs.
 */
final class CellInput extends InputStream {
    private final Supplier<Optional<CellRun>> running;
    private byte[] line = {};
    private int next;

    CellInput(Supplier<Optional<CellRun>> running) {
        this.running = running;
    }

    @Override
    public synchronized int read() {
        return fill() ? line[next++] & 0xFF : -1;
    }

    @Override
    public synchronized int read(byte[] into, int from, int count) {
        Objects.checkFromIndexSize(from, count, into.length);
        if (count == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(count, available());
        System.arraycopy(line, next, into, from, taken);
        next += taken;
        return taken;
    }

    @Override
    public synchronized int available() {
        return line.length - next;
    }

    /** Forgets what was answered but not read. */
    synchronized void clear() {
        line = new byte[] {};
        next = 0;
    }

    private boolean fill() {
        if (available() > 0) {
            return true;
        }
        Optional<CellRun> cell = running.get();
        if (cell.isPresent()) {
            line = (cell.get().ask("", false) + "\n").getBytes(StandardCharsets.UTF_8);
            next = 0;
        }
        return cell.isPresent();
    }
}
