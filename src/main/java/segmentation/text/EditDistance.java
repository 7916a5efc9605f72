package segmentation.text;

/** How many letters must be put in, taken out or replaced to make one word of another (Levenshtein 1966). */
public final class EditDistance {
    private static final int LONGEST = 100;

    private EditDistance() {}

    /** Returns the distance of the first hundred characters of two words. */
    public static int between(String one, String other) {
        String first = one.substring(0, Math.min(one.length(), LONGEST));
        String second = other.substring(0, Math.min(other.length(), LONGEST));
        int[] row = new int[second.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= first.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[second.length()];
    }
}
