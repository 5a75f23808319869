package vn.toancanh.ptz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;
import vn.toancanh.ptz.HeadService.Asking;

/**
 * All heads at this desk. What is asked of them is done on the PTZ lane, which waits for no picture; how they stand is read and told on
 * DESK. While a hand moves a head, DESK must show a sign of life ({@link #beat}): where that is late, nobody can be sure that the hand
 * is still there, and the head stops.
 */
public final class Steering implements Handle {
    /** So late a sign of life of DESK stops what a hand moves. */
    public static final Duration LATE = Duration.ofMillis(250);

    /** How often DESK is to show one, and is looked after. */
    public static final Duration BEAT = Duration.ofMillis(50);

    private final HeadService service;
    private final Lane ptz;
    private final Lane desk;
    private final Clock clock;
    private final Handle news;

    /** On the PTZ lane. */
    private final Map<CameraId, HeadDriver> drivers = new HashMap<>();

    private final List<HeadDriver> gone = new ArrayList<>();
    private final Map<CameraId, Integer> watched = new HashMap<>();
    private Handle looking = Handle.NONE;
    private long commands;

    /** On DESK. */
    private final Map<CameraId, HeadReading> readings = new HashMap<>();

    private final Map<Object, Consumer<CameraId>> listeners = new LinkedHashMap<>();

    private volatile long beatNanos;

    /** @param ptz a lane of its own, on which nothing else waits */
    public Steering(HeadService service, Lane ptz, Lane desk, Clock clock) {
        this.service = service;
        this.ptz = ptz;
        this.desk = desk;
        this.clock = clock;
        this.beatNanos = clock.nanos();
        this.news = service.onNews(new HeadService.News() {
            @Override
            public void changed(CameraId camera) {
                ptz.execute(() -> {
                    if (watched.containsKey(camera) || drivers.containsKey(camera)) {
                        look(camera);
                    }
                });
            }

            @Override
            public void afresh() {
                ptz.execute(() -> List.copyOf(drivers.keySet()).forEach(Steering.this::look));
            }
        });
    }

    /** Whether the server that is signed in at has heads steered. */
    public boolean offered() {
        return service.offered();
    }

    /** Whether that server has heads turn to places of their pictures. */
    public boolean looks() {
        return service.looks();
    }

    /** DESK lives. DESK. */
    public void beat() {
        beatNanos = clock.nanos();
    }

    /** A hand takes hold of a head; nothing moves yet. */
    public Grip grip(CameraId camera) {
        return grip(camera, 0);
    }

    /**
     * A hand takes hold of a head by a picture that may be turned; nothing moves yet.
     *
     * @param quarters by which the picture is turned to the right, 0 to 3: the hand's right and up are those that are seen
     */
    public Grip grip(CameraId camera, int quarters) {
        return new Grip((grip, speed) -> at(camera, driver -> {
            driver.move(grip, speed.seenTurned(quarters));
            lookAfter();
        }));
    }

    /** Has a head go somewhere, where it ends by itself. */
    public void go(CameraId camera, HeadOrder order) {
        at(camera, driver -> driver.go(order));
    }

    /** Has a head stand, whatever it does. */
    public void stop(CameraId camera) {
        at(camera, HeadDriver::stop);
    }

    /** Has stand whatever hands move; each must press anew. */
    public void letGo() {
        ptz.execute(() -> drivers.values().forEach(HeadDriver::letGo));
    }

    /** Holds a head for an hour, or until it is given back. */
    public void reserve(CameraId camera) {
        at(camera, driver -> driver.take(new Asking(HeldLease.RESERVED, false, "")));
    }

    /**
     * Takes a head from whoever holds it.
     *
     * @param reason for the record; empty where none is given
     */
    public void takeOver(CameraId camera, String reason) {
        at(camera, driver -> driver.take(new Asking(HeldLease.BY_HAND, true, reason)));
    }

    /**
     * Takes a head where this desk does not hold it, for as long as a hand would.
     *
     * @param answer done once it does, else why it does not; on DESK
     */
    public void hold(CameraId camera, Consumer<Outcome<Boolean>> answer) {
        at(
                camera,
                driver -> driver.hold(refused -> desk.execute(() -> answer.accept(
                        refused.<Outcome<Boolean>>map(Outcome::failed).orElseGet(() -> Outcome.done(true))))));
    }

