package segmentation.kernel;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import javax.tools.SimpleJavaFileObject;

/** A class in a jar, for the compiler to read; made by the thousand, so its address is put together only for who asks. */
final class JarClass extends SimpleJavaFileObject {
    private static final URI NO_ADDRESS = URI.create("jar:/");

    private final JarFile jar;
    private final String name;

    /**
     * Names a class.
     *
     * @param name its binary name
     */
    JarClass(JarFile jar, String name) {
        super(NO_ADDRESS, Kind.CLASS);
        this.jar = jar;
        this.name = name;
    }

    /** Returns the binary name. */
    String binaryName() {
        return name;
    }

    private String file() {
        return name.replace('.', '/') + kind.extension;
    }

    @Override
    public URI toUri() {
        return URI.create("jar:" + Path.of(jar.getName()).toUri() + "!/" + file());
    }

    @Override
    public String getName() {
        return jar.getName() + "(/" + file() + ")";
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind wanted) {
        return wanted == kind && name.substring(name.lastIndexOf('.') + 1).equals(simpleName);
    }

    @Override
    public InputStream openInputStream() throws IOException {
        ZipEntry entry = jar.getEntry(file());
        if (entry == null) {
            throw new FileNotFoundException(getName());
        }
        return jar.getInputStream(entry);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JarClass same
                && name.equals(same.name)
                && jar.getName().equals(same.jar.getName());
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
