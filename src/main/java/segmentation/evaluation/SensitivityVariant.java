package segmentation.evaluation;

/**
 * What one other way of working leaves of a segmentation.
 *
 * @param name what was done otherwise, such as {@code min-max scaling}
 * @param customers how many were in both, and so compared
 * @param k the number of segments found
 * @param adjustedRand the agreement with the chosen segmentation, at most 1
 */
public record SensitivityVariant(String name, int customers, int k, double adjustedRand) {

    /** Returns the band of the agreement. */
    public AgreementBand band() {
        return AgreementBand.of(adjustedRand);
    }

    /** Tells whether the segmentation survives: agreement that is good or better, so above .80. */
    public boolean survives() {
        return band().compareTo(AgreementBand.GOOD) <= 0;
    }
}
