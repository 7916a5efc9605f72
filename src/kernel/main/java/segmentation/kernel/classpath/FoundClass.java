package segmentation.kernel.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A class for the compiler to read; made by the thousand, so its address is put together only for who asks. */
final class FoundClass extends SimpleJavaFileObject {
    private static final URI NO_ADDRESS = URI.create("class:/");

    private final String name;
    private final Place place;

    /** Where classes are. */
    interface Place {
        /** Opens a file, whose name has slashes. */
        InputStream open(String file) throws IOException;

        /** Returns the address of a file. */
        URI address(String file);
    }

    /**
     * Names a class.
     *
     * @param name its binary name
     */
    FoundClass(String name, Place place) {
        super(NO_ADDRESS, Kind.CLASS);
        this.name = name;
        this.place = place;
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
        return place.address(file());
    }

    @Override
    public String getName() {
        return file();
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind wanted) {
        return wanted == kind && name.substring(name.lastIndexOf('.') + 1).equals(simpleName);
    }

    @Override
    public InputStream openInputStream() throws IOException {
        return place.open(file());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FoundClass same && name.equals(same.name) && place.equals(same.place);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
