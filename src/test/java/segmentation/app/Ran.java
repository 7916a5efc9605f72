package segmentation.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;

/** A run of {@code environment/segment} within this process: its exit code, standard output and standard error. */
record Ran(int code, String out, String err) {
    static Ran segment(String... arguments) {
        return of(SegmentCommand.create(), arguments);
    }

    static Ran of(Callable<Integer> command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Command.run(command, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Ran(code, out.toString(), err.toString());
    }

    /** Returns standard output with each run of blanks and line ends as one blank, so that wrapped cells can be looked for. */
    String oneLine() {
        return out.replaceAll("\\s+", " ");
    }
}
