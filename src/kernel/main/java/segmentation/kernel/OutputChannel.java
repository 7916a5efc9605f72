package segmentation.kernel;

import org.dflib.jjava.jupyter.channels.IOPubChannel;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Message;
import org.zeromq.ZMQ;

/** The library's channel for what cells show, with complete messages. */
final class OutputChannel extends IOPubChannel {
    OutputChannel(ZMQ.Context context, HMACGenerator signer) {
        super(context, signer);
    }

    @Override
    public void sendMessage(Message<?> message) {
        super.sendMessage(ProtocolMessage.of(message));
    }
}
