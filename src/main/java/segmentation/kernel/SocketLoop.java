package segmentation.kernel;

import java.util.concurrent.TimeUnit;
import org.zeromq.ZMQ;

/**
 * The thread of one socket: waits for messages, has them handled, and closes the socket when told to end.
 *
 * <p>The library's own loop sleeps 50 ms between looks; this one wakes when something comes. Only this thread reads or
 * closes the socket, for sockets are not safe to share.
 */
final class SocketLoop extends Thread {
    private static final long LOOK_UP_MILLIS = 25;

    private final Served socket;
    private final ZMQ.Poller poller;
    private volatile boolean ending;

    /** A socket that a loop serves. */
    interface Served {
        /** Reads one message and handles it; throws nothing. */
        void handleOne();

        /** Closes the socket. */
        void release();
    }

    private SocketLoop(String name, Served socket, ZMQ.Poller poller) {
        super(name);
        this.socket = socket;
        this.poller = poller;
    }

    /** Starts serving a socket of a context. */
    static <S extends ZMQ.Socket & Served> SocketLoop start(String name, S socket, ZMQ.Context context) {
        ZMQ.Poller poller = context.poller(1);
        poller.register(socket, ZMQ.Poller.POLLIN);
        SocketLoop loop = new SocketLoop(name, socket, poller);
        loop.setDaemon(true);
        loop.start();
        return loop;
    }

    @Override
    public void run() {
        while (!ending) {
            if (poller.poll(LOOK_UP_MILLIS) > 0) {
                socket.handleOne();
            }
        }
        poller.close();
        socket.release();
    }

    /** Ends the loop after the message that it handles. */
    void end() {
        ending = true;
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
