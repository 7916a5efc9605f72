package segmentation.kernel;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.channels.StdinChannel;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.request.InputRequest;

/** Whoever asked for something to be run: gets the messages, and may be asked for a line of input. */
abstract class Frontend extends ShellReplyEnvironment {

    /** Passes on what the library wants. */
    Frontend(ShellChannel shell, StdinChannel stdin, JupyterSocket iopub, MessageContext context) {
        super(shell, stdin, iopub, context);
    }

    /** Makes one that has no connection. */
    Frontend(MessageContext context) {
        super(null, null, null, context);
    }

    /**
     * Asks for a line and waits for it.
     *
     * @param question what to show meanwhile, and whether the answer is to be hidden
     * @param wanted turns false when nobody waits for the line any more
     * @return the line without its break; empty where it is no longer wanted
     */
    abstract Optional<String> ask(InputRequest question, BooleanSupplier wanted);

    /** Returns the same for a request that wants nothing shown; the reply does not go through it. */
    Frontend silenced() {
        Frontend loud = this;
        return new Frontend(getContext()) {
            @Override
            public void publish(Message<?> message) {
                // The request asked for silence.
            }

            @Override
            Optional<String> ask(InputRequest question, BooleanSupplier wanted) {
                return loud.ask(question, wanted);
            }
        };
    }
}
