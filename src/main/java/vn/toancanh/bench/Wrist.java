package vn.toancanh.bench;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import vn.toancanh.base.Clock;
import vn.toancanh.simulator.head.HeardRequest;
import vn.toancanh.simulator.head.SimulatedHead;

/**
 * Deflects the stick of a running client and lets it go, and looks when the head hears of it. What is measured begins before the word to
 * the client is written, so that the pipe to it counts too, and ends when the head has the request whole. On MAIN.
 */
final class Wrist {
    private static final long PATIENCE_MS = 2000;
    private static final int STALL_MS = 1000;

    /** So long after the stall has begun the hand lets go at most: a desk that hangs for a quarter of a second is let go of anyway. */
    private static final int SOON_MS = 120;

    private final Clock clock;
    private final MeasuredClient client;
    private final SimulatedHead head;
    private final Random random;
    private final Percentiles toWire = new Percentiles();
    private final Percentiles toZero = new Percentiles();
    private final Percentiles toStop = new Percentiles();
    private final Percentiles stalledToStop = new Percentiles();
    private int unheard;

    Wrist(Clock clock, MeasuredClient client, SimulatedHead head, Random random) {
        this.clock = clock;
        this.client = client;
        this.head = head;
        this.random = random;
    }

    /** Moves once without being measured: what is opened for a first movement is open then. Gives how long that took, milliseconds. */
    double first() throws IOException, InterruptedException {
        long told = hold(50);
        long came = heard(told, one -> one.isMove()).orElseThrow(() -> new IOException("the head hears nothing"));
        pause(300);
        long letGo = hold(0);
        heard(letGo, one -> one.operation().equals("Stop")).orElseThrow(() -> new IOException("no stop is heard"));
        pause(1000);
        return (came - told) / 1e6;
    }

    /**
     * Deflects, turns on, and lets go.
     *
     * @param stalled the thread that paints stands still for a second when the hand lets go
     */
    void turn(boolean stalled) throws IOException, InterruptedException {
        int side = random.nextBoolean() ? 1 : -1;
        measure(side * (40 + random.nextInt(20)), HeardRequest::isMove);
        pause(100 + random.nextInt(300));
        double before = head.moves().getLast().pan();
        measure(side * (80 + random.nextInt(20)), one -> one.isMove() && one.pan() != before);
        pause(100 + random.nextInt(300));
        if (stalled) {
            client.ask("stall " + STALL_MS);
            pause(20 + random.nextInt(SOON_MS - 20));
        }
        long letGo = hold(0);
        OptionalLong zero = heard(letGo, HeardRequest::isStop);
        OptionalLong stop = heard(letGo, one -> one.operation().equals("Stop"));
        if (zero.isEmpty() || stop.isEmpty()) {
            unheard++;
        } else {
            toZero.add((zero.getAsLong() - letGo) / 1e6);
            (stalled ? stalledToStop : toStop).add((stop.getAsLong() - letGo) / 1e6);
        }
        pause(stalled ? STALL_MS + 200 : 100 + random.nextInt(200));
    }

    private void measure(int share, Predicate<HeardRequest> wanted) throws IOException, InterruptedException {
        long told = hold(share);
        OptionalLong came = heard(told, wanted);
        if (came.isPresent()) {
            toWire.add((came.getAsLong() - told) / 1e6);
        } else {
            unheard++;
        }
    }

    /** Holds the stick there from now on, hundredths to the right; gives when that was. */
    private long hold(int share) throws IOException {
        long now = clock.nanos();
        client.ask("stick " + share + " 0");
        return now;
    }

    /** When the head had the first such request since then; empty where it never did. */
    private OptionalLong heard(long since, Predicate<HeardRequest> wanted) throws InterruptedException {
        long until = clock.nanos() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (clock.nanos() - until < 0) {
            OptionalLong came = head.moves().stream()
                    .filter(one -> one.comeNanos() - since >= 0 && wanted.test(one))
                    .mapToLong(HeardRequest::comeNanos)
                    .findFirst();
            if (came.isPresent()) {
                return came;
            }
            pause(2);
        }
        return OptionalLong.empty();
    }

    private static void pause(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    /** From the stick to the request that moves the head, milliseconds. */
    Percentiles toWire() {
        return toWire;
    }

    /** From letting go to the speed zero, with which the head comes to stand. */
    Percentiles toZero() {
        return toZero;
    }

    /** From letting go to the stop that follows it. */
    Percentiles toStop() {
        return toStop;
    }

    /** The same while the thread that paints stands still. */
    Percentiles stalledToStop() {
        return stalledToStop;
    }

    /** What the head never heard of. */
    int unheard() {
        return unheard;
    }
}
