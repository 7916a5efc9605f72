package segmentation.kernel;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;
import org.dflib.jjava.jupyter.messages.request.InputRequest;

/**
 * One cell while it runs: its thread puts in what it shows, and the thread that talks to the frontend passes it on.
 *
 * <p>Two threads, because an interrupt that hits a thread while it uses a socket breaks the socket. Text is gathered for
 * a moment, so that a loop of small prints makes few messages; everything stays in the order in which it was written.
 * What threads that outlive the cell show is passed on by a third thread.
 */
final class CellRun extends ShellReplyEnvironment {
    private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int LONGEST_TEXT = 1 << 16;
    private static final int QUEUE_LENGTH = 10_000;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>(QUEUE_LENGTH);
    private final AtomicBoolean passingLater = new AtomicBoolean();
    private final Frontend frontend;
    private final boolean inputAllowed;
    private final Executor later;
    private volatile boolean over;

    private sealed interface Event permits Text, Bundle, Question, Pause, End, GivenUp {}

    private record Text(StreamType stream, String text) implements Event {}

    private record Bundle(Message<?> message) implements Event {}

    private record Question(InputRequest request, CompletableFuture<String> answer) implements Event {}

    private record Pause() implements Event {}

    private record End() implements Event {}

    private record GivenUp() implements Event {}

    /**
     * Sets up the run of a cell.
     *
     * @param later passes on what is shown after the end
     */
    CellRun(Frontend frontend, boolean inputAllowed, Executor later) {
        super(null, null, null, frontend.getContext());
        this.frontend = frontend;
        this.inputAllowed = inputAllowed;
        this.later = later;
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
    String ask(String prompt, boolean password) {
        if (!inputAllowed || over) {
            throw new NoInput();
        }
        CompletableFuture<String> answer = new CompletableFuture<>();
        put(new Question(new InputRequest(prompt, password), answer));
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException stopped) {
            answer.cancel(true);
            throw new CellInterrupted();
        }
    }

    /** Marks the end of the cell. */
    void end() {
        put(new End());
    }

    /** Lets the frontend go on although the cell does not end. */
    void giveUp() {
        put(new GivenUp());
    }

    /** Passes everything on to the frontend until the cell ends, and returns true; false where it is given up. */
    boolean relay() {
        Event event = take(Long.MAX_VALUE);
        while (!(event instanceof End || event instanceof GivenUp)) {
            event = pass(event, Long.MAX_VALUE);
        }
        over = true;
        passOnLater();
        return event instanceof End;
    }

    /** Has the rest passed on, where there is any. */
    private void passOnLater() {
        if (over && !events.isEmpty() && passingLater.compareAndSet(false, true)) {
            later.execute(() -> {
                Event event = take(0);
                while (!(event instanceof Pause)) {
                    event = pass(event, 0);
                }
                passingLater.set(false);
                passOnLater();
            });
        }
    }

    /** Passes on an event; returns the one after it, or a pause where none comes in time. */
    private Event pass(Event event, long nanos) {
        if (event instanceof Text text) {
            return gather(text, nanos);
        }
        if (event instanceof Bundle bundle) {
            frontend.publish(bundle.message());
        } else if (event instanceof Question question) {
            frontend.ask(question.request(), () -> !over && !question.answer().isDone())
                    .ifPresentOrElse(
                            question.answer()::complete, () -> question.answer().completeExceptionally(new NoInput()));
        }
        return take(nanos);
    }

    /** Passes on a run of text to one stream as one message; returns the event after it. */
    private Event gather(Text first, long nanos) {
        StringBuilder text = new StringBuilder(first.text());
        long start = System.nanoTime();
        Event next = take(GATHERING_NANOS);
        while (next instanceof Text more && more.stream() == first.stream() && text.length() < LONGEST_TEXT) {
            text.append(more.text());
            next = take(GATHERING_NANOS - (System.nanoTime() - start));
        }
        frontend.publish(new PublishStream(first.stream(), text.toString()));
        return next instanceof Pause ? take(nanos) : next;
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
        passOnLater();
    }
}
