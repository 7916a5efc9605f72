package segmentation.kernel;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;

/**
 * One cell while it runs: its thread puts in what it shows, and the thread that talks to the frontend passes it on.
 *
 * <p>Two threads, because an interrupt that hits a thread while it uses a socket breaks the socket. Text is gathered for
 * a moment, so that a loop of small prints makes few messages; everything stays in the order in which it was written.
 */
final class CellRun extends ShellReplyEnvironment {
    private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int LONGEST_TEXT = 1 << 16;
    private static final int QUEUE_LENGTH = 10_000;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>(QUEUE_LENGTH);
    private final Frontend frontend;
    private final boolean inputAllowed;

    private sealed interface Event permits Text, Bundle, Question, Pause, End {}

    private record Text(StreamType stream, String text) implements Event {}

    private record Bundle(Message<?> message) implements Event {}

    private record Question(CompletableFuture<String> answer) implements Event {}

    private record Pause() implements Event {}

    private record End() implements Event {}

    CellRun(Frontend frontend, boolean inputAllowed) {
        super(null, null, null, frontend.getContext());
        this.frontend = frontend;
        this.inputAllowed = inputAllowed;
    }

    @Override
    public void publish(Message<?> message) {
        put(new Bundle(message));
    }

    @Override
    public void writeToStdOut(String text) {
        write(StreamType.OUT, text);
    }

    @Override
    public void writeToStdErr(String text) {
        write(StreamType.ERR, text);
    }

    /** Shows text of the cell. */
    void write(StreamType stream, String text) {
        if (!text.isEmpty()) {
            put(new Text(stream, text));
        }
    }

    /** Asks the person at the notebook for a line. Throws {@link NoInput} where this run has nobody to answer. */
    String ask() {
        if (!inputAllowed) {
            throw new NoInput();
        }
        CompletableFuture<String> answer = new CompletableFuture<>();
        put(new Question(answer));
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException stopped) {
            answer.cancel(true);
            throw new CellInterrupted();
        }
    }

    /** Marks the end of the cell; nothing is shown after it. */
    void end() {
        put(new End());
    }

    /** Passes everything on to the frontend until the cell ends. */
    void relay() {
        Event event = take(Long.MAX_VALUE);
        while (!(event instanceof End)) {
            event = event instanceof Text text ? gather(text) : pass(event);
        }
    }

    /** Passes on an event that is no text; returns the next one. */
    private Event pass(Event event) {
        if (event instanceof Bundle bundle) {
            frontend.publish(bundle.message());
        } else if (event instanceof Question question) {
            frontend.ask(() -> !question.answer().isDone()).ifPresent(question.answer()::complete);
        }
        return take(Long.MAX_VALUE);
    }

    /** Passes on a run of text to one stream as one message; returns the event after it. */
    private Event gather(Text first) {
        StringBuilder text = new StringBuilder(first.text());
        long start = System.nanoTime();
        Event next = take(GATHERING_NANOS);
        while (next instanceof Text more && more.stream() == first.stream() && text.length() < LONGEST_TEXT) {
            text.append(more.text());
            next = take(GATHERING_NANOS - (System.nanoTime() - start));
        }
        frontend.publish(new PublishStream(first.stream(), text.toString()));
        return next instanceof Pause ? take(Long.MAX_VALUE) : next;
    }

    private Event take(long nanos) {
        try {
            return Optional.ofNullable(events.poll(nanos, TimeUnit.NANOSECONDS)).orElseGet(Pause::new);
        } catch (InterruptedException impossible) {
            throw new IllegalStateException("Only a cell's own thread is ever interrupted", impossible);
        }
    }

    /** Waits for room, if need be with the interrupt of a stopped cell put off until there is some. */
    private void put(Event event) {
        boolean interrupted = false;
        while (true) {
            try {
                events.put(event);
                break;
            } catch (InterruptedException stopped) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
