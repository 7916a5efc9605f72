package segmentation.kernel;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dflib.jjava.jupyter.channels.StdinChannel;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.reply.InputReply;
import org.dflib.jjava.jupyter.messages.request.InputRequest;
import org.zeromq.ZMQ;

/** The library's channel for questions to the person at the notebook, with the waiting for an answer made endable. */
final class InputChannel extends StdinChannel {
    private static final long LOOK_UP_MILLIS = 20;

    private final ZMQ.Poller poller;

    InputChannel(ZMQ.Context context, HMACGenerator signer) {
        super(context, signer);
        this.poller = context.poller(1);
        poller.register(this, ZMQ.Poller.POLLIN);
    }

    /** Asks for a line; empty where it is no longer wanted. An answer to an earlier, given-up question is dropped. */
    Optional<String> ask(MessageContext cell, InputRequest question, BooleanSupplier wanted) {
        while (poller.poll(0) > 0) {
            readMessage();
        }
        sendMessage(new Message<>(cell, InputRequest.MESSAGE_TYPE, question));
        while (wanted.getAsBoolean()) {
            if (poller.poll(LOOK_UP_MILLIS) > 0) {
                InputReply reply = readMessage(InputReply.MESSAGE_TYPE).getContent();
                return Optional.of(reply.getValue());
            }
        }
        return Optional.empty();
    }

    @Override
    public void sendMessage(Message<?> message) {
        super.sendMessage(ProtocolMessage.of(message));
    }

    @Override
    public void close() {
        poller.close();
        super.close();
    }
}
