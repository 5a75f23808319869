package vn.toancanh.desk;

/**
 * What the program takes of this machine's processors over the last second, 100 being all cores.
 *
 * @param decodePercent all decoder workers together
 * @param screenPercent the process of the windows
 */
public record LoadReading(double decodePercent, double screenPercent) {
    public static final LoadReading UNKNOWN = new LoadReading(0, 0);
}