    /** Whom to ask for the places that heads know. */
    public PlaceService places() {
        return service.places();
    }

    /** Whom to ask for what heads have besides their axes. */
    public EquipmentService equipment() {
        return service.equipment();
    }

    /**
     * Tells a head something that moves nothing, beside whatever goes on.
     *
     * @param answer on DESK
     */
    public void tell(CameraId camera, HeadOrder.Aside order, Consumer<Outcome<Boolean>> answer) {
        at(camera, driver -> driver.tell(order, outcome -> desk.execute(() -> answer.accept(outcome))));
    }

    /** Gives a head back. */
    public void release(CameraId camera) {
        at(camera, HeadDriver::release);
    }

    /** Follows who holds a head until the handle is closed. */
    public Handle watch(CameraId camera) {
        ptz.execute(() -> {
            watched.merge(camera, 1, Integer::sum);
            look(camera);
        });
        return () -> ptz.execute(() -> watched.computeIfPresent(camera, (any, count) -> count > 1 ? count - 1 : null));
    }

    /** Another person sits here, or nobody: hands are let go, and nothing is known of any head. */
    public void forget() {
        ptz.execute(() -> {
            drivers.values().forEach(HeadDriver::letGo);
            gone.removeIf(HeadDriver::rests);
            gone.addAll(drivers.values());
            drivers.clear();
            desk.execute(() -> {
                List<CameraId> known = List.copyOf(readings.keySet());
                readings.clear();
                known.forEach(this::tell);
            });
        });
    }

    /** How it stands with a head. DESK. */
    public HeadReading reading(CameraId camera) {
        desk.assertHere();
        return readings.getOrDefault(camera, HeadReading.NONE);
    }

    /** Tells of every head with which it stands otherwise, until the handle is closed. DESK. */
    public Handle onChange(Consumer<CameraId> listener) {
        desk.assertHere();
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    /**
     * Tells whether no head of this desk moves, as far as is known, and nothing is on its way to one.
     *
     * @param answer called on the PTZ lane
     */
    public void rests(Consumer<Boolean> answer) {
        ptz.execute(() -> answer.accept(drivers.values().stream().allMatch(HeadDriver::rests)
                && gone.stream().allMatch(HeadDriver::rests)));
    }

    private void at(CameraId camera, Consumer<HeadDriver> work) {
        ptz.execute(() -> work.accept(driver(camera)));
    }

    private HeadDriver driver(CameraId camera) {
        return drivers.computeIfAbsent(camera, any -> {
            HeadDriver[] self = new HeadDriver[1];
            HeadDriver made =
                    new HeadDriver(camera, service, ptz, clock, () -> ++commands, () -> publish(camera, self[0]));
            self[0] = made;
            return made;
        });
    }

    private void publish(CameraId camera, HeadDriver from) {
        if (from.equals(drivers.get(camera))) {
            HeadReading now = from.reading();
            desk.execute(() -> {
                if (!now.equals(readings.put(camera, now))) {
                    tell(camera);
                }
            });
        }
    }

    private void tell(CameraId camera) {
        List.copyOf(listeners.values()).forEach(listener -> listener.accept(camera));
    }

    private void look(CameraId camera) {
        HeadDriver driver = driver(camera);
        int asked = driver.leases();
        service.standing(
                camera,
                outcome -> ptz.execute(() -> outcome.settle(now -> driver.stands(asked, now), failure -> {
                    // What was known of it stays; what is not known is asked when it is told.
                })));
    }

    private void lookAfter() {
        looking.close();
        looking = Handle.NONE;
        if (drivers.values().stream().noneMatch(HeadDriver::isMovedByHand)) {
            return;
        }
        if (clock.nanos() - beatNanos > LATE.toNanos()) {
            drivers.values().stream().filter(HeadDriver::isMovedByHand).forEach(HeadDriver::letGo);
        } else {
            looking = ptz.after(BEAT, this::lookAfter);
        }
    }

    /** Has stand whatever hands move. The lanes are their owners'. */
    @Override
    public void close() {
        news.close();
        letGo();
    }
}
