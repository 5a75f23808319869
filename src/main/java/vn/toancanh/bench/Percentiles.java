package vn.toancanh.bench;

import java.util.Arrays;
import java.util.function.DoubleConsumer;

/** Figures collected during a run; grows as needed, capped at ten million. Not thread-safe. */
public final class Percentiles {
    private static final int CAP = 10_000_000;

    private double[] values = new double[1024];
    private int count;

    public void add(double value) {
        if (count == CAP) {
            return;
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, Math.min(CAP, count * 2));
        }
        values[count++] = value;
    }

    int count() {
        return count;
    }

    void forEach(DoubleConsumer taker) {
        for (int i = 0; i < count; i++) {
            taker.accept(values[i]);
        }
    }

    /** The value below which the share {@code p} of 0 to 1 lies (nearest rank); not a number where nothing was added. */
    public double at(double p) {
        if (count == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(p * count) - 1;
        return sorted[Math.clamp(rank, 0, count - 1)];
    }
}
