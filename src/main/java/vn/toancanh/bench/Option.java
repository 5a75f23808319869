package vn.toancanh.bench;

/**
 * A number that may be given on the command line.
 *
 * @param name with its dashes
 * @param usual where it is not given
 * @param least the smallest that may be given; the usual one may be smaller
 */
public record Option(String name, double usual, double least, double most, boolean whole) {
    /** A whole number from {@code least} to {@code most}. */
    public static Option whole(String name, long usual, long least, long most) {
        return new Option(name, usual, least, most, true);
    }

    /** A number from {@code least} to {@code most}, fractions allowed. */
    public static Option of(String name, double usual, double least, double most) {
        return new Option(name, usual, least, most, false);
    }

    /** @throws NumberFormatException where the word is no such number */
    double read(String word) {
        double value = whole ? Long.parseLong(word) : Double.parseDouble(word);
        if (!(value >= least && value <= most)) {
            throw new NumberFormatException(word);
        }
        return value;
    }

    /** The option and its usual value, as a usage shows it; with a blank before. */
    public String usage() {
        return " [" + name + (usual < least ? "" : "=" + (whole ? String.valueOf((long) usual) : String.valueOf(usual)))
                + "]";
    }
}
