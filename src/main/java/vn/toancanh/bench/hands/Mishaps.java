package vn.toancanh.bench.hands;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import vn.toancanh.base.Clock;
import vn.toancanh.bench.Blow;
import vn.toancanh.bench.ClientStatus;
import vn.toancanh.bench.FaultTerms;
import vn.toancanh.simulator.Fault;

/**
 * What goes wrong while hands are at a wall, at random moments: cameras, now and then one over what is wrong already, all of them at once,
 * the relay that stands still, decoder workers that are killed or stopped, both at once, and paths that are late. Stepped on MAIN.
 */
final class Mishaps {
    /** Of so many tiles one may be broken at a time. */
    private static final int TILES_A_FAULT = 6;

    private static final int LONGEST_GAP_MS = 2500;
    private static final int SHORTEST_MS = 1500;
    private static final int LONGEST_MS = 12_000;
    /** What stands still is said to after nine seconds, and hands are to come to it then. */
    private static final int LONGEST_STILL_MS = 25_000;

    private static final int SHORTEST_ALL_MS = 2500;
    private static final int LONGEST_ALL_MS = 9000;
    /** From one mishap of the whole wall to the next. */
    private static final int ALL_EVERY_MS = 30_000;
    /** A stream that is struck too often is kept dark. */
    private static final int BLOW_EVERY_MS = 40_000;

    private static final int SHORTEST_BOTH_MS = 6000;
    private static final int LONGEST_BOTH_MS = 9000;
    /** From when the relay stands still to when a worker falls. */
    private static final int SOONEST_BLOW_MS = 700;

    private static final int LATEST_BLOW_MS = 1500;

    private static final List<Fault> OF_ALL =
            List.of(Fault.SILENCE, Fault.SILENCE, Fault.SILENCE, Fault.OFFLINE, Fault.DROP, Fault.UNDECODABLE);
    private static final List<Blow.Signal> SIGNALS = List.of(Blow.Signal.values());
    /** A worker that is stopped is felled only seconds after, when the relay goes on. */
    private static final List<Blow.Signal> FELL = List.of(Blow.Signal.SEGV, Blow.Signal.KILL);

    private final CamerasOfRun cameras;
    private final BrokenCameras broken;
    private final LatePaths paths;
    private final StoppedRelay stopped;
    private final StoppedRelay.Signals signals;
    private final Diary diary;
    private final Clock clock;
    private final Random random;
    private final List<Fault> faults = new ArrayList<>(FaultTerms.THROWN);
    private long nextFault;
    private long nextOfAll;
    private long nextBlow;
    private long allUntil;
    private int ofAll;
    private int blows;
    private int both;

    Mishaps(
            CamerasOfRun cameras,
            BrokenCameras broken,
            LatePaths paths,
            StoppedRelay.Signals signals,
            Diary diary,
            Clock clock,
            Random random) {
        this.cameras = cameras;
        this.broken = broken;
        this.paths = paths;
        this.stopped = new StoppedRelay(signals, diary, clock);
        this.signals = signals;
        this.diary = diary;
        this.clock = clock;
        this.random = random;
        faults.add(Fault.NOISY_NIGHT);
        long now = clock.nanos();
        nextOfAll = now + millis(ALL_EVERY_MS / 2, ALL_EVERY_MS);
        nextBlow = now + millis(BLOW_EVERY_MS / 2, BLOW_EVERY_MS);
    }

    private long millis(int least, int most) {
        return random.nextInt(least, most) * 1_000_000L;
    }

    /**
     * Does what it is time for.
     *
     * @param relay the process of the relay, where there is one
     */
    void step(ClientStatus seen, OptionalLong relay) throws IOException, InterruptedException {
        broken.step();
        paths.step();
        stopped.step();
        if (stopped.blow()) {
            strike(seen, FELL);
        }
        long now = clock.nanos();
        if (now - nextOfAll >= 0 && !stopped.now()) {
            all(now, relay);
            nextOfAll = now + millis(ALL_EVERY_MS, 2 * ALL_EVERY_MS);
        }
        if (now - nextBlow >= 0 && !ofAllNow()) {
            blow(seen, relay);
            nextBlow = now + millis(BLOW_EVERY_MS, 2 * BLOW_EVERY_MS);
        }
        if (now - nextFault >= 0) {
            one();
            nextFault = now + millis(0, LONGEST_GAP_MS);
        }
    }

