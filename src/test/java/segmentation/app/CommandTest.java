package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a person runs them: a process of its own, its exit code, what it leaves and what it says. */
@Tag("slow")
class CommandTest {
    private static final String NOTEBOOK = """
        {
         "cells": [
          {"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["# Sum <script>"]},
          {"cell_type": "code", "execution_count": null, "id": "b", "metadata": {}, "outputs": [], "source": ["%s"]}
         ],
         "metadata": {"kernelspec": {"display_name": "Java", "language": "java", "name": "java"}},
         "nbformat": 4,
         "nbformat_minor": 5
        }
        """;

    @TempDir
    private Path folder;

    private Path notebooks;
    private Path site;

    @BeforeEach
    void makeAFolderWithSpaces() throws IOException {
        notebooks = Files.createDirectories(folder.resolve("my notebooks"));
        site = folder.resolve("a site");
    }

    @Test
    void leavesOutANotebookWhoseEngineIsNotThereAndSaysSo() throws IOException {
        Files.writeString(notebooks.resolve("01-sum.ipynb"), NOTEBOOK.formatted("2 + 3"));
        Files.writeString(
                notebooks.resolve("10-many.ipynb"),
                NOTEBOOK.formatted("2 + 3")
                        .replace("{\"kernelspec\"", "{\"segmentation\": {\"engine\": \"spark\"}, \"kernelspec\""));

        Ended ended = run(RunNotebooks.class, Map.of());

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("10-many.ipynb: left out, as it needs Apache Spark");
        assertThat(site.resolve("notebooks/10-many.ipynb")).doesNotExist();
        assertThat(site.resolve("notebooks/01-sum.ipynb")).exists();
    }

    @Test
    void executesANotebookAndItsSolutionAndKeepsTheReportOfTheNotebook() throws IOException {
        Path solutions = Files.createDirectories(notebooks.resolve("solutions"));
        Files.writeString(
                notebooks.resolve("01-sum.ipynb"),
                NOTEBOOK.formatted("java.nio.file.Files.createDirectories("
                        + "segmentation.report.Site.ofProject().folder(\\\"01-sum\\\")).endsWith(\\\"01-sum\\\")"));
        Files.writeString(solutions.resolve("01-sum.ipynb"), NOTEBOOK.formatted("2 + 3"));
        Path stale = Files.createDirectories(site.resolve("solutions-01-sum"));

        Ended ended = run(RunNotebooks.class, Map.of(), "01");

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("01-sum.ipynb: cell 2 of 2", "solutions/01-sum.ipynb: cell 2 of 2");
        assertThat(ended.said()).contains("index.html");
        assertThat(Files.readString(site.resolve("notebooks/01-sum.ipynb")))
                .contains("\"execution_count\": 1", "\"true\"");
        assertThat(Files.readString(site.resolve("notebooks/01-sum.html")))
                .contains("<pre class=\"output\">true</pre>", "Sum &lt;script&gt;");
        assertThat(Files.readString(notebooks.resolve("01-sum.ipynb"))).contains("\"execution_count\": null");
        assertThat(site.resolve("index.html")).isNotEmptyFile();
        assertThat(site.resolve("01-sum")).isDirectory();
        assertThat(stale).doesNotExist();
        assertThat(Files.readString(site.resolve("notebooks/solutions/01-sum.html")))
                .contains("<pre class=\"output\">5</pre>", "href=\"../../index.html\"");
    }

    @Test
    void storesTheOutputsWhereAskedTo() throws IOException {
        Files.writeString(notebooks.resolve("01-sum.ipynb"), NOTEBOOK.formatted("2 + 3"));

        Ended ended = run(RunNotebooks.class, Map.of(), "--save");

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(Files.readString(notebooks.resolve("01-sum.ipynb"))).contains("\"execution_count\": 1", "\"5\"");
    }

