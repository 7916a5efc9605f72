package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With a script in place of a browser, which writes what it was asked. */
@DisabledOnOs(OS.WINDOWS)
class PdfPrinterTest {
    @TempDir
    private Path folder;

    @Test
    void findsNoneWhereThereIsNone() {
        assertThat(PdfPrinter.in(folder + File.pathSeparator)).isEmpty();
    }

    @Test
    void printsAPageWithTheBrowserOfTheMachine() throws IOException {
        browser("for a in \"$@\"; do case $a in --print-to-pdf=*) echo \"$@\" > \"${a#*=}\";; esac; done");
        Path page = Files.writeString(folder.resolve("report.html"), "page");

        PdfPrinter.in(folder.toString()).orElseThrow().print(page, folder.resolve("report.pdf"));

        assertThat(folder.resolve("report.pdf"))
                .content()
                .contains("--headless", "--no-pdf-header-footer", page.toUri().toString());
    }

    @Test
    void saysWhereNothingWasPrinted() throws IOException {
        browser("exit 1");
        PdfPrinter printer = PdfPrinter.in(folder.toString()).orElseThrow();

        assertThatThrownBy(() -> printer.print(folder.resolve("report.html"), folder.resolve("report.pdf")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("report.html could not be printed; open it in a browser and print it from there");
    }

    private void browser(String script) throws IOException {
        Path browser = Files.writeString(folder.resolve("chromium"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
