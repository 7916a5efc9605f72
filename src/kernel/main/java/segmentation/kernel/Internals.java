package segmentation.kernel;

import java.util.regex.Pattern;

/** What JShell and this kernel put around a person's code, and nobody should see. */
final class Internals {
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]");

    private Internals() {}

    /** Returns text without the names of the classes that JShell wraps around snippets. */
    static String hide(String text) {
        return WRAPPER.matcher(text).replaceAll("");
    }

    /** Tells whether a call is in the code of a cell. */
    static boolean isCell(StackTraceElement call) {
        return call.getClassName().startsWith("REPL.");
    }

    /** Tells whether a call is one of this kernel's own. */
    static boolean isKernel(StackTraceElement call) {
        return call.getClassName().startsWith(Internals.class.getPackageName() + ".");
    }
}
