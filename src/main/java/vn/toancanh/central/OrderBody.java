package vn.toancanh.central;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.toancanh.ptz.HeadOrder;
import vn.toancanh.ptz.HeadSpeed;

/** An order to a head, in the contract's words. */
final class OrderBody {
    private static final String KIND = "kind";

    private OrderBody() {}

    static Map<String, Object> of(String lockId, long seq, HeadOrder order, Duration deadman) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("lockId", lockId);
        body.put("seq", seq);
        switch (order) {
            case HeadOrder.Move(HeadSpeed speed) -> {
                if (speed.isFocus()) {
                    body.put(KIND, "focus");
                    body.put("focus", speed.focus());
                } else {
                    body.put(KIND, "continuous");
                    body.put("pan", speed.pan());
                    body.put("tilt", speed.tilt());
                    body.put("zoom", speed.zoom());
                }
                body.put("deadmanMs", deadman.toMillis());
            }
            case HeadOrder.Stop stop -> body.put(KIND, "stop");
            case HeadOrder.Home home -> body.put(KIND, "home");
            case HeadOrder.Preset(String id) -> {
                body.put(KIND, "gotoPreset");
                body.put("presetId", id);
            }
            case HeadOrder.Look(double x, double y, double share) -> {
                body.put(KIND, "look");
                body.put("pan", x);
                body.put("tilt", y);
                body.put("share", share);
            }
            case HeadOrder.AutoFocus(boolean on) -> {
                body.put(KIND, "autoFocus");
                body.put("on", on);
            }
            case HeadOrder.Iris(double opening) -> {
                body.put(KIND, "iris");
                body.put("iris", opening);
            }
            case HeadOrder.AutoIris(boolean on) -> {
                body.put(KIND, "autoIris");
                body.put("on", on);
            }
            case HeadOrder.Auxiliary(String aux) -> {
                body.put(KIND, "aux");
                body.put("aux", aux);
            }
        }
        return body;
    }
}
