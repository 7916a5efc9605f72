package segmentation.kernel;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;

/**
 * The standard streams of the process while a kernel uses it: what a thread writes goes to the cell that started it, even
 * after that cell's end; what a thread of nobody writes goes to the cell that runs, or where the process wrote before.
 */
final class CellStreams implements AutoCloseable {
    private final PrintStream oldOutput = System.out;
    private final PrintStream oldErrors = System.err;
    private final CellInput input = new CellInput(this::running);
    private final PrintStream output = CellStream.of(StreamType.OUT, this::writing, oldOutput);
    private final PrintStream errors = CellStream.of(StreamType.ERR, this::writing, oldErrors);
    private final InheritableThreadLocal<CellRun> starter = new InheritableThreadLocal<>();
    private volatile Optional<CellRun> running = Optional.empty();
    private volatile Optional<CellRun> latest = Optional.empty();

    /** Runs a task with the streams of a cell; returns what the task returns. */
    <T> T lend(CellRun cell, Callable<T> task) throws Exception {
        InputStream oldInput = System.in;
        input.clear();
        running = Optional.of(cell);
        latest = running;
        starter.set(cell);
        install();
        System.setIn(input);
        try {
            return task.call();
        } finally {
            running = Optional.empty();
            install();
            System.setIn(oldInput);
        }
    }

    /** Returns the cell that what this thread shows belongs to. */
    Optional<CellRun> writing() {
        Optional<CellRun> own = Optional.ofNullable(starter.get());
        if (!isCommon(Thread.currentThread())) {
            return own.or(this::running);
        }
        // A thread of the common pool works for whoever comes, and tells nobody who that was.
        return running.or(() -> own).or(() -> latest);
    }

    /** Writes a line among the errors of the running cell. */
    void warn(String line) {
        errors.println(line);
    }

    /** Gives the streams back, where no cell has put others in their place. */
    @Override
    public void close() {
        if (System.out == output) {
            System.setOut(oldOutput);
        }
        if (System.err == errors) {
            System.setErr(oldErrors);
        }
    }

    private void install() {
        System.setOut(output);
        System.setErr(errors);
    }

    private Optional<CellRun> running() {
        return running;
    }

    private static boolean isCommon(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }

    /**
     * {@code System.out} or {@code System.err} of the cells: UTF-8 text goes at once to the cell that the writer belongs to,
     * and otherwise where the process wrote before.
     */
    private static final class CellStream extends OutputStream {
        private final StreamType type;
        private final Supplier<Optional<CellRun>> writing;
        private final PrintStream otherwise;
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        private ByteBuffer undecoded = ByteBuffer.allocate(0);

        private CellStream(StreamType type, Supplier<Optional<CellRun>> writing, PrintStream otherwise) {
            this.type = type;
            this.writing = writing;
            this.otherwise = otherwise;
        }

        /** Returns a stream that prints to the cell that the writer belongs to, or otherwise to another stream. */
        static PrintStream of(StreamType type, Supplier<Optional<CellRun>> writing, PrintStream otherwise) {
            return new PrintStream(new CellStream(type, writing, otherwise), true, StandardCharsets.UTF_8);
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            String text = decode(bytes, from, count);
            writing.get().ifPresentOrElse(cell -> cell.write(type, text), () -> otherwise.print(text));
        }

        /** Returns the characters that are complete; the bytes of a half-written one wait for the rest. */
        private synchronized String decode(byte[] bytes, int from, int count) {
            ByteBuffer input = ByteBuffer.allocate(undecoded.remaining() + count)
                    .put(undecoded)
                    .put(bytes, from, count)
                    .flip();
            CharBuffer text = CharBuffer.allocate(input.remaining());
            decoder.decode(input, text, false);
            undecoded = input;
            return text.flip().toString();
        }
    }

    /**
     * {@code System.in} of the cells: asks the person at the notebook for a line whenever there is none left to read.
     *
     * <p>Reads as UTF-8. Throws {@link NoInput} in a run where nobody can answer; ends at once where no cell runs.
     */
    static final class CellInput extends InputStream {
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
}
