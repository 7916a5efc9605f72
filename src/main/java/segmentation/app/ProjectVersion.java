package segmentation.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The project's version, as the build knows it. */
final class ProjectVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"segment " + number()};
    }

    /** Returns the version's number, such as {@code 0.1.0}. */
    static String number() {
        Properties filled = new Properties();
        try (InputStream stream = ProjectVersion.class.getResourceAsStream("version.properties")) {
            filled.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("The project's version could not be read; build it again", e);
        }
        return filled.getProperty("version");
    }
}
