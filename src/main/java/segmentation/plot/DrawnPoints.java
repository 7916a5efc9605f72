package segmentation.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.plot.drawing.Axis;
import segmentation.text.NumberText;

/**
 * Which customers of a scatter are drawn, and where. All up to {@value #ALL_UP_TO}, above that every so manieth of each
 * segment, as more would only lie on each other; those far out are left out as {@link DrawnRange} says; and where both
 * columns are few whole numbers, each customer is moved a little off them, always by the same, so that all can be seen.
 * Means and figures are those of all customers where they are. Immutable.
 */
public final class DrawnPoints {
    private static final int ALL_UP_TO = 20_000;

    /** The plastic number's inverse and its square: steps of a sequence that fills a square evenly. */
    private static final double STEP_ACROSS = 0.7548776662466927;

    private static final double STEP_UP = 0.5698402909980532;

    private final DrawnRange across;
    private final DrawnRange up;
    private final boolean spread;
    private final int step;
    private final int beyond;
    private final List<double[]> xs;
    private final List<double[]> ys;

    private DrawnPoints(DrawnRange across, double[] xs, DrawnRange up, double[] ys, int[] labels) {
        this.across = across;
        this.up = up;
        this.spread = across.coarse() && up.coarse() && xs.length > 1;
        this.step = (xs.length + ALL_UP_TO - 1) / ALL_UP_TO;
        this.beyond = beyond(xs, ys);
        this.xs = new ArrayList<>();
        this.ys = new ArrayList<>();
        for (int[] rows : rows(xs, ys, labels)) {
            this.xs.add(IntStream.of(rows)
                    .mapToDouble(i -> moved(xs[i], i, STEP_ACROSS))
                    .toArray());
            this.ys.add(IntStream.of(rows)
                    .mapToDouble(i -> moved(ys[i], i, STEP_UP))
                    .toArray());
        }
    }

    /** Looks at the customers; labels are 1 and up, or 0 for those of no segment. */
    static DrawnPoints of(double[] xs, double[] ys, int[] labels) {
        return of(DrawnRange.of(xs), xs, DrawnRange.of(ys), ys, labels);
    }

    /** Looks at the customers, of whose columns the ranges are known. */
    static DrawnPoints of(DrawnRange across, double[] xs, DrawnRange up, double[] ys, int[] labels) {
        return new DrawnPoints(across, xs, up, ys, labels);
    }

    private int beyond(double[] xs, double[] ys) {
        if (across.beyond() == 0 && up.beyond() == 0) {
            return 0;
        }
        int beyond = 0;
        for (int i = 0; i < xs.length; i++) {
            beyond += isShown(xs[i], ys[i]) ? 0 : 1;
        }
        return beyond;
    }

    private boolean isShown(double x, double y) {
        return across.shows(x) && up.shows(y);
    }

    /** Returns the rows of each label that are drawn, those of none first: every so manieth member, where it is shown. */
    private List<int[]> rows(double[] xs, double[] ys, int[] labels) {
        int k = IntStream.of(labels).max().orElse(0);
        int[] members = new int[k + 1];
        int[] drawn = new int[k + 1];
        int[][] rows = new int[k + 1][labels.length / step + 1];
        for (int i = 0; i < labels.length; i++) {
            int label = labels[i];
            if (members[label]++ % step == 0 && isShown(xs[i], ys[i])) {
                rows[label][drawn[label]++] = i;
            }
        }
        return IntStream.rangeClosed(0, k)
                .mapToObj(label -> Arrays.copyOf(rows[label], drawn[label]))
                .toList();
    }

    private double moved(double value, int row, double stride) {
        double place = (row + 1) * stride;
        return spread ? value + 2 * DrawnRange.SPREAD * (place - Math.floor(place) - 0.5) : value;
    }

    /** Returns the places across of the customers of a segment that are drawn, or of those of none, 0. */
    public double[] xs(int label) {
        return xs.get(label).clone();
    }

    /** Returns the places up of the same customers. */
    public double[] ys(int label) {
        return ys.get(label).clone();
    }

    /** Returns an axis across that holds all that are drawn. */
    public Axis acrossAxis(String label) {
        return across.axis(label, spread);
    }

    /** Returns an axis up that holds all that are drawn. */
    public Axis upAxis(String label) {
        return up.axis(label, spread);
    }

    /** Returns what a reader should know, clauses with a semicolon before each; empty where all lie where they are. */
    public String note() {
        return (step == 1 ? "" : "; one in %s is drawn".formatted(NumberText.count(step)))
                + DrawnRange.note(beyond)
                + (spread ? "; points are spread around whole numbers" : "");
    }
}
