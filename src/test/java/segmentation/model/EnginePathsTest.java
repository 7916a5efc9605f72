package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the machine computes a fit, on vectors of any width or without, compiled or not, its bits are the same. */
class EnginePathsTest {
    // The same from Debian's JDK 17 and Temurin 25; renew it, on both, when the engine changes.
    private static final String HASH = "e345d9a06edeb99214207bd5df017322a5212d2967d25ef7c4ca37d67ecedefe";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void areEqualOnAnyNumberOfThreads(int threads) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);

        assertThat(pool.submit(EngineFigures::hash).get()).isEqualTo(HASH);

        pool.shutdown();
    }

    /** Slow, and no fault that is planted in this process would be found by another. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xint", // no compiler at all
                "-XX:TieredStopAtLevel=1", // the quick compiler
                "-XX:-UseSuperWord", // the thorough one, a number at a time
                "-XX:MaxVectorSize=16", // two numbers at a time
                "-XX:MaxVectorSize=32", // four
                "-XX:MaxVectorSize=64" // eight, where the processor has them
            })
    void areEqualWhateverTheCompilerMakesOfTheLoops(String flag, @TempDir Path folder) throws Exception {
        assertThat(hashFromJavaWith(folder.resolve("hash"), flag, "-Xbatch")).isEqualTo(HASH);
    }

    @Test
    void areEqualOnEveryJdk() {
        assertThat(EngineFigures.hash()).isEqualTo(HASH);
    }

    private static String hashFromJavaWith(Path file, String... flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(EngineFigures.class.getName(), file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return Files.readString(file);
    }
}
