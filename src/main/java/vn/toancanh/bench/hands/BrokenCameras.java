package vn.toancanh.bench.hands;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.toancanh.base.Clock;
import vn.toancanh.simulator.Fault;

/**
 * Which cameras are broken and how, one fault over another too, and what may be shown of each meanwhile. Broken on MAIN; any thread may
 * ask.
 */
final class BrokenCameras {
    /** What a fault spoilt, or held up, comes to the screen for so long after it was healed: key frames are two seconds apart. */
    static final Duration AFTERMATH = Duration.ofSeconds(5);

    /** Breaks and heals cameras, by their numbers. */
    interface Hammer {
        void hit(int camera, Fault fault);

        void heal(int camera);
    }

    private record Hit(long since, long healNanos, Fault fault) {}

    private record Past(long until, Allowance allowed) {}

    private final Hammer hammer;
    private final Clock clock;
    private final Diary diary;
    private final Map<Integer, Hit> broken = new HashMap<>();
    private final Map<Integer, List<Past>> past = new HashMap<>();
    private final Map<Integer, Duration> late = new HashMap<>();
    private int thrown;

    BrokenCameras(Hammer hammer, Clock clock, Diary diary) {
        this.hammer = hammer;
        this.clock = clock;
        this.diary = diary;
    }

    /** Breaks a camera for that long, in place of what is wrong with it now. */
    synchronized void hit(int camera, Fault fault, Duration lasts) {
        long now = clock.nanos();
        forgive(camera, now);
        broken.put(camera, new Hit(now, now + lasts.toNanos(), fault));
        thrown++;
        diary.note(now, camera, "camera " + camera + " " + fault.word());
        hammer.hit(camera, fault);
    }

    /** Heals those whose time is over. */
    synchronized void step() {
        long now = clock.nanos();
        List<Integer> over = broken.entrySet().stream()
                .filter(each -> now - each.getValue().healNanos >= 0)
                .map(Map.Entry::getKey)
                .toList();
        over.forEach(this::heal);
    }

    /** Heals all. */
    synchronized void healAll() {
        List.copyOf(broken.keySet()).forEach(this::heal);
    }

    private void heal(int camera) {
        forgive(camera, clock.nanos());
        broken.remove(camera);
        diary.note(clock.nanos(), camera, "camera " + camera + " whole");
        hammer.heal(camera);
    }

    /** What was wrong up to now is excused for a while. */
    private void forgive(int camera, long now) {
        Hit before = broken.get(camera);
        if (before != null) {
            List<Past> all = past.computeIfAbsent(camera, any -> new ArrayList<>());
            all.removeIf(each -> now - each.until > 0);
            long comes = now + late.getOrDefault(camera, Duration.ZERO).toNanos();
            all.add(new Past(comes + AFTERMATH.toNanos(), Allowance.of(before.fault, before.since)));
        }
    }

    /**
     * What a camera sends comes late by that at most from now on, zero: at once. That excuses nothing, but what it has sent in a fault is
     * on the screen for longer.
     */
    synchronized void late(int camera, Duration by) {
        if (by.isZero()) {
            late.remove(camera);
        } else {
            late.put(camera, by);
        }
    }

    /** What may be shown of a camera now. */
    synchronized Allowance allowed(int camera, long nanos) {
        Hit now = broken.get(camera);
        Allowance allowed = now == null ? Allowance.WHOLE : Allowance.of(now.fault, now.since);
        for (Past each : past.getOrDefault(camera, List.of())) {
            if (each.until - nanos > 0) {
                allowed = allowed.after(each.allowed);
            }
        }
        return allowed;
    }

    /** Numbers of those that are broken now, in their order. */
    synchronized List<Integer> now() {
        return List.copyOf(new TreeSet<>(broken.keySet()));
    }

    /** True while what a camera sends comes late. */
    synchronized boolean isLate(int camera) {
        return late.containsKey(camera);
    }

    /** Numbers of those that are broken now, or whose pictures come late, in their order. */
    synchronized List<Integer> hurt() {
        TreeSet<Integer> hurt = new TreeSet<>(broken.keySet());
        hurt.addAll(late.keySet());
        return List.copyOf(hurt);
    }

    /** How many faults there were. */
    synchronized int thrown() {
        return thrown;
    }
}
