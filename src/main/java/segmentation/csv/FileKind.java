package segmentation.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import segmentation.io.DataException;
import segmentation.io.SourceName;

/** What a file is by its first bytes, whatever its name says. */
enum FileKind {
    TEXT("", "", ""),
    /** Unpacked before; what is one still was packed twice. */
    GZIP("a gzip archive within another archive", "\\x1F\\x8B.*", "unpack it first"),
    /** Read as a workbook: other zip archives are unpacked before. */
    ZIP("", "PK(\\x03\\x04|\\x05\\x06).*", ""),
    OLD_WORKBOOK(
            "an Excel workbook of the old kind (.xls)",
            "\\xD0\\xCF\\x11\\xE0.*",
            "save it as .xlsx or CSV and read that"),
    PARQUET(
            "a Parquet file",
            "PAR1.*",
            "write it as CSV, such as with COPY of DuckDB or to_csv of pandas, and read that"),
    LFS_POINTER(
            "a Git LFS pointer, not the file itself",
            "version https://git-lfs\\.github\\.com/spec/.*",
            "get the file with git lfs pull, or download it by itself"),
    ANNEX_POINTER(
            "a git-annex pointer, not the file itself",
            "(\\.\\./)*\\.?/?(git/)?annex/objects/.*",
            "get the file with git annex get"),
    HTML(
            "an HTML page, such as one that says that a download failed",
            "\\s*(<!--.*?-->\\s*)*<(!doctype html|html|head|body|table|div|p>|h1).*",
            "open it in a browser, and download the table itself"),
    XML("XML", "\\s*<(\\?xml|[a-z][a-z0-9:_-]*[\\s>/]).*", "write it as CSV and read that"),
    PDF("a PDF document", "%PDF-.*", "take the table out of it as CSV and read that"),
    ARFF(
            "an ARFF file of Weka",
            "(\\s|%[^\\n]*\\n)*@relation\\s.*",
            "save it as CSV, such as with Weka's CSVSaver, and read that"),
    RTF("a document of a word processor", "\\{\\\\rtf.*", "save the table as CSV and read that"),
    JSON(
            "JSON",
            "\\s*(\\[\\s*(\\{|\\[|\"|-?\\d|$|\\])|\\{\\s*(\"|\\}|$)).*",
            "write it as CSV, a row each customer, and read that"),
    SQLITE("an SQLite database", "SQLite format 3\\x00.*", "write the table as CSV and read that"),
    DUCKDB("a DuckDB database", ".{8}DUCK.*", "write the table as CSV with COPY and read that"),
    BZIP2("a bzip2 archive", "BZh[1-9].*", "unpack it first"),
    XZ("an xz archive", "\\xFD7zXZ\\x00.*", "unpack it first"),
    SEVEN_ZIP("a 7z archive", "7z\\xBC\\xAF\\x27\\x1C.*", "unpack it first"),
    ZSTANDARD("a Zstandard archive", "\\x28\\xB5\\x2F\\xFD.*", "unpack it first"),
    TAR("a tar archive", ".{257}ustar.*", "unpack it and name the table"),
    RAR("a RAR archive", "Rar!\\x1A.*", "unpack it first"),
    ARROW("an Arrow or Feather file", "(ARROW1|FEA1).*", "write it as CSV and read that"),
    AVRO("an Avro file", "Obj\\x01.*", "write it as CSV and read that"),
    HDF5("an HDF5 file", "\\x89HDF.*", "write it as CSV and read that"),
    SPSS("an SPSS file", "\\$FL[23].*", "write it as CSV and read that"),
    STATA("a Stata file", "<stata_dta>.*", "write it as CSV and read that"),
    PICTURE("a picture", "(\\x89PNG|\\xFF\\xD8\\xFF|GIF8).*", "take the table out of it as CSV and read that");

    private static final int LOOKED_AT = 1024;

    private final String words;
    private final Pattern start;
    private final String advice;

    FileKind(String words, String start, String advice) {
        this.words = words;
        this.start = Pattern.compile(start, Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
        this.advice = advice;
    }

    /** Tells what begins with these bytes: text where nothing else does. */
    static FileKind of(byte[] head) {
        byte[] seen = Arrays.copyOf(head, Math.min(head.length, LOOKED_AT));
        String text = new String(seen, StandardCharsets.ISO_8859_1).replaceFirst("^\u00EF\u00BB\u00BF", "");
        return Arrays.stream(values())
                .filter(kind -> kind != TEXT && kind.start.matcher(text).matches())
                // A header may stand in brackets; a table in JSON never has a delimiter before its first quote or
                // brace.
                .filter(kind -> kind != XML || text.toLowerCase(Locale.ROOT).contains("</") || text.contains("<?xml"))
                .findFirst()
                .orElse(TEXT);
    }

    /** Returns the fault of a file that is of this kind and so no table of text. */
    DataException fault(SourceName source) {
        return DataException.inFile(source, words, "a table of text, such as CSV", advice);
    }
}
