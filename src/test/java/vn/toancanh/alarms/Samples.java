package vn.toancanh.alarms;

import java.time.Instant;
import java.util.List;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.GeoPoint;
import vn.toancanh.model.SiteId;

/** Alarms for tests. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

    private Samples() {}

    public static Alarm alarm(String id, int priority, AlarmStep step, long version) {
        return new Alarm(
                new AlarmId(id),
                "lineCrossed",
                priority,
                step,
                List.of(new CameraId("c-" + id)),
                new SiteId("hoan-kiem"),
                new GeoPoint(21.0245, 105.8562),
                "Người vào khu vực cấm",
                "Xem camera bên cạnh\nGọi tổ tuần tra",
                false,
                NOON,
                "",
                version);
    }

    public static Alarm fresh(String id, int priority) {
        return alarm(id, priority, AlarmStep.NEW, 1);
    }
}
