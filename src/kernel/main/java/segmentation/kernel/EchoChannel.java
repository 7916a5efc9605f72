package segmentation.kernel;

import org.dflib.jjava.jupyter.channels.HeartbeatChannel;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.zeromq.ZMQ;

/** The library's channel by which a frontend hears that the kernel lives, served without its pauses. */
final class EchoChannel extends HeartbeatChannel implements SocketLoop.Served {
    EchoChannel(ZMQ.Context context, HMACGenerator signer) {
        super(context, signer);
    }

    /** Opens the port; beats wait there until a {@link SocketLoop} answers them. */
    @Override
    public void bind(KernelConnectionProperties properties) {
        bind(formatAddress(properties.getTransport(), properties.getIp(), properties.getHbPort()));
    }

    @Override
    public void handleOne() {
        send(recv());
    }

    @Override
    public void release() {
        close();
    }
}