    @Test
    void endsWithOneWhereACellFailsAndStoresNothing() throws IOException {
        Files.writeString(notebooks.resolve("01-sum.ipynb"), NOTEBOOK.formatted("1 / 0"));

        Ended ended = run(RunNotebooks.class, Map.of(), "--save");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said())
                .contains("01-sum.ipynb, cell 2 [1], line 1, 1 / 0: ArithmeticException: / by zero")
                .doesNotContain("\tat ");
        assertThat(site.resolve("notebooks")).doesNotExist();
        assertThat(Files.readString(notebooks.resolve("01-sum.ipynb"))).contains("\"execution_count\": null");
    }

    @Test
    void endsWithTwoWhereTheDataFileIsFaulty() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data/mall-customers"));
        Files.writeString(
                data.resolve("Mall_Customers.csv"),
                "CustomerID,Gender,Age,Annual Income (k$),Spending Score (1-100)\n1,Male,19,lots,39\n");
        Files.writeString(
                notebooks.resolve("02-load.ipynb"),
                NOTEBOOK.formatted(
                        "segmentation.data.customers.DatasetStore.ofProject().load(\\\"mall-customers\\\")"));

        Ended ended = run(
                RunNotebooks.class, Map.of("SEGMENTATION_DATA", data.getParent().toString()));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said())
                .contains("$SEGMENTATION_DATA/mall-customers/Mall_Customers.csv, line 2, column Annual Income (k$):"
                        + " found \"lots\", expected a whole number from 0 to 1000");
    }

    @Test
    void endsWithTwoAndOneSentenceWhereThereIsNothingToRun() {
        Ended ended = run(RunNotebooks.class, Map.of(), "99");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said().strip())
                .isEqualTo("my notebooks: found no notebook to run, expected one whose name begins with [99];"
                        + " check the name or change into the folder of the notebooks.");
    }

    @Test
    void endsWithTwoWhereAFileIsNoNotebook() throws IOException {
        Files.writeString(notebooks.resolve("01-sum.ipynb"), "not JSON");

        Ended ended = run(RunNotebooks.class, Map.of());

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("01-sum.ipynb").doesNotContain("\tat ");
    }

    @Test
    void comparesTwoRunsAndNamesTheFirstDifference() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(notebooks.resolve("01-sum.ipynb"), NOTEBOOK.formatted("2 + 3"));
        Files.writeString(other.resolve("01-sum.ipynb"), NOTEBOOK.formatted("2 + 4"));

        Ended same = run(CompareNotebooks.class, Map.of(), notebooks.toString(), notebooks.toString());
        Ended different = run(CompareNotebooks.class, Map.of(), notebooks.toString(), other.toString());

        assertThat(same.code()).as(same.said()).isZero();
        assertThat(same.said()).contains("1 notebooks compared, 0 differences");
        assertThat(different.code()).isEqualTo(1);
        assertThat(different.said()).contains("01-sum.ipynb, cell 2", "2 + 3", "2 + 4");
    }

    @Test
    void installsTheKernelButNeverOverSomebodyElses() throws IOException {
        Path kernels = folder.resolve("kernels");
        Path foreign = Files.createDirectories(kernels.resolve("java")).resolve("kernel.json");
        Files.writeString(foreign, "{\"argv\": [\"other\"], \"display_name\": \"Java\"}");

        Ended refused = run(InstallKernel.class, Map.of(), kernels.toString(), "java", "--", "-cp", "a.jar");
        Ended renamed = run(
                InstallKernel.class,
                Map.of(),
                "--name",
                "java-segmentation",
                kernels.toString(),
                "java",
                "--",
                "-cp",
                "a.jar");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.said()).contains("another program installed", "--name java-segmentation");
        assertThat(foreign).hasContent("{\"argv\": [\"other\"], \"display_name\": \"Java\"}");
        assertThat(renamed.code()).as(renamed.said()).isZero();
        assertThat(Files.readString(kernels.resolve("java-segmentation/kernel.json")))
                .contains("segmentation.kernel.KernelMain", "a.jar", "\"interrupt_mode\": \"message\"");
    }

    /** Lets the process count for the coverage report as this one does. */
    private static List<String> coverageAgent() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:"))
                .toList();
    }

    private record Ended(int code, String said) {}

    private Ended run(Class<?> command, Map<String, String> environment, String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dsegmentation.site=" + site,
                "-Dsegmentation.data=" + Path.of("data").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                command.getName()));
        line.addAll(1, coverageAgent());
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(notebooks.toFile()).redirectErrorStream(true);
        builder.environment().remove("SEGMENTATION_DATA");
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            try (InputStream output = process.getInputStream()) {
                output.transferTo(said);
            }
            return new Ended(process.waitFor(), said.toString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("The command could not be run", e);
        }
    }
}
