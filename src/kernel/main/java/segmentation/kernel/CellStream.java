package segmentation.kernel;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;

/**
 * {@code System.out} or {@code System.err} of the cells: UTF-8 text goes at once to the cell that the writer belongs to,
 * and otherwise where the process wrote before.
 */
final class CellStream extends OutputStream {
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
