package segmentation.spark;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/**
 * A slice of a part of text, which begins and ends where lines do: behind the first line feed from each of its ends on.
 *
 * @param part which of the parts, counted from 0
 * @param address of the part
 * @param from first byte, before it is moved to the start of a line
 * @param to behind the last byte, before it is moved
 * @param size of the part in bytes, as it is stored
 */
record TextSlice(int part, String address, long from, long to, long size) implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int CHUNK = 1 << 13;

    /** Says whether the slice begins where its part does. */
    boolean isFirst() {
        return from == 0;
    }

    /** Starts to read the slice, unpacked where its name says that it is packed. */
    Counted open(Configuration configuration) throws IOException {
        Path path = new Path(address);
        FileSystem system = path.getFileSystem(configuration);
        CompressionCodec codec = new CompressionCodecFactory(configuration).getCodec(path);
        if (codec != null) {
            return new Counted(codec.createInputStream(system.open(path)), Long.MAX_VALUE);
        }
        FSDataInputStream in = system.open(path);
        long begin = lineFrom(in, from);
        long end = lineFrom(in, to);
        in.seek(begin);
        return new Counted(in, end - begin);
    }

    /** Returns where the first line starts that does so at a place or behind it. */
    private long lineFrom(FSDataInputStream in, long place) throws IOException {
        if (place == 0 || place >= size) {
            return Math.min(place, size);
        }
        byte[] chunk = new byte[CHUNK];
        long at = place - 1;
        in.seek(at);
        for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
            for (int i = 0; i < read; i++) {
                if (chunk[i] == '\n') {
                    return at + i + 1;
                }
            }
            at += read;
        }
        return size;
    }

    /** Bytes up to an end, whose lines are counted. */
    static final class Counted extends FilterInputStream {
        private long left;
        private int lines;
        private byte last;

        Counted(InputStream in, long size) {
            super(in);
            this.left = size;
        }

        /** Returns how many lines have ended so far. */
        int lines() {
            return lines;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = left == 0 ? -1 : super.read(target, from, (int) Math.min(left, length));
            left -= Math.max(0, read);
            for (int i = from; i < from + read; i++) {
                lines += target[i] == '\r' || target[i] == '\n' && last != '\r' ? 1 : 0;
                last = target[i];
            }
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = 0;
            while (skipped < count && read() >= 0) {
                skipped++;
            }
            return skipped;
        }
    }
}
