package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code environment/Start.java} starts on Windows, whose paths an in-memory file system stands in for. */
class StartTest {
    private static final String PROJECT = "C:\\Users\\Jörg Müller\\Eigene Projekte\\k-means (2)";
    private static final String JAVA = "D:\\Program Files\\jdk-17\\bin\\java.exe";

    @TempDir
    private static Path folder;

    private static FileSystem windows;
    private static URLClassLoader classes;
    private static Object start;
    private static Method steps;

    @BeforeAll
    static void compile() throws Exception {
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "-encoding", "UTF-8", "environment/Start.java");
        assertThat(code).isZero();
        classes = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
        windows = Jimfs.newFileSystem(Configuration.windows());
        Class<?> type = classes.loadClass("Start");
        Constructor<?> constructor = type.getDeclaredConstructor(Path.class, Path.class, boolean.class);
        constructor.setAccessible(true);
        start = constructor.newInstance(windows.getPath(PROJECT), windows.getPath("D:\\Program Files\\jdk-17"), true);
        steps = type.getDeclaredMethod("steps", Path.class, Map.class, List.class);
        steps.setAccessible(true);
    }

    @AfterAll
    static void close() throws IOException {
        windows.close();
        classes.close();
    }

    @Test
    void buildsFirst() throws Exception {
        assertThat(started("run").get(0)).startsWith("Step[folder=" + PROJECT + ", command=[mvn.cmd, -q, -B, package,");
    }

    @Test
    void runsTheNotebooksInTheirFolder() throws Exception {
        assertThat(started("run", "02", "Vergleich für mich.ipynb").get(1))
                .startsWith("Step[folder=" + PROJECT + "\\notebooks, command=[" + JAVA + ", ")
                .endsWith("-cp, " + PROJECT
                        + "\\target\\segmentation.jar, segmentation.app.RunNotebooks, 02, Vergleich für mich.ipynb]]");
    }

    @Test
    void segmentsWhereTheUserStandsAndLeavesItsArgumentsAsTheyAre() throws Exception {
        assertThat(started("segment", "fit", "E:\\Kunden 2026\\größte.csv", "--log", "a b,c", "")
                        .get(1))
                .startsWith("Step[folder=E:\\work, ")
                .contains("-Dsegmentation.data=" + PROJECT + "\\data, ")
                .endsWith("segmentation.app.SegmentCommand, fit, E:\\Kunden 2026\\größte.csv, --log, a b,c, ]]");
    }

    @Test
    void installsTheKernelWhereJupyterLooksForItOnWindows() throws Exception {
        assertThat(started("kernel").get(1))
                .contains("segmentation.app.InstallKernel, --name, java, "
                        + "C:\\Users\\Jörg Müller\\AppData\\Roaming\\jupyter\\kernels, --, " + JAVA)
                .endsWith("-cp, " + PROJECT + "\\target\\segmentation.jar]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Name one of: run [NOTEBOOK...], segment COMMAND [ARGUMENT...], kernel",
                "test | Name one of: run [NOTEBOOK...], segment COMMAND [ARGUMENT...], kernel",
                "kernel all | kernel takes no arguments"
            })
    void saysWhatItStartsWhereItIsAskedForSomethingElse(String line, String sentence) {
        assertThatThrownBy(() -> started(line.isEmpty() ? new String[0] : line.split(" ")))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    /** The batch file must not end its folder with a backslash, which would escape the quote behind it. */
    @Test
    void isStartedByABatchFileThatQuotesItsFolder() throws IOException {
        assertThat(Files.readString(Path.of("environment/start.cmd")))
                .contains("\"-Dsegmentation.environment=%~dp0.\" \"%~dp0Start.java\" %*\r\n")
                .doesNotContain("\n\n");
    }

    private static List<String> started(String... arguments) throws Exception {
        Map<String, String> variables = Map.of("APPDATA", "C:\\Users\\Jörg Müller\\AppData\\Roaming");
        List<?> all = (List<?>) steps.invoke(start, windows.getPath("E:\\work"), variables, List.of(arguments));
        return all.stream().map(Object::toString).toList();
    }
}
