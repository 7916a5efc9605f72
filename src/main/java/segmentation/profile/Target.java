package segmentation.profile;

/**
 * One segment as somebody to address.
 *
 * @param segment its label, 1..k
 * @param name what it is called
 * @param customers its members
 * @param value mean value of a member
 * @param from where the addressed band begins: the members' first quartile; NaN where none is known
 * @param to where the band ends, both ends in it: the members' third quartile; NaN where none is known
 * @param reached members in the band
 * @param addressed customers of any segment in the band
 */
public record Target(
        int segment, String name, int customers, double value, double from, double to, int reached, int addressed) {

    /** Returns the share of the addressed customers who belong to the segment, in [0, 1]; 0 where nobody is addressed. */
    public double hitRate() {
        return addressed == 0 ? 0 : (double) reached / addressed;
    }

    /** Returns size × value × hit rate, at least 0. */
    public double weight() {
        return customers * value * hitRate();
    }
}
