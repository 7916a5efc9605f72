package segmentation.kernel;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A program of this project in a process of its own, which does not outlive the test. */
final class ChildJvm implements AutoCloseable {
    private final Process process;

    private ChildJvm(Process process) {
        this.process = process;
    }

    /** Starts a class; its coverage counts as this process's does. */
    static ChildJvm start(Map<String, String> environment, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(tool("java"), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        agents().forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new ChildJvm(builder.start());
    }

    private static Stream<String> agents() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:"));
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    long pid() {
        return process.pid();
    }

    /** Waits for the end and returns the exit code; says what the process was doing where the wait is given up. */
    int exitCode() throws InterruptedException, IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException givenUp) {
            new ProcessBuilder(tool("jstack"), String.valueOf(pid()))
                    .inheritIO()
                    .start();
            throw givenUp;
        }
    }

    /** Returns all that the process says until it ends. */
    String output() throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Ends the process at once. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }
}
