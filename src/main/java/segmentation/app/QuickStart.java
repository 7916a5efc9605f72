package segmentation.app;

import java.util.List;
import segmentation.kernel.KernelRehearsal;

/**
 * Does once, with nobody looking, what people do first: a kernel that starts and segments customers in a notebook, and the
 * program that writes a report. A build runs it so that Java keeps what it loaded and learned for the starts to come.
 */
public final class QuickStart {
    /** Notebooks fit and look; the program below computes the rest. */
    private static final List<String> CELLS = List.of(
            "1 + 1",
            """
            import segmentation.analysis.*;
            import segmentation.data.customers.*;
            import segmentation.evaluation.*;
            import segmentation.features.*;
            import segmentation.model.*;
            import segmentation.plot.*;
            import segmentation.profile.*;
            CustomerTable customers = DatasetStore.ofProject().load("mall-customers");
            FeatureMatrix matrix = FeatureMatrix.of(customers, "Annual Income (k$)", "Spending Score (1-100)");
            KMeansModel model = KMeans.fit(matrix, 5);
            model.wcss()""",
            "int[] labels = model.labels();\nSegmentScatter.of(matrix, labels, 0, 1)",
            "display(HistogramPlot.of(matrix));\ncustomers");

    private static final int FEW_STARTS = 5;
    private static final int FEW_SEGMENTS = 4;

    private QuickStart() {}

    /**
     * Runs the kernel and the program.
     *
     * @param arguments a customer file, and a folder for what the program writes
     */
    public static void main(String[] arguments) {
        List<String> statuses = KernelRehearsal.run(CELLS);
        int code = statuses.stream().allMatch("ok"::equals) ? Command.DONE : Command.FINDING;
        System.exit(Math.max(code, program(arguments[0], arguments[1])));
    }

    private static int program(String file, String folder) {
        return Command.run(
                SegmentCommand.create(),
                "fit",
                file,
                "--k-max",
                String.valueOf(FEW_SEGMENTS),
                "--restarts",
                String.valueOf(FEW_STARTS),
                "--out",
                folder);
    }
}
