package segmentation.kernel.classpath;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompilerFilesTest {
    private static final Set<Kind> KINDS = EnumSet.of(Kind.CLASS, Kind.SOURCE);

    private final StandardJavaFileManager compilers = standard();
    private final CompilerFiles ours = CompilerFiles.of(standard());

    @TempDir
    private Path folder;

    private static StandardJavaFileManager standard() {
        return ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"segmentation.kernel", "com.google.gson", "org.zeromq", "org", "no.such", ""})
    void findsOnTheClassPathWhatTheCompilerFinds(String packageName) throws IOException {
        assertThat(found(ours, StandardLocation.CLASS_PATH, packageName))
                .containsExactlyInAnyOrderElementsOf(found(compilers, StandardLocation.CLASS_PATH, packageName));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.util", "java", "no.such", ""})
    void findsInTheJdkWhatTheCompilerFinds(String packageName) throws IOException {
        assertThat(found(ours, module(ours), packageName))
                .containsExactlyInAnyOrderElementsOf(found(compilers, module(compilers), packageName));
    }

    @Test
    void readsTheClassesThatItFinds() throws IOException {
        JavaFileObject list = named(ours.list(module(ours), "java.util", KINDS, false), "List");
        JavaFileObject gson = named(ours.list(StandardLocation.CLASS_PATH, "com.google.gson", KINDS, false), "Gson");

        assertThat(list.openInputStream().readAllBytes())
                .isEqualTo(List.class.getResourceAsStream("List.class").readAllBytes());
        assertThat(list.toUri()).isEqualTo(Path.of(list.toUri()).toUri()).hasScheme("jrt");
        assertThat(gson.openInputStream().readAllBytes())
                .isEqualTo(gson.toUri().toURL().openStream().readAllBytes())
                .startsWith(0xca, 0xfe);
        assertThat(gson).isNotEqualTo(list);
        assertThat(ours.isSameFile(gson, list)).isFalse();
        assertThat(ours.isSameFile(gson, gson)).isTrue();
    }

    @Test
    void followsTheJarsThatAManifestNames() throws IOException {
        jar("other.jar", Map.of(), "b/B.class");
        Path jar = jar("first.jar", Map.of("Class-Path", "other.jar first.jar none.jar"), "a/A.class", "Root.class");

        assertSame(jar.toString(), "a", "b", "");
    }

    @Test
    void findsWhatIsForOneVersionOfJavaAndWhatIsNotCompiled() throws IOException {
        Path versions = jar(
                "versions.jar",
                Map.of("Multi-Release", "true"),
                "a/A.class",
                "META-INF/versions/9/a/A.class",
                "META-INF/versions/9/c/C.class");
        Path sources = jar("sources.jar", Map.of(), "a/A.class", "b/B.java");

        assertSame(versions + File.pathSeparator + sources, "a", "b", "c");
    }

    @Test
    void leavesAFileThatIsNoUsualJarToTheCompiler() throws IOException {
        Path jar = jar("long.jar", Map.of(), "a/A.class");
        byte[] bytes = Files.readAllBytes(jar);
        // The length of a comment, and the comment behind the end.
        bytes[bytes.length - 2] = 3;
        Files.write(jar, bytes);
        Files.writeString(jar, "abc", StandardOpenOption.APPEND);

        assertSame(jar.toString(), "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"END", "COUNT", "ENTRY", "PLACE", "LENGTH"})
    void refusesAJarThatIsNotAsItSays(String damage) throws IOException {
        Path jar = jar("bad.jar", Map.of(), "a/A.class");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(jar)).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.limit() - 22;
        switch (damage) {
            case "END" -> bytes.putInt(end, 1);
            case "COUNT" -> bytes.putShort(end + 10, (short) -1);
            case "ENTRY" -> bytes.putInt(bytes.getInt(end + 16), 1);
            case "PLACE" -> bytes.putInt(end + 16, bytes.limit());
            default -> bytes.putInt(end + 12, -1);
        }
        Files.write(jar, bytes.array());

        assertThatIOException().isThrownBy(() -> JarContents.of(jar));
        Files.write(jar, new byte[3]);
        assertThatIOException().isThrownBy(() -> JarContents.of(jar));
    }

    @Test
    void readsAManifestThatIsNotPacked() throws IOException {
        byte[] manifest = "Manifest-Version: 1.0\r\nClass-Path: other.jar\r\n\r\n".getBytes(UTF_8);
        Path jar = folder.resolve("stored.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            ZipEntry entry = new ZipEntry(JarFile.MANIFEST_NAME);
            CRC32 crc = new CRC32();
            crc.update(manifest);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(manifest.length);
            entry.setCrc(crc.getValue());
            out.putNextEntry(entry);
            out.write(manifest);
        }

        assertThat(JarContents.of(jar).manifest(Attributes.Name.CLASS_PATH)).contains("other.jar");
    }

    @Test
    void leavesOtherQuestionsToTheCompiler() throws IOException {
        Path source = Files.writeString(folder.resolve("A.java"), "class A {}");
        JavaFileObject file = ours.getJavaFileObjects(source).iterator().next();

        assertThat(ours.hasLocation(StandardLocation.CLASS_PATH)).isTrue();
        assertThat(ours.hasLocation(StandardLocation.SOURCE_PATH)).isFalse();
        assertThat(ours.isSameFile(
                        file,
                        ours.getJavaFileObjects(source.toFile()).iterator().next()))
                .isTrue();
        assertThat(ours.list(StandardLocation.CLASS_PATH, "no.such", Set.of(Kind.SOURCE), false))
                .isEmpty();
        assertThat(ours.list(module(ours), "java.util.zip", KINDS, true)).isNotEmpty();
        assertThat(ours.handleOption("-no-such-option", Collections.emptyIterator()))
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ours.handleOption("-classpath", Collections.emptyIterator()));
        ours.setLocation(StandardLocation.SOURCE_PATH, List.of(folder.toFile()));
        assertThat(found(ours, StandardLocation.CLASS_PATH, "org.zeromq")).isNotEmpty();
    }

    @Test
    void knowsAClassAgain() throws IOException {
        JavaFileObject one = named(ours.list(module(ours), "java.util", KINDS, false), "List");

        assertThat(one)
                .isEqualTo(named(ours.list(module(ours), "java.util", KINDS, false), "List"))
                .isNotEqualTo(named(ours.list(module(ours), "java.util", KINDS, false), "Map"))
                .isNotEqualTo("List");
    }

    @Test
    void keepsToAClassPathThatWasSetByHand() throws IOException {
        Path jar = jar("set.jar", Map.of(), "a/A.class");

        ours.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(jar));

        assertThat(found(ours, StandardLocation.CLASS_PATH, "a")).containsExactly("a.A");
        assertThat(found(ours, StandardLocation.CLASS_PATH, "org.zeromq")).isEmpty();
    }

    @Test
    void gathersNamesWhenSomebodyWantsThem() {
        var names = CompletableFuture.supplyAsync(() -> ours.getLocationAsPaths(StandardLocation.PLATFORM_CLASS_PATH));

        ours.gatherNames();

        assertThat(List.copyOf(paths(names.join())))
                .isNotEmpty()
                .isEqualTo(paths(compilers.getLocationAsPaths(StandardLocation.PLATFORM_CLASS_PATH)));
    }

    @Test
    void gathersNoNamesBehindTheEnd() {
        ours.end();

        assertThat(paths(ours.getLocationAsPaths(StandardLocation.PLATFORM_CLASS_PATH)))
                .isEmpty();
        assertThat(paths(ours.getLocationAsPaths(StandardLocation.CLASS_PATH))).isEmpty();
    }

    private void assertSame(String classPath, String... packages) throws IOException {
        assertThat(ours.handleOption("-classpath", List.of(classPath).iterator()))
                .isTrue();
        compilers.handleOption("-classpath", List.of(classPath).iterator());
        for (String packageName : packages) {
            assertThat(found(ours, StandardLocation.CLASS_PATH, packageName))
                    .as(packageName)
                    .containsExactlyElementsOf(found(compilers, StandardLocation.CLASS_PATH, packageName));
        }
        assertThat(found(ours, StandardLocation.CLASS_PATH, packages[0])).isNotEmpty();
    }

    private Path jar(String name, Map<String, String> attributes, String... files) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((key, value) -> manifest.getMainAttributes().putValue(key, value));
        Path jar = folder.resolve(name);
        try (OutputStream bytes = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            for (String file : files) {
                out.putNextEntry(new ZipEntry(file));
                out.write(file.getBytes(UTF_8));
            }
        }
        return jar;
    }

    private static Location module(StandardJavaFileManager files) throws IOException {
        return files.getLocationForModule(StandardLocation.SYSTEM_MODULES, "java.base");
    }

    private static List<String> found(StandardJavaFileManager files, Location location, String packageName)
            throws IOException {
        List<String> names = new ArrayList<>();
        for (JavaFileObject file : files.list(location, packageName, KINDS, false)) {
            names.add(files.inferBinaryName(location, file));
        }
        return names;
    }

    private static JavaFileObject named(Iterable<JavaFileObject> files, String name) {
        for (JavaFileObject file : files) {
            if (file.isNameCompatible(name, Kind.CLASS)) {
                return file;
            }
        }
        throw new AssertionError("no " + name);
    }

    private static List<Path> paths(Iterable<? extends Path> paths) {
        List<Path> all = new ArrayList<>();
        paths.forEach(all::add);
        return all;
    }
}