    private void blow(ClientStatus seen, OptionalLong relay) throws IOException, InterruptedException {
        // By turns, so that a short run has both.
        boolean alone = relay.isEmpty() || (blows & 1) == 1;
        if (alone) {
            strike(seen, SIGNALS);
            return;
        }
        both++;
        Duration lasts = Duration.ofNanos(millis(SHORTEST_BOTH_MS, LONGEST_BOTH_MS));
        allUntil = clock.nanos() + lasts.toNanos();
        Duration until = Duration.ofNanos(millis(SOONEST_BLOW_MS, LATEST_BLOW_MS));
        stopped.stopAndFell(relay.getAsLong(), lasts, until);
    }

    /** True while the wall as a whole goes without pictures. */
    boolean ofAllNow() {
        return clock.nanos() - allUntil < 0;
    }

    /** True while the relay stands still and a worker falls, or has fallen, meanwhile. */
    boolean fellsNow() {
        return stopped.fells();
    }

    private void one() {
        List<Integer> now = broken.now();
        int most = Math.max(1, cameras.tiles() / TILES_A_FAULT);
        if (now.size() > most) {
            return;
        }
        // One over another, or a camera whose main stream hands ask for, or any.
        List<Integer> from = switch (random.nextInt(4)) {
            case 0 -> now.isEmpty() ? cameras.large() : now;
            case 1 -> cameras.large();
            default -> cameras.all();
        };
        Fault fault = faults.get(random.nextInt(faults.size()));
        boolean still = Allowance.of(fault, 1).stillSince() != 0;
        Duration lasts = Duration.ofNanos(millis(SHORTEST_MS, still ? LONGEST_STILL_MS : LONGEST_MS));
        int camera = from.get(random.nextInt(from.size()));
        // What is opened anew over a late path takes half a minute to, and comes to nothing where that is broken, too.
        if (!broken.isLate(camera) || random.nextInt(4) == 0) {
            broken.hit(camera, fault, lasts);
        }
    }

    private void all(long now, OptionalLong relay) throws IOException, InterruptedException {
        Duration lasts = Duration.ofNanos(millis(SHORTEST_ALL_MS, LONGEST_ALL_MS));
        ofAll++;
        allUntil = now + lasts.toNanos();
        if (relay.isPresent() && random.nextInt(3) == 0) {
            stopped.stop(relay.getAsLong(), lasts);
            return;
        }
        Fault fault = OF_ALL.get(random.nextInt(OF_ALL.size()));
        diary.note(now, Diary.WALL, "all cameras " + fault.word());
        cameras.all().forEach(camera -> broken.hit(camera, fault, lasts));
    }

    private void strike(ClientStatus seen, List<Blow.Signal> from) throws IOException, InterruptedException {
        List<Long> busy = seen.workers().stream()
                .filter(worker -> worker.streams() > 0)
                .map(ClientStatus.Worker::pid)
                .toList();
        if (busy.isEmpty()) {
            return;
        }
        Blow.Signal signal = from.get(random.nextInt(from.size()));
        long worker = busy.get(random.nextInt(busy.size()));
        signals.send(signal.name(), worker);
        blows++;
        diary.note(clock.nanos(), Diary.WALL, "worker " + worker + " " + signal);
    }

    /** Makes all whole again. */
    void end() throws IOException, InterruptedException {
        stopped.goOn();
        paths.end();
        broken.healAll();
    }

    /** How often all cameras were struck at once, or what brings their streams. */
    int ofAll() {
        return ofAll;
    }

    /** How many decoder workers were struck. */
    int blows() {
        return blows;
    }

    /** How often the relay stood still and a worker fell meanwhile. */
    int both() {
        return both;
    }
}
