package segmentation.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channel;
import java.nio.channels.Pipe;
import java.util.concurrent.TimeUnit;
import org.zeromq.ZMQ;

/**
 * The thread of one socket: waits for messages, has them handled, and closes the socket when told to end.
 *
 * <p>The library's own loop sleeps 50 ms between looks; this one wakes when something comes. Only this thread reads or
 * closes the socket, for sockets are not safe to share.
 */
final class SocketLoop extends Thread {
    private static final int SOCKET = 0;

    private final Served socket;
    private final ZMQ.Poller poller;
    private final Pipe wake;
    private volatile boolean ending;

    /** A socket that a loop serves. */
    interface Served {
        /** Reads one message and handles it; throws nothing. */
        void handleOne();

        /** Closes the socket. */
        void release();
    }

    private SocketLoop(String name, Served socket, ZMQ.Poller poller, Pipe wake) {
        super(name);
        this.socket = socket;
        this.poller = poller;
        this.wake = wake;
    }

    /** Returns the loop of a socket of a context, not yet started. */
    static <S extends ZMQ.Socket & Served> SocketLoop of(String name, S socket, ZMQ.Context context) {
        ZMQ.Poller poller = context.poller(2);
        poller.register(socket, ZMQ.Poller.POLLIN);
        Pipe wake = pipe();
        poller.register(wake.source(), ZMQ.Poller.POLLIN);
        SocketLoop loop = new SocketLoop(name, socket, poller, wake);
        loop.setDaemon(true);
        return loop;
    }

    @Override
    public void run() {
        while (!ending) {
            handleNext();
        }
        poller.close();
        close(wake.source());
        socket.release();
    }

    private void handleNext() {
        try {
            poller.poll();
            if (poller.pollin(SOCKET)) {
                socket.handleOne();
            }
        } catch (OutOfMemoryError full) {
            // A cell is filling the heap. It is about to fail, and then there is memory to go on with.
            Thread.yield();
        }
    }

    /** Ends the loop, after the message that it handles. */
    void end() {
        ending = true;
        close(wake.sink());
    }

    /** Closes an end of the pipe; the loop wakes when the other end is closed. */
    private static void close(Channel end) {
        try {
            end.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The kernel cannot close a pipe between its threads", e);
        }
    }

    private static Pipe pipe() {
        try {
            Pipe pipe = Pipe.open();
            pipe.source().configureBlocking(false);
            return pipe;
        } catch (IOException e) {
            throw new UncheckedIOException("The kernel cannot open a pipe between its threads", e);
        }
    }

    /** Waits for the end; returns false where it takes longer than that. */
    boolean awaitEnd(long seconds) {
        try {
            join(TimeUnit.SECONDS.toMillis(seconds));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return !isAlive();
    }
}
