package segmentation.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import segmentation.io.DataException;
import segmentation.text.Excerpt;

/** The files of an input, in order of their names, wherever they lie: one, or the parts of a folder. */
final class Parts {
    private static final String FIRST_COLUMNS = "the columns of the first part, %s";
    private static final String MAKE_ALIKE = "make all parts alike";

    private final Configuration configuration;
    private final List<FileStatus> files;

    private Parts(Configuration configuration, List<FileStatus> files) {
        this.configuration = configuration;
        this.files = files;
    }

    /** Lists the parts; hidden files and those that say how a writer fared are none. */
    static Parts of(String input, Configuration configuration) {
        String shown = Faults.shown(input);
        try {
            Path path = new Path(input);
            FileSystem system = path.getFileSystem(configuration);
            FileStatus[] found = system.globStatus(path);
            if (found == null || found.length == 0) {
                throw DataException.inFile(shown, "no such file or folder", "customers", "check the address");
            }
            List<FileStatus> files = new ArrayList<>();
            for (FileStatus status : found) {
                collect(system, status, files);
            }
            files.sort(Comparator.comparing(file -> file.getPath().toString()));
            if (files.isEmpty()) {
                throw DataException.inFile(shown, "an empty folder", "files of customers", "check the address");
            }
            return new Parts(configuration, List.copyOf(files));
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(input, e);
        }
    }

    private static void collect(FileSystem system, FileStatus status, List<FileStatus> files) throws IOException {
        String name = status.getPath().getName();
        if (name.startsWith("_") || name.startsWith(".")) {
            return;
        }
        if (status.isFile()) {
            if (status.getLen() > 0) {
                files.add(status);
            }
            return;
        }
        for (FileStatus below : system.listStatus(status.getPath())) {
            collect(system, below, files);
        }
    }

    private static DataException unreadable(String input, Exception e) {
        String said =
                Faults.shown(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        return DataException.inFile(
                Faults.shown(input),
                "nothing that can be read (%s)".formatted(said),
                "a file or folder",
                "check the address");
    }

    /** Returns the addresses, in order. */
    List<String> addresses() {
        return files.stream().map(file -> file.getPath().toString()).toList();
    }

    /** Says whether the parts are Parquet rather than text. */
    boolean areParquet() {
        FileStatus first = files.get(0);
        if (first.getPath().getName().toLowerCase(Locale.ROOT).endsWith(".parquet")) {
            return true;
        }
        byte[] mark = new byte[4];
        try (InputStream in = first.getPath().getFileSystem(configuration).open(first.getPath())) {
            return in.readNBytes(mark, 0, mark.length) == mark.length
                    && Arrays.equals(mark, new byte[] {'P', 'A', 'R', '1'});
        } catch (IOException e) {
            throw unreadable(first.getPath().toString(), e);
        }
    }

    /** Cuts the parts into slices of so many bytes at most, but for packed ones; in order. */
    List<TextSlice> slices(long most) {
        CompressionCodecFactory codecs = new CompressionCodecFactory(configuration);
        List<TextSlice> slices = new ArrayList<>();
        for (int part = 0; part < files.size(); part++) {
            Path path = files.get(part).getPath();
            long size = files.get(part).getLen();
            long step = codecs.getCodec(path) == null ? most : size;
            for (long from = 0; from < size; from += step) {
                slices.add(new TextSlice(part, path.toString(), from, Math.min(size, from + step), size));
            }
        }
        return slices;
    }

    /** Returns the number of bytes as they are stored. */
    long bytes() {
        return files.stream().mapToLong(FileStatus::getLen).sum();
    }

    /**
     * Copies the first part, unpacked, up to so many bytes and then to the end of a line.
     *
     * @return whether that is all of it
     */
    boolean copyFirst(java.nio.file.Path target, int most) {
        try (InputStream in = unpacked(files.get(0).getPath())) {
            byte[] head = in.readNBytes(most);
            boolean whole = head.length < most || in.read() < 0;
            int end = head.length;
            while (!whole && end > 0 && head[end - 1] != '\n') {
                end--;
            }
            Files.write(target, Arrays.copyOf(head, end == 0 ? head.length : end));
            return whole;
        } catch (IOException e) {
            throw unreadable(files.get(0).getPath().toString(), e);
        }
    }

    private InputStream unpacked(Path path) throws IOException {
        InputStream in = path.getFileSystem(configuration).open(path);
        CompressionCodec codec = new CompressionCodecFactory(configuration).getCodec(path);
        return codec == null ? in : codec.createInputStream(in);
    }

    /** Refuses a part of text whose first line is not the header. */
    void checkHeaders(List<String> header, char delimiter, Charset charset) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setTrailingData(true)
                .get();
        for (FileStatus file : files) {
            String part = file.getPath().toString();
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(unpacked(file.getPath()), charset));
                    CSVParser parser = format.parse(reader)) {
                List<String> first = first(parser);
                if (!first.equals(header)) {
                    List<String> lacking = header.stream()
                            .filter(name -> !first.contains(name))
                            .toList();
                    String found = lacking.isEmpty()
                            ? "other columns or another order: " + String.join(", ", first)
                            : "no column " + Excerpt.quoted(lacking.get(0)) + " in its first line";
                    throw DataException.inFile(
                            Faults.shown(part), found, FIRST_COLUMNS.formatted(String.join(", ", header)), MAKE_ALIKE);
                }
            } catch (IOException | UncheckedIOException e) {
                throw unreadable(part, e);
            }
        }
    }

    private static List<String> first(CSVParser parser) {
        for (CSVRecord row : parser) {
            List<String> cells = new ArrayList<>(row.toList());
            cells.set(0, cells.get(0).replaceFirst("^\uFEFF", ""));
            return cells;
        }
        return List.of();
    }

    /** Refuses a part of Parquet that lacks a column of the first, or has it with another type. */
    void checkSchemas() {
        MessageType known = schema(files.get(0));
        for (FileStatus file : files) {
            MessageType own = schema(file);
            for (Type column : known.getFields()) {
                String name = column.getName();
                String found = !own.containsField(name)
                        ? "no column " + Excerpt.quoted(name)
                        : own.getType(name).equals(column)
                                ? ""
                                : "the column %s as %s".formatted(Excerpt.quoted(name), type(own.getType(name)));
                if (!found.isEmpty()) {
                    throw DataException.inFile(
                            Faults.shown(file.getPath().toString()),
                            found,
                            "%s as in the first part".formatted(type(column)),
                            MAKE_ALIKE);
                }
            }
        }
    }

    private static String type(Type type) {
        return type.toString().replace(type.getName(), "").strip();
    }

    private MessageType schema(FileStatus file) {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromStatus(file, configuration))) {
            return reader.getFileMetaData().getSchema();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            String said = String.valueOf(e.getMessage())
                    .lines()
                    .findFirst()
                    .orElse("")
                    .replaceFirst("[.;]$", "");
            throw DataException.inFile(
                    Faults.shown(file.getPath().toString()),
                    "no Parquet that can be read (%s)".formatted(said),
                    "a whole file",
                    "write this part again");
        }
    }
}
