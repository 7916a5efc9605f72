package segmentation.kernel;

import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.channels.IOPubChannel;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Message;
import org.zeromq.ZMQ;

/**
 * The library's channel for what cells show, with complete messages, of which none gets lost.
 *
 * <p>A socket that publishes drops what a frontend does not fetch fast enough, the end of a cell included. This one waits
 * until there is room; for a frontend that fetches nothing for long it drops messages, so that a cell never hangs on it.
 */
final class OutputChannel extends IOPubChannel {
    private static final int MOST_WAITING = 200;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long LOOK_AGAIN_MILLIS = 5;

    private boolean withinMessage;
    private boolean waiting;
    private boolean patient = true;

    OutputChannel(ZMQ.Context context, HMACGenerator signer) {
        super(context, signer);
        setSndHWM(MOST_WAITING);
    }

    @Override
    public void sendMessage(Message<?> message) {
        super.sendMessage(ProtocolMessage.of(message));
    }

    /** Sends a part of a message; the first one when there is room for all. */
    @Override
    public synchronized boolean send(byte[] part, int flags) {
        if (!withinMessage) {
            setXpubNoDrop(true);
            if (!sendNow(part, flags) && !sendInTime(part, flags)) {
                setXpubNoDrop(false);
                sendNow(part, flags);
            }
        } else {
            sendNow(part, flags);
        }
        withinMessage = (flags & ZMQ.SNDMORE) != 0;
        return true;
    }

    private boolean sendNow(byte[] part, int flags) {
        boolean sent = super.send(part, flags | ZMQ.DONTWAIT);
        patient |= sent;
        return sent;
    }

    /**
     * Waits for room, and lets other threads send in the meantime; these do not wait themselves, for among them is the one
     * that stops cells.
     */
    private boolean sendInTime(byte[] part, int flags) {
        if (waiting || !patient) {
            return false;
        }
        waiting = true;
        long start = System.nanoTime();
        boolean sent = false;
        while (!sent && patient) {
            pause();
            sent = sendNow(part, flags);
            patient = sent || System.nanoTime() - start < PATIENCE_NANOS;
        }
        waiting = false;
        return sent;
    }

    private void pause() {
        try {
            wait(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException impossible) {
            throw new IllegalStateException("Only a cell's own thread is ever interrupted", impossible);
        }
    }
}
