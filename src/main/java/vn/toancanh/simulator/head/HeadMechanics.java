package vn.toancanh.simulator.head;

import org.jspecify.annotations.Nullable;

/** Motors with limits: a speed goes on until its time is over, a place is gone to at full speed. One thread at a time. */
final class HeadMechanics {
    /** At full speed: the range of pan is 2, so that it takes eight seconds from one end to the other. */
    static final double PAN_PER_S = 0.25;

    static final double TILT_PER_S = 0.25;
    static final double ZOOM_PER_S = 0.2;

    private static final double NANOS = 1e9;

    private double pan;
    private double tilt;
    private double zoom;
    private double panSpeed;
    private double tiltSpeed;
    private double zoomSpeed;
    private @Nullable HeadPosition target;
    private boolean ends;
    private long endNanos;
    private long lastNanos;

    HeadMechanics(long nowNanos) {
        lastNanos = nowNanos;
    }

    /**
     * Moves at a speed.
     *
     * @param lastsNanos negative: until it is stopped
     */
    void move(double panAt, double tiltAt, double zoomAt, long lastsNanos, long nowNanos) {
        advance(nowNanos);
        target = null;
        panSpeed = panAt * PAN_PER_S;
        tiltSpeed = tiltAt * TILT_PER_S;
        zoomSpeed = zoomAt * ZOOM_PER_S;
        ends = lastsNanos >= 0;
        endNanos = nowNanos + lastsNanos;
    }

    void stop(long nowNanos) {
        move(0, 0, 0, -1, nowNanos);
    }

    void go(HeadPosition place, long nowNanos) {
        stop(nowNanos);
        target = new HeadPosition(clamped(place.pan(), -1), clamped(place.tilt(), -1), clamped(place.zoom(), 0));
    }

    HeadPosition position(long nowNanos) {
        advance(nowNanos);
        return new HeadPosition(pan, tilt, zoom);
    }

    boolean isMoving(long nowNanos) {
        advance(nowNanos);
        return target != null || panSpeed != 0 || tiltSpeed != 0 || zoomSpeed != 0;
    }

    private void advance(long nowNanos) {
        @Nullable HeadPosition to = target;
        boolean over = to == null && ends && nowNanos - endNanos >= 0;
        double seconds = Math.max(0, (over ? endNanos : nowNanos) - lastNanos) / NANOS;
        lastNanos = nowNanos;
        if (to == null) {
            pan = clamped(pan + panSpeed * seconds, -1);
            tilt = clamped(tilt + tiltSpeed * seconds, -1);
            zoom = clamped(zoom + zoomSpeed * seconds, 0);
            if (over) {
                panSpeed = 0;
                tiltSpeed = 0;
                zoomSpeed = 0;
            }
            return;
        }
        pan = towards(pan, to.pan(), PAN_PER_S * seconds);
        tilt = towards(tilt, to.tilt(), TILT_PER_S * seconds);
        zoom = towards(zoom, to.zoom(), ZOOM_PER_S * seconds);
        if (new HeadPosition(pan, tilt, zoom).equals(to)) {
            target = null;
        }
    }

    private static double towards(double from, double to, double by) {
        return Math.abs(to - from) <= by ? to : from + Math.copySign(by, to - from);
    }

    private static double clamped(double value, double least) {
        return Math.max(least, Math.min(1, value));
    }
}
