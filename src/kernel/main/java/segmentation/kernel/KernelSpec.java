package segmentation.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file {@code kernel.json} by which Jupyter finds and starts this kernel.
 *
 * <p>It carries a mark of ours, so that a later installation knows which kernel it may replace.
 */
public final class KernelSpec {
    private static final String OWNER = "segmentation";
    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final List<String> command;

    private KernelSpec(List<String> command) {
        this.command = command;
    }

    /**
     * Returns the description of a kernel that is started by a command.
     *
     * @param java the {@code java} program
     * @param options its options, class path among them
     */
    public static KernelSpec of(Path java, List<String> options) {
        Stream<String> main = Stream.of(KernelMain.class.getName(), "{connection_file}");
        Stream<String> start = Stream.concat(Stream.of(java.toString()), options.stream());
        return new KernelSpec(Stream.concat(start, main).toList());
    }

    /** Returns the text of {@code kernel.json}. */
    public String toJson() {
        JsonObject spec = new JsonObject();
        spec.add("argv", JSON.toJsonTree(command));
        spec.addProperty("display_name", "Java (segmentation)");
        spec.addProperty("language", "java");
        spec.addProperty("interrupt_mode", "message");
        JsonObject metadata = new JsonObject();
        metadata.addProperty("installed_by", OWNER);
        spec.add("metadata", metadata);
        return JSON.toJson(spec) + "\n";
    }

    /**
     * Installs the kernel and returns its folder; replaces an earlier installation of ours.
     *
     * @param kernels the folder in which Jupyter looks for kernels
     * @param name the kernel's name: letters, digits, dots, hyphens and underscores
     * @throws IllegalArgumentException where the name cannot be used or is somebody else's, in one sentence
     */
    public Path install(Path kernels, String name) {
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "A kernel's name is made of letters, digits, dots, hyphens and underscores, was '%s'"
                            .formatted(name));
        }
        if (isForeign(kernels, name)) {
            throw new IllegalArgumentException(
                    "%s holds a kernel named %s that another program installed; it is left as it is, use --name %s-%s"
                            .formatted(kernels, name, name, OWNER));
        }
        Path folder = installed(kernels, name).orElse(kernels.resolve(name));
        write(folder.resolve("kernel.json"));
        return folder;
    }

    /** Writes the description so that it is there whole or not at all. */
    private void write(Path file) {
        try {
            Path temporary = Files.createDirectories(file.toAbsolutePath().getParent())
                    .resolve(".%s.%d.part"
                            .formatted(
                                    file.getFileName(), ProcessHandle.current().pid()));
            try {
                Files.writeString(temporary, toJson());
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be written; check that the folder exists, is writable and has room".formatted(file),
                    e);
        }
    }

    /** Tells whether a folder of kernels holds one of this name that is not ours; Jupyter ignores case in names. */
    public static boolean isForeign(Path kernels, String name) {
        return installed(kernels, name)
                .map(folder -> folder.resolve("kernel.json"))
                .filter(file -> !isOurs(file))
                .isPresent();
    }

    private static Optional<Path> installed(Path kernels, String name) {
        if (!Files.isDirectory(kernels)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(kernels)) {
            return folders.filter(folder -> folder.getFileName().toString().equalsIgnoreCase(name))
                    .filter(folder -> Files.exists(folder.resolve("kernel.json")))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(kernels), e);
        }
    }

    private static boolean isOurs(Path file) {
        try {
            JsonElement owner = JsonParser.parseString(Files.readString(file))
                    .getAsJsonObject()
                    .getAsJsonObject("metadata")
                    .get("installed_by");
            return owner.getAsString().equals(OWNER);
        } catch (IOException
                | JsonParseException
                | IllegalStateException
                | NullPointerException
                | ClassCastException e) {
            return false;
        }
    }
}
