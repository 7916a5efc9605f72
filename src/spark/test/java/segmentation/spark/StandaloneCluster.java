package segmentation.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real cluster on this machine, from the jars of the class path alone: a master and workers, each a process. */
final class StandaloneCluster implements AutoCloseable {
    private static final int SECONDS = 240;

    private final Path home;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    private StandaloneCluster(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Starts a master and so many workers of one core each. */
    static StandaloneCluster start(Path folder, int workers) throws IOException {
        Path jars = Files.createDirectories(folder.resolve("jars"));
        for (String jar : classPath()) {
            Path file = Path.of(jar);
            if (jar.endsWith(".jar") && !jar.contains("console") && Files.notExists(jars.resolve(file.getFileName()))) {
                Files.createSymbolicLink(jars.resolve(file.getFileName()), file);
            }
        }
        StandaloneCluster cluster = new StandaloneCluster(folder, freePort());
        cluster.run(
                "master", "Master", "--host", "127.0.0.1", "--port", String.valueOf(cluster.port), "--webui-port", "0");
        cluster.awaitMaster();
        for (int worker = 0; worker < workers; worker++) {
            cluster.startWorker(worker);
        }
        return cluster;
    }

    private void startWorker(int number) throws IOException {
        String[] options = {
            "--host",
            "127.0.0.1",
            "--webui-port",
            "0",
            "--cores",
            "1",
            "--memory",
            "700m",
            "--work-dir",
            home.resolve("work" + number).toString(),
            url()
        };
        run("worker" + number, "worker.Worker", options);
    }

    private void run(String name, String type, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx160m", "-XX:+UseSerialGC"));
        command.add("-Dlog4j2.configurationFile="
                + Path.of("src/spark/log4j2.properties").toAbsolutePath());
        command.addAll(List.of(
                "-cp",
                home.resolve("jars") + "/*",
                "org.apache.spark.deploy." + (type.equals("Master") ? "master.Master" : type)));
        command.addAll(Arrays.asList(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        processes.add(builder.start());
    }

    private void awaitMaster() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!answers()) {
            if (System.nanoTime() > end || !processes.get(0).isAlive()) {
                close();
                throw new IllegalStateException("The master did not start; see " + home.resolve("master.log"));
            }
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException notYet) {
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        }
    }

    /** Ends a worker and its executors at once, as a machine ends that loses its power. */
    void killWorker(int number) {
        Process worker = processes.get(1 + number);
        List<ProcessHandle> executors = worker.descendants().toList();
        worker.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
    }

    String url() {
        return "spark://127.0.0.1:" + port;
    }

    /** Returns the class path of executors: the folders, of which Spark's own jars know nothing. */
    static String folders() {
        return String.join(
                File.pathSeparator,
                classPath().stream()
                        .filter(place -> !place.endsWith(".jar"))
                        .map(place -> Path.of(place).toAbsolutePath().toString())
                        .toList());
    }

    private static List<String> classPath() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free", e);
        }
    }

    @Override
    public void close() {
        processes.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }
}
