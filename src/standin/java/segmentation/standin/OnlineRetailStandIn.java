package segmentation.standin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A synthetic file of about 50,000 invoice lines with the header and the habits of the published Online Retail file: 374
 * days, orders of several lines, cancellations under an invoice number with C, lines without a customer.
 *
 * <p>No line of it is taken from the published file, and nothing was fitted to it. Customers buy at a pace of their own
 * and leave after a time that nobody sees, as in the model of Schmittlein, Morrison and Colombo (Counting your customers,
 * Management Science 33, 1987): paces and basket sizes are spread log-normally, times to leaving exponentially. Autumn is
 * busier, and one customer in twenty-five is a trader who buys by the dozen. So there are no groups in it, but a cloud of
 * habits: what recency and frequency divide is drawn by whoever divides it.
 */
public final class OnlineRetailStandIn {
    private static final long SEED = 23;
    private static final String HEADER = "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID";
    private static final String LINE_END = "\r\n";

    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 12, 1);
    private static final int DAYS = 374;
    private static final int FIRST_INVOICE = 536_365;
    private static final int FIRST_CUSTOMER = 12_346;
    private static final int CUSTOMERS = 1_300;
    private static final int ARTICLES = 600;
    private static final double KNOWN_BEFORE = 0.35;
    private static final double MEAN_LIFE = 260;
    private static final double MEDIAN_GAP = 62;
    private static final double BUSIEST = 1.7;
    private static final double CANCELLED = 0.05;
    private static final double WITHOUT_CUSTOMER = 0.05;
    private static final double TRADERS = 0.04;

    private final SplittableRandom random;
    private final int[] cents = new int[ARTICLES];
    private final List<Order> orders = new ArrayList<>();

    private OnlineRetailStandIn(long seed) {
        random = new SplittableRandom(seed);
    }

    /** An order or a cancellation: its day, its customer or nothing, and its lines of article and quantity. */
    private record Order(int day, String customer, boolean cancelled, List<int[]> lines) {}

    /** Returns the file as it is bundled, byte for byte if written in UTF-8. */
    public static String csv() {
        return csv(SEED);
    }

    /** Returns a file as one seed draws it; equal seeds draw equal files on every machine. */
    static String csv(long seed) {
        OnlineRetailStandIn file = new OnlineRetailStandIn(seed);
        for (int article = 0; article < ARTICLES; article++) {
            file.cents[article] = (int) Math.max(19, Math.round(file.lognormal(210, 0.85)));
        }
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            file.addCustomer(Integer.toString(FIRST_CUSTOMER + customer));
        }
        file.orders.sort(Comparator.comparingInt(Order::day));
        return file.written();
    }

    private void addCustomer(String name) {
        double gap = lognormal(MEDIAN_GAP, 0.8);
        double lines = lognormal(6, 0.6);
        double pieces = lognormal(3, 0.5) * (random.nextDouble() < TRADERS ? 12 : 1);
        boolean known = random.nextDouble() < KNOWN_BEFORE;
        double joined = known ? 0 : random.nextDouble() * DAYS;
        double left = joined + exponential(MEAN_LIFE);
        if (!known) {
            addOrder((int) joined, name, lines, pieces);
        }
        for (double day = joined + exponential(gap / BUSIEST);
                day < Math.min(left, DAYS);
                day += exponential(gap / BUSIEST)) {
            if (random.nextDouble() * BUSIEST < season((int) day)) {
                addOrder((int) day, name, lines, pieces);
            }
        }
    }

    private void addOrder(int day, String customer, double usualLines, double usualPieces) {
        int count = 1 + (int) lognormal(usualLines, 0.5);
        List<int[]> lines = new ArrayList<>();
        for (int line = 0; line < count; line++) {
            // The square makes some articles sell much better than others.
            int article = (int) (ARTICLES * random.nextDouble() * random.nextDouble());
            lines.add(new int[] {article, 1 + (int) lognormal(usualPieces, 0.6)});
        }
        String known = random.nextDouble() < WITHOUT_CUSTOMER ? "" : customer;
        orders.add(new Order(day, known, false, lines));
        int back = day + 1 + random.nextInt(14);
        if (random.nextDouble() < CANCELLED && back < DAYS) {
            int[] line = lines.get(random.nextInt(lines.size()));
            orders.add(new Order(back, known, true, List.of(new int[] {line[0], -line[1]})));
        }
    }

    /** Returns how busy a day is beside a usual one: more from September to the middle of December. */
    private static double season(int day) {
        int month = FIRST_DAY.plusDays(day).getMonthValue();
        return month == 11 ? BUSIEST : month >= 9 ? 1.4 : month <= 2 ? 0.8 : 1;
    }

    private String written() {
        StringBuilder text = new StringBuilder(HEADER).append(LINE_END);
        int invoice = FIRST_INVOICE;
        for (Order order : orders) {
            String number = (order.cancelled() ? "C" : "") + invoice++;
            LocalDate day = FIRST_DAY.plusDays(order.day());
            for (int[] line : order.lines()) {
                int price = cents[line[0]];
                text.append(String.format(
                                Locale.ROOT,
                                "%s,%d,%d,%s,%d.%02d,%s",
                                number,
                                20_000 + 3 * line[0],
                                line[1],
                                day,
                                price / 100,
                                price % 100,
                                order.customer()))
                        .append(LINE_END);
            }
        }
        return text.toString();
    }

    private double exponential(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    private double lognormal(double median, double deviation) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return median * StrictMath.exp(deviation * radius * StrictMath.cos(2 * Math.PI * random.nextDouble()));
    }
}
