package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segmentation.data.dataset.Dataset;
import segmentation.data.inspect.CustomerFiles;
import segmentation.io.DataException;

/** Bytes that are no CSV text: refused under either policy, in one sentence. */
class BadBytesTest {
    private static final Dataset MALL = CustomerFiles.mall();

    @TempDir
    private Path folder;

    @Test
    void refusesBytesThatAreUtf8UpToAPlaceNamingTheFirstOtherOne() {
        String before = CustomerFiles.HEADER + ",Ort\n1,Male,19,15,39,Köln\n2,Male,21,15,81,";
        byte[] bytes = (before + "Ulm\n").getBytes(StandardCharsets.UTF_8);
        bytes[before.getBytes(StandardCharsets.UTF_8).length] = (byte) 0xF6;

        assertRefused(
                CustomerFiles.file(folder, bytes),
                ", line 3: found byte 0xF6 (ö in Windows-1252), expected UTF-8 text, as before it; "
                        + "save the file as UTF-8, or name its encoding.");
    }

    @Test
    void findsAForeignByteBehindAMarkAndQuotedLineBreaks() {
        String text = "ï»¿" + CustomerFiles.HEADER + "\r\n1,\"Ma\r\n,le\",19,15,39\r\n2,\"Fem\u0081\",21,15,81\r\n";

        assertRefused(
                CustomerFiles.file(folder, text, StandardCharsets.ISO_8859_1),
                ", line 4: found byte 0x81, expected UTF-8 text, as before it; "
                        + "save the file as UTF-8, or name its encoding.");
    }

    @Test
    void refusesATextThatIsCutWithinACharacter() {
        byte[] bytes = (CustomerFiles.HEADER + ",Ort\n1,Male,19,15,39,Kö").getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);

        assertRefused(
                CustomerFiles.file(folder, cut),
                ", line 2: found byte 0xC3 (Ã in Windows-1252), expected UTF-8 text, as before it; "
                        + "save the file as UTF-8, or name its encoding.");
    }

    @Test
    void readsWindows1252AndSaysSo() {
        CustomerTable table = read("windows-1252");

        assertThat(table.rows()).isEqualTo(1);
        assertThat(table.quality().format().encoding()).isEqualTo("Windows-1252");
        assertThat(table.quality().toTable().toText()).contains("Windows-1252", "since it is no UTF-8");
    }

    @Test
    void readsUtf16WithoutAMark() {
        CustomerTable table = read("UTF-16LE");

        assertThat(table.rows()).isEqualTo(1);
        assertThat(table.quality().format().encoding()).isEqualTo("UTF-16LE");
    }

    private CustomerTable read(String encoding) {
        String text = CustomerFiles.HEADER + ",Größe\n1,Male,19,15,39,groß\n";
        Path file = CustomerFiles.file(folder, text, Charset.forName(encoding));
        return CustomerCsvReader.read(file, MALL, OnBadRow.STOP);
    }

    @Test
    void refusesBrokenUtf16() {
        assertRefused(
                CustomerFiles.file(folder, new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'}),
                ": found broken UTF-16, expected UTF-8 text; save the file as UTF-8.");
    }

    @Test
    void refusesABinaryFile() {
        assertRefused(
                CustomerFiles.file(folder, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0}),
                ": found a picture, expected a table of text, such as CSV; "
                        + "take the table out of it as CSV and read that.");
    }

    @Test
    void saysThatAnExcelWorkbookIsNoCsvFile() {
        assertRefused(
                CustomerFiles.file(folder, new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0}),
                ": found a zip archive or Excel workbook that is damaged or empty, expected a whole one; "
                        + "fetch or save it again.");
    }

    @Test
    void refusesAFileTooLargeForMemory() throws IOException {
        Path file = folder.resolve("large.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((1L << 29) + 1);
        }

        assertRefused(file, ": found more than 512 MB, expected a smaller file; read a part of it.");
    }

    private static void assertRefused(Path file, String rest) {
        for (OnBadRow policy : OnBadRow.values()) {
            assertThatThrownBy(() -> CustomerCsvReader.read(file, MALL, policy))
                    .isInstanceOf(DataException.class)
                    .hasMessage(file + rest);
        }
    }
}
