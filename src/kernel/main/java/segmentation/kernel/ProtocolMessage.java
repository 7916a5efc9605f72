package segmentation.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.ExpressionValue;
import org.dflib.jjava.jupyter.kernel.history.HistoryEntry;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.KernelTimestamp;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.adapters.HistoryEntryAdapter;

/**
 * The library's messages with what the protocol asks for and they lack: a status in every reply, a date with seconds,
 * a session in a message that answers nobody, a payload, and an indent only where code is incomplete.
 */
final class ProtocolMessage {
    private static final String SESSION = UUID.randomUUID().toString();
    private static final String REPLY = "_reply";
    private static final String STATUS = "status";

    private static final Gson CONTENT = new GsonBuilder()
            .registerTypeAdapter(HistoryEntry.class, HistoryEntryAdapter.INSTANCE)
            .registerTypeHierarchyAdapter(ExpressionValue.class, (JsonSerializer<ExpressionValue>)
                    (value, type, context) -> expression(value, context))
            .create();

    private ProtocolMessage() {}

    /** Returns a message as it is to be sent. */
    @SuppressWarnings("unchecked")
    static Message<?> of(Message<?> message) {
        Header<?> header = message.getHeader();
        boolean reply = header.getType().getName().endsWith(REPLY);
        return new Message<>(
                message.getIdentities(),
                dated((Header<Object>) header),
                message.getParentHeader(),
                message.getMetadata(),
                reply ? completed(header.getType(), message.getContent()) : message.getContent(),
                message.getBlobs());
    }

    /** Returns the reply to a cell that does not run because one before it failed. */
    @SuppressWarnings("unchecked")
    static Message<?> aborted(MessageContext request) {
        JsonObject content = new JsonObject();
        content.addProperty(STATUS, "aborted");
        return new Message<>(request, (MessageType<Object>) (MessageType<?>) MessageType.EXECUTE_REPLY, content);
    }

    private static <T> Header<T> dated(Header<T> header) {
        return new Header<>(
                header.getId(),
                header.getUsername(),
                Optional.ofNullable(header.getSessionId()).orElse(SESSION),
                new KernelTimestamp(Instant.now().truncatedTo(ChronoUnit.MICROS).toString()),
                header.getType(),
                header.getVersion());
    }

    private static JsonObject completed(MessageType<?> type, Object reply) {
        JsonObject content = CONTENT.toJsonTree(reply).getAsJsonObject();
        if (!content.has(STATUS)) {
            content.addProperty(STATUS, "ok");
        }
        String status = content.get(STATUS).getAsString();
        if (type == MessageType.EXECUTE_REPLY && status.equals("ok")) {
            content.add("payload", new JsonArray());
        }
        if (type == MessageType.IS_COMPLETE_REPLY && !status.equals("incomplete")) {
            content.remove("indent");
        }
        return content;
    }

    private static JsonObject expression(ExpressionValue value, JsonSerializationContext context) {
        if (value instanceof ExpressionValue.Success success) {
            JsonObject content = context.serialize(success.getData()).getAsJsonObject();
            content.addProperty(STATUS, "ok");
            return content;
        }
        ExpressionValue.Error error = (ExpressionValue.Error) value;
        JsonObject content = new JsonObject();
        content.addProperty(STATUS, "error");
        content.addProperty("ename", error.getErrName());
        content.addProperty("evalue", error.getErrMsg());
        content.add("traceback", context.serialize(error.getStacktrace()));
        return content;
    }
}
