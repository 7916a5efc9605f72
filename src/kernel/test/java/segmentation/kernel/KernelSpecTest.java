package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelSpecTest {
    private static final KernelSpec SPEC = KernelSpec.of(Path.of("/opt/jdk/bin/java"), List.of("-cp", "a b.jar"));

    @TempDir
    private Path kernels;

    @Test
    void startsTheKernelWithTheConnectionFile() {
        JsonObject spec = JsonParser.parseString(SPEC.toJson()).getAsJsonObject();

        assertThat(spec.getAsJsonArray("argv"))
                .extracting(argument -> argument.getAsString())
                .containsExactly(
                        "/opt/jdk/bin/java", "-cp", "a b.jar", "segmentation.kernel.KernelMain", "{connection_file}");
        assertThat(spec.get("interrupt_mode").getAsString()).isEqualTo("message");
        assertThat(spec.get("language").getAsString()).isEqualTo("java");
    }

    @Test
    void installsAndReplacesItsOwn() throws IOException {
        SPEC.install(kernels.resolve("new"), "java");
        KernelSpec.of(Path.of("/other/java"), List.of()).install(kernels.resolve("new"), "java");

        Path folder = SPEC.install(kernels.resolve("new"), "java");

        assertThat(Files.readString(folder.resolve("kernel.json"))).isEqualTo(SPEC.toJson());
        assertThat(Files.list(folder)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"argv\": [\"java\", \"-jar\", \"ijava.jar\"]}",
                "{\"metadata\": {}}",
                "{\"metadata\": {\"installed_by\": \"them\"}}",
                "{\"metadata\": 3}",
                "[]",
                "",
                "no json"
            })
    void leavesAKernelOfSomebodyElseAlone(String theirs) throws IOException {
        Path folder = Files.createDirectories(kernels.resolve("Java"));
        Files.writeString(folder.resolve("kernel.json"), theirs);

        assertThatThrownBy(() -> SPEC.install(kernels, "java"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(
                        "holds a kernel named java that another program installed; it is left as it is, use --name"
                                + " java-segmentation");
        assertThat(Files.readString(folder.resolve("kernel.json"))).isEqualTo(theirs);
    }

    @Test
    void installsBesideAKernelOfSomebodyElse() throws IOException {
        Path folder = Files.createDirectories(kernels.resolve("java"));
        Files.writeString(folder.resolve("kernel.json"), "{}");

        SPEC.install(kernels, "java-segmentation");

        assertThat(KernelSpec.isForeign(kernels, "java")).isTrue();
        assertThat(KernelSpec.isForeign(kernels, "java-segmentation")).isFalse();
        assertThat(KernelSpec.isForeign(kernels, "absent")).isFalse();
    }

    @Test
    void saysSoWhereItCannotBeWritten() throws IOException {
        Path file = Files.writeString(kernels.resolve("file"), "in the way");

        assertThatThrownBy(() -> SPEC.install(file, "java"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageEndingWith(
                        "kernel.json could not be written; check that the folder exists, is writable and has"
                                + " room");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../java", "a b"})
    void rejectsNamesThatJupyterWould(String name) {
        assertThatThrownBy(() -> SPEC.install(kernels, name)).hasMessageContaining("letters, digits");
    }
}
