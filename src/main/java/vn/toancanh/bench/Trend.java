package vn.toancanh.bench;

/** A straight line through measured values, by least squares. */
final class Trend {
    private int count;
    private double sumX;
    private double sumY;
    private double sumXX;
    private double sumXY;
    private double firstX = Double.NaN;
    private double lastX = Double.NaN;

    /** @param hours not falling from call to call */
    void add(double hours, double value) {
        if (count == 0) {
            firstX = hours;
        }
        lastX = hours;
        // Counted from the first, so that squares of large numbers do not swallow the differences.
        double x = hours - firstX;
        count++;
        sumX += x;
        sumY += value;
        sumXX += x * x;
        sumXY += x * value;
    }

    int count() {
        return count;
    }

    /** Units an hour; 0 where there are not two values at different times. */
    double slopePerHour() {
        double spread = count * sumXX - sumX * sumX;
        return spread <= 0 ? 0 : (count * sumXY - sumX * sumY) / spread;
    }

    /** How much the line rises from the first value to the last, units. */
    double growth() {
        return count < 2 ? 0 : slopePerHour() * (lastX - firstX);
    }
}
