package segmentation.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.KernelTimestamp;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.adapters.HeaderAdapter;
import org.dflib.jjava.jupyter.messages.adapters.HistoryRequestAdapter;
import org.dflib.jjava.jupyter.messages.adapters.KernelTimestampAdapter;
import org.dflib.jjava.jupyter.messages.adapters.MessageTypeAdapter;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;

/**
 * A request from its bytes. What a request to execute leaves out is as the protocol has it, where the library would
 * read each as false: it is counted unless it is silent, a failure stops what waits behind it, and it may ask.
 */
final class RequestMessage {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int SIGNED = 4;

    private static final Gson JSON = new GsonBuilder()
            .registerTypeAdapter(KernelTimestamp.class, KernelTimestampAdapter.INSTANCE)
            .registerTypeAdapter(Header.class, HeaderAdapter.INSTANCE)
            .registerTypeAdapter(MessageType.class, MessageTypeAdapter.INSTANCE)
            .registerTypeAdapter(HistoryRequest.class, HistoryRequestAdapter.INSTANCE)
            .create();

    private RequestMessage() {}

    /**
     * Reads a request.
     *
     * @param frames all frames of the message: identities, delimiter, signature, header, parent header, metadata,
     *     content, further bytes
     * @throws SecurityException where the signature is not that of the four frames behind it
     * @throws IllegalArgumentException where frames are missing
     */
    static Message<?> of(List<byte[]> frames, HMACGenerator signer) {
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        int first = delimiter + 2;
        if (frames.size() < first + SIGNED) {
            throw new IllegalArgumentException("A message of " + frames.size() + " frames is no request");
        }
        byte[][] signed = frames.subList(first, first + SIGNED).toArray(new byte[0][]);
        byte[] expected = signer.calculateSignature(signed).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, frames.get(delimiter + 1))) {
            throw new SecurityException("A request has the signature of another key");
        }
        List<byte[]> identities = List.copyOf(frames.subList(0, delimiter));
        return decoded(identities, signed, List.copyOf(frames.subList(first + SIGNED, frames.size())));
    }

    @SuppressWarnings("unchecked")
    private static Message<?> decoded(List<byte[]> identities, byte[][] signed, List<byte[]> blobs) {
        Header<Object> header = JSON.fromJson(text(signed[0]), Header.class);
        JsonElement parent = JsonParser.parseString(text(signed[1]));
        Map<String, Object> metadata = JSON.fromJson(text(signed[2]), Map.class);
        JsonObject content = JsonParser.parseString(text(signed[3])).getAsJsonObject();
        MessageType<?> type = header.getType();
        if (type == MessageType.EXECUTE_REQUEST) {
            complete(content);
        }
        return new Message<>(
                identities,
                header,
                !parent.isJsonObject() || parent.getAsJsonObject().isEmpty()
                        ? null
                        : JSON.fromJson(parent, Header.class),
                metadata,
                JSON.fromJson(content, (Class<Object>) type.getContentType()),
                blobs);
    }

    private static void complete(JsonObject execution) {
        boolean silent = execution.has("silent") && execution.get("silent").getAsBoolean();
        boolean[] values = {!silent, true, true};
        String[] names = {"store_history", "stop_on_error", "allow_stdin"};
        for (int i = 0; i < names.length; i++) {
            if (!execution.has(names[i])) {
                execution.addProperty(names[i], values[i]);
            }
        }
    }

    private static String text(byte[] frame) {
        return new String(frame, StandardCharsets.UTF_8);
    }
}
