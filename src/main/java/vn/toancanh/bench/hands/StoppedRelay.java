package vn.toancanh.bench.hands;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import vn.toancanh.base.Clock;

/** The relay stands still for a while, and goes on; meanwhile a decoder worker may fall. Stepped on MAIN. */
final class StoppedRelay {
    /** Sends signals to processes. */
    interface Signals {
        /** Sends one by its name, such as {@code STOP}. */
        void send(String name, long pid) throws IOException, InterruptedException;
    }

    private final Signals signals;
    private final Diary diary;
    private final Clock clock;
    private OptionalLong relay = OptionalLong.empty();
    private long goesOn;
    private OptionalLong blowAt = OptionalLong.empty();
    private boolean fells;

    StoppedRelay(Signals signals, Diary diary, Clock clock) {
        this.signals = signals;
        this.diary = diary;
        this.clock = clock;
    }

    /** Stops the relay of that process for so long. */
    void stop(long pid, Duration lasts) throws IOException, InterruptedException {
        signals.send("STOP", pid);
        relay = OptionalLong.of(pid);
        goesOn = clock.nanos() + lasts.toNanos();
        diary.note(clock.nanos(), Diary.WALL, "relay stopped");
    }

    /** The same, and a worker is to fall so long after. */
    void stopAndFell(long pid, Duration lasts, Duration until) throws IOException, InterruptedException {
        stop(pid, lasts);
        fells = true;
        blowAt = OptionalLong.of(clock.nanos() + until.toNanos());
    }

    /** Has it go on where its time is over. */
    void step() throws IOException, InterruptedException {
        if (clock.nanos() - goesOn >= 0) {
            goOn();
        }
    }

    /** Has it go on. */
    void goOn() throws IOException, InterruptedException {
        if (relay.isPresent()) {
            signals.send("CONT", relay.getAsLong());
            diary.note(clock.nanos(), Diary.WALL, "relay goes on");
        }
        relay = OptionalLong.empty();
        blowAt = OptionalLong.empty();
        fells = false;
    }

    /** True once: when the worker is to fall. */
    boolean blow() {
        boolean now = blowAt.isPresent() && clock.nanos() - blowAt.getAsLong() >= 0;
        blowAt = now ? OptionalLong.empty() : blowAt;
        return now;
    }

    /** True while the relay stands still. */
    boolean now() {
        return relay.isPresent();
    }

    /** True while it does, and a worker falls or has fallen meanwhile. */
    boolean fells() {
        return fells;
    }
}
