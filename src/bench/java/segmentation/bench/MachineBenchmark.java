package segmentation.bench;

import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * What the machine can do at most, by one thread and by all cores: {@code read}, in GB/s from main memory, and
 * {@code fma}, in thousand millions of multiply-adds of doubles a second from registers.
 */
public final class MachineBenchmark {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int TRIALS = 8;
    private static final int VALUES = 1 << 24;
    private static final int STEPS = 20_000_000;
    private static final int CHAINS = 10;

    private static volatile double used;

    private MachineBenchmark() {}

    /** Measures both. */
    public static void main(String... none) {
        int cores = Runtime.getRuntime().availableProcessors();
        double[][] values = new double[cores][VALUES];
        for (int threads : new int[] {1, cores}) {
            String of = threads == 1 ? "one" : "all";
            Meter.print("read_" + of, best(threads, thread -> sum(values[thread]), VALUES * 8.0));
            Meter.print("fma_" + of, best(threads, thread -> multiplyAdds(), (double) STEPS * CHAINS * LANES));
        }
    }

    /** Returns thousand millions of units a second of all threads together, the best of some trials. */
    private static double best(int threads, IntToDoubleFunction work, double units) {
        double least = Double.POSITIVE_INFINITY;
        for (int trial = 0; trial < TRIALS; trial++) {
            least = Math.min(
                    least,
                    seconds(() -> IntStream.range(0, threads)
                            .parallel()
                            .mapToDouble(work)
                            .sum()));
        }
        return threads * units / least / 1e9;
    }

    private static double seconds(DoubleSupplier work) {
        long start = System.nanoTime();
        used = work.getAsDouble();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double sum(double[] values) {
        DoubleVector a = DoubleVector.zero(SPECIES);
        DoubleVector b = a;
        DoubleVector c = a;
        DoubleVector d = a;
        for (int i = 0; i < values.length; i += 4 * LANES) {
            a = a.add(DoubleVector.fromArray(SPECIES, values, i));
            b = b.add(DoubleVector.fromArray(SPECIES, values, i + LANES));
            c = c.add(DoubleVector.fromArray(SPECIES, values, i + 2 * LANES));
            d = d.add(DoubleVector.fromArray(SPECIES, values, i + 3 * LANES));
        }
        return a.add(b).add(c.add(d)).lane(0);
    }

    /** So many chains that none waits for its last result. */
    private static double multiplyAdds() {
        DoubleVector x = DoubleVector.broadcast(SPECIES, 1 + used * 1e-300);
        DoubleVector a = DoubleVector.zero(SPECIES);
        DoubleVector b = a;
        DoubleVector c = a;
        DoubleVector d = a;
        DoubleVector e = a;
        DoubleVector f = a;
        DoubleVector g = a;
        DoubleVector h = a;
        DoubleVector i = a;
        DoubleVector j = a;
        for (int step = 0; step < STEPS; step++) {
            a = x.fma(x, a);
            b = x.fma(x, b);
            c = x.fma(x, c);
            d = x.fma(x, d);
            e = x.fma(x, e);
            f = x.fma(x, f);
            g = x.fma(x, g);
            h = x.fma(x, h);
            i = x.fma(x, i);
            j = x.fma(x, j);
        }
        return a.add(b).add(c.add(d)).add(e.add(f)).add(g.add(h)).add(i.add(j)).lane(0);
    }
}
