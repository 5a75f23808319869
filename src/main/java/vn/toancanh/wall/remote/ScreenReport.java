package vn.toancanh.wall.remote;

import java.util.List;
import vn.toancanh.model.Layout;

/**
 * What a screen says of itself.
 *
 * @param clientId the display's own name for itself, the same after a restart
 * @param results what came of orders that it has not been heard to answer yet
 */
public record ScreenReport(String clientId, Layout shows, ScreenHealth health, List<Result> results) {
    /**
     * What came of an order.
     *
     * @param detail why not, as one of the words of {@link Refusal}; empty where it was done
     */
    public record Result(String orderId, boolean done, String detail) {}

    public ScreenReport {
        results = List.copyOf(results);
    }
}
