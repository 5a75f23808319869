package vn.toancanh.bench.hands;

import java.time.Duration;
import java.util.Optional;
import vn.toancanh.bench.ClientStatus;
import vn.toancanh.bench.TileRecord;
import vn.toancanh.simulator.strip.Mark;

/**
 * Whether what one tile says of itself is true of its pixels, whatever is done with the tile meanwhile. It lies where it counts as live
 * over another camera's picture, over one that stands still or is old for longer than that is allowed, or over one that it has told to
 * stand before. Times are {@code Clock.nanos()} and must not go back. One thread.
 */
final class TileTruth {
    /** What a lie is about. */
    enum Kind {
        /** Another camera's picture. */
        OTHER_CAMERA,
        /** A picture that was taken too long ago. */
        OLD,
        /** One that stands still for too long. */
        STANDS,
        /** One that it said to stand, that stands still as it did, and that it no more says to. */
        STANDS_AGAIN
    }

    /** The tile is painted with the next beat of the wall, and looks are a tenth of a second apart. */
    static final Duration TAKING_UP = Duration.ofMillis(500);

    /** Looks at which the screen has changed since a tile says something, until what it says must be on the screen: words and picture come with one painting. */
    static final int PAINTS = 3;

    /** Whoever did not look for so long has not seen what was shown meanwhile. */
    static final Duration BLIND_AFTER = Duration.ofSeconds(1);

    /** One that stands for so long, and says that it does, is said to. */
    private static final long TOLD_AFTER = Duration.ofSeconds(9).toNanos();

    /** Seeing takes its time: what may stand for ten seconds is seen to for a little longer. */
    private static final long SLACK = Duration.ofMillis(500).toNanos();

    private int camera = -1;
    private String state = "";
    private Optional<Mark> mark = Optional.empty();
    private long lookedAt;
    private long saidAt;
    private long paintsBefore;
    private long changedAt;
    private long foreignSince;
    private long oldSince;
    /** The hanging of its camera that it has told, by when that began; 0: none. */
    private long told;

    private Optional<Kind> lie = Optional.empty();
    private long lyingSince;

    /** Takes a look; gives what it lies about then. */
    Optional<Kind> look(Look look) {
        boolean blind = look.nanos() - lookedAt > BLIND_AFTER.toNanos();
        if (blind || camera != look.camera()) {
            says(look);
            changedAt = look.nanos();
            foreignSince = 0;
            oldSince = 0;
            told = camera == look.camera() ? told : 0;
            mark = Optional.empty();
        } else if (!meaning(state).equals(meaning(look.state()))) {
            says(look);
        }
        camera = look.camera();
        state = look.state();
        lookedAt = look.nanos();
        see(look);
        Optional<Kind> now = judge(look);
        lyingSince = now.isEmpty() || lie.isPresent() ? lyingSince : look.nanos();
        lie = now;
        return now;
    }

    private void says(Look look) {
        saidAt = look.nanos();
        paintsBefore = look.paints();
    }

    /** For how long it has lied, milliseconds; 0 where it does not. */
    long lyingMillis() {
        return lie.isEmpty() ? 0 : (lookedAt - lyingSince) / 1_000_000;
    }

    private void see(Look look) {
        boolean foreign = look.mark().filter(seen -> seen.camera() != camera).isPresent();
        foreignSince = !foreign ? 0 : foreignSince == 0 ? look.nanos() : foreignSince;
        boolean other = look.mark().isPresent() && !look.mark().equals(mark);
        // Of what cannot be read it is only known that it is another; while it is not live the tile itself writes
        // there.
        boolean unread = look.mark().isEmpty() && look.moved() && counts(state);
        if (other || unread) {
            changedAt = look.nanos();
        }
        mark = look.mark().isPresent() ? look.mark() : mark;
        boolean old = look.mark().isPresent()
                && !foreign
                && look.allowed().tellsAge()
                && look.nanos() - look.takenNanos() > patience(look.allowed());
        oldSince = !old ? 0 : oldSince == 0 ? look.nanos() : oldSince;
        // What it said of a picture that stood there before this one came is not said of this one.
        long still = look.allowed().stillSince();
        if (still != 0 && !counts(state) && look.nanos() - Math.max(changedAt, still) >= TOLD_AFTER) {
            told = still;
        }
    }

    private Optional<Kind> judge(Look look) {
        long now = look.nanos();
        boolean takesUp = now - saidAt <= TAKING_UP.toNanos() || look.paints() - paintsBefore < PAINTS;
        if (!counts(state) || takesUp) {
            return Optional.empty();
        }
        if (foreignSince != 0 && now - foreignSince > TAKING_UP.toNanos()) {
            return Optional.of(Kind.OTHER_CAMERA);
        }
        if (oldSince != 0 && !state.equals("LATE") && now - oldSince > TAKING_UP.toNanos()) {
            return Optional.of(Kind.OLD);
        }
        long patience = patience(look.allowed());
        if (now - changedAt > patience + (look.allowed().stillSince() != 0 ? SLACK : 0)) {
            return Optional.of(Kind.STANDS);
        }
        boolean stood = now - changedAt > TAKING_UP.toNanos();
        return told != 0 && told == look.allowed().stillSince() && stood
                ? Optional.of(Kind.STANDS_AGAIN)
                : Optional.empty();
    }

    /** How long a picture may stand under what the tile says, nanoseconds. */
    private long patience(Allowance allowed) {
        return TileRecord.patience(state, allowed.standsNanos());
    }

    private static boolean counts(String state) {
        return TileRecord.patience(state, 0) < Long.MAX_VALUE;
    }

    /** What matters of a word: whether it counts as live, and whether it says that pictures are late. */
    private static String meaning(String state) {
        return counts(state) && !state.equals("LATE") ? ClientStatus.LIVE : state;
    }
}
