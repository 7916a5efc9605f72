package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.kernel.EmbeddedKernel.Outcome;

class ClasspathMagicTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"libs/*.jar", "classes", "\"my libs/one.jar\""})
    void makesClassesUsableFromTheNextLineOn(String argument) throws IOException {
        compile();
        Outcome outcome = run("%classpath " + argument + "\nimport brought.Greeting;\nGreeting.hello(\"you\")");

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.shown())
                .singleElement()
                .extracting("data")
                .asString()
                .contains("hello you");
    }

    @Test
    void takesAnAbsolutePath() throws IOException {
        compile();

        assertThat(run("%classpath " + folder.toAbsolutePath() + "/libs/one.jar\nbrought.Greeting.hello(\"x\")")
                        .error())
                .isEmpty();
    }

    @Test
    void saysSoWhereNothingIsFound() {
        CellError error = run("int x = 1;\n%classpath nowhere/*.jar").error().orElseThrow();

        assertThat(error.line()).isEqualTo(2);
        assertThat(error).hasMessageStartingWith("%classpath found no readable file or folder at nowhere/*.jar");
    }

    @Test
    void saysSoWhereNothingIsNamed() {
        assertThat(run("%classpath").error().orElseThrow()).hasMessageStartingWith("%classpath needs a jar");
    }

    @Test
    void isTheOnlyMagic() {
        try (EmbeddedKernel kernel = EmbeddedKernel.start(folder)) {
            for (String name : List.of("%maven", "%%html", "%")) {
                CellError error = kernel.run("\n" + name + " a:b:1\n").error().orElseThrow();

                assertThat(error.line()).isEqualTo(2);
                assertThat(error).hasMessage("There is no magic %s here; known are %%classpath".formatted(name));
            }
        }
    }

    private Outcome run(String source) {
        try (EmbeddedKernel kernel = EmbeddedKernel.start(folder)) {
            return kernel.run(source);
        }
    }

    /** Leaves a class in a folder and in jars. */
    private void compile() throws IOException {
        Path source = Files.writeString(
                folder.resolve("Greeting.java"),
                "package brought; public class Greeting { public static String hello(String n) { return \"hello \" + n; } }");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        for (String libs : new String[] {"libs", "my libs"}) {
            Path jar = Files.createDirectories(folder.resolve(libs)).resolve("one.jar");
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
                out.putNextEntry(new JarEntry("brought/Greeting.class"));
                Files.copy(classes.resolve("brought/Greeting.class"), out);
            }
        }
    }
}
