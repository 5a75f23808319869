package vn.toancanh.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What one tile said of itself and what its pixels showed meanwhile. From that: when it left LIVE and came back, moments
 * at which it lied, by standing pixels or by old ones, and alarms without a cause. Times are {@code Clock.nanos()} and must not
 * go back. Any thread.
 */
public final class TileRecord {
    /** Pixels may stand still so long under a tile that says LIVE. */
    public static final Duration LIE_AFTER = Duration.ofSeconds(3);

    /** A picture that is older when it comes to the screen is late. */
    static final Duration LATE_AFTER = Duration.ofSeconds(1);

    /** A tile that counts as live though it does not say LIVE: it becomes FROZEN after three seconds, and that takes a moment. */
    private static final long SLACK = Duration.ofSeconds(1).toNanos();

    /** One that says it shows less: key frames alone, which may be five seconds apart, and half of that late. */
    private static final long OF_KEY_FRAMES = Duration.ofSeconds(8).toNanos();

    /** So long pictures may come to the screen older than they may stand there before a tile that says nothing of it lies. */
    private static final long AGE_SLACK = Duration.ofSeconds(1).toNanos();

    /** A tile that has just become live again has its first picture painted only at the next beat of the wall. */
    private static final Duration TAKING_UP = Duration.ofMillis(500);

    private static final int DIARY = 12;

    private record Change(long nanos, String state) {}

    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Integer> alarms = new TreeMap<>();
    private boolean whole = true;
    private long lieAfterNanos = LIE_AFTER.toNanos();
    private long movedAt;
    private boolean lastWasOld;
    private long oldSince;
    private long lateAt;
    private int lies;
    private long lyingNanos;
    private long lyingSince;
    private long heardAt;
    private boolean lying;
    private long heardNanos;
    private long liveNanos;

    /**
     * The number in the tile's pixels was seen to change last at that time; told again and again. One old picture by itself
     * is no proof of a delay, since a scene that is made to hang shows one of any number; how long it hangs is judged by time.
     *
     * @param ageNanos how old the picture was then by that number
     */
    synchronized void moved(long nanos, long ageNanos) {
        if (nanos > movedAt) {
            boolean old = ageNanos > lieAfterNanos;
            oldSince = !old || !lastWasOld ? 0 : oldSince == 0 ? nanos : oldSince;
            lastWasOld = old;
            lateAt = lateAt == 0 && ageNanos > LATE_AFTER.toNanos() ? nanos : lateAt;
        }
        movedAt = Math.max(movedAt, nanos);
    }

    /**
     * Its picture was seen to change last at that time to one whose number cannot be read: spoilt for all to see, and new, unless
     * the tile itself drew over it, which it does while it says that it is not live.
     */
    synchronized void spoilt(long nanos) {
        if (patience() < Long.MAX_VALUE && nanos > changes.getLast().nanos) {
            movedAt = Math.max(movedAt, nanos);
        }
    }

    /** When, since trouble was expected, a picture first came to the screen that was older than {@link #LATE_AFTER}. */
    synchronized OptionalLong lateAtNanos() {
        return lateAt == 0 ? OptionalLong.empty() : OptionalLong.of(lateAt);
    }

    /**
     * The tile said so at that time.
     *
     * @return true where it thereby leaves LIVE though nothing is wrong with its camera
     */
    synchronized boolean said(long nanos, String state) {
        boolean alarm = !changes.isEmpty() && whole && isLive() && !state.equals(ClientStatus.LIVE);
        if (changes.isEmpty()) {
            movedAt = Math.max(movedAt, nanos);
        } else if (alarm) {
            alarms.merge(state, 1, Integer::sum);
        }
        if (changes.isEmpty() || !changes.getLast().state.equals(state)) {
            changes.add(new Change(nanos, state));
        }
        if (heardAt > 0) {
            heardNanos += nanos - heardAt;
            liveNanos += patience() < Long.MAX_VALUE ? nanos - heardAt : 0;
        }
        heardAt = nanos;
        judge(nanos);
        return alarm;
    }

    private void judge(long nanos) {
        boolean lie = nanos - changes.getLast().nanos > TAKING_UP.toNanos()
                && (nanos - movedAt > patience() || hidesAge(nanos));
        if (lie && !lying) {
            lies++;
            lyingSince = nanos;
        } else if (lying) {
            lyingNanos += nanos - lyingSince;
            lyingSince = nanos;
        }
        lying = lie;
    }

    /** How long its pixels may stand still under what it says now, nanoseconds; all states that count as live owe that. */
    private long patience() {
        return changes.isEmpty() || lieAfterNanos == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : patience(changes.getLast().state, lieAfterNanos);
    }

    /**
     * How long pixels may stand still under a word, nanoseconds; for ever under one that does not count as live.
     *
     * @param underLive how long they may under LIVE
     */
    public static long patience(String state, long underLive) {
        return switch (state) {
            case ClientStatus.LIVE -> underLive;
            case "LATE", "QUARANTINED" -> underLive + SLACK;
            case "REDUCED" -> Math.max(underLive, OF_KEY_FRAMES);
            default -> Long.MAX_VALUE;
        };
    }

    /** True where its pictures have come too old for a while and it says something that means they are new. */
    private boolean hidesAge(long nanos) {
        return oldSince > 0
                && nanos - oldSince > AGE_SLACK
                && patience() < Long.MAX_VALUE
                && !changes.getLast().state.equals("LATE");
    }

    private boolean isLive() {
        return !changes.isEmpty() && changes.getLast().state.equals(ClientStatus.LIVE);
    }

    /**
     * What happens to its camera from now on is no reason for a false alarm.
     *
     * @param lieAfter how long its pixels may stand still while it says LIVE
     */
    synchronized void expectTrouble(Duration lieAfter) {
        whole = false;
        lateAt = 0;
        lieAfterNanos = lieAfter.toNanos();
    }

    /** Its camera is whole again and the tile has come back. */
    synchronized void expectNothing() {
        whole = true;
        lieAfterNanos = LIE_AFTER.toNanos();
    }

    /** From now on its pixels may stand still for ever, as those of a scene in which nothing moves. */
    synchronized void stopJudging() {
        lieAfterNanos = Long.MAX_VALUE;
    }

    /** True where it says LIVE and nothing is wrong with its camera, all for {@code hold} at least. */
    synchronized boolean calm(long nowNanos, Duration hold) {
        return whole && isLive() && nowNanos - changes.getLast().nanos >= hold.toNanos();
    }

    /** When it first said something else than LIVE at or after {@code since}; at {@code since} itself where it did then. */
    synchronized OptionalLong leftLive(long since) {
        return first(since, false, 0);
    }

    /** When, at or after {@code since}, it said LIVE and did so for {@code hold} without a break. */
    synchronized OptionalLong backLive(long since, Duration hold) {
        return first(since, true, hold.toNanos());
    }

    private OptionalLong first(long since, boolean live, long holdNanos) {
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            long until = i + 1 < changes.size() ? changes.get(i + 1).nanos : heardAt;
            long from = Math.max(since, change.nanos);
            boolean lasts = i + 1 < changes.size() ? until > from : until >= from;
            if (lasts && change.state.equals(ClientStatus.LIVE) == live && until - from >= holdNanos) {
                return OptionalLong.of(from);
            }
        }
        return OptionalLong.empty();
    }

    /** The word it said at that time; empty before it said any. */
    synchronized String stateAt(long nanos) {
        String state = "";
        for (Change change : changes) {
            if (change.nanos > nanos) {
                break;
            }
            state = change.state;
        }
        return state;
    }

    /** What it said of late, the newest last: each word with how long ago it was first said, for whoever looks for a cause. */
    synchronized String diary(long nowNanos) {
        StringBuilder told = new StringBuilder();
        for (Change change : changes.subList(Math.max(0, changes.size() - DIARY), changes.size())) {
            told.append(told.isEmpty() ? "" : ", ")
                    .append(change.state)
                    .append(String.format(Locale.ROOT, " %.1f s ago", (nowNanos - change.nanos) / 1e9));
        }
        return told.append(String.format(Locale.ROOT, ", pixels moved %.1f s ago", (nowNanos - movedAt) / 1e9))
                .toString();
    }

    /** True where its pixels have moved since it began to say what it says. */
    synchronized boolean movesNow() {
        return !changes.isEmpty() && movedAt > changes.getLast().nanos;
    }

    /** For how long it was heard, and for how long of that it counted as live, nanoseconds. */
    synchronized long heardNanos() {
        return heardNanos;
    }

    synchronized long liveNanos() {
        return liveNanos;
    }

    /** How often it began to count as live over pixels that had stood still for too long, or to hide that they were too old. */
    synchronized int lies() {
        return lies;
    }

    /** For how long it lied, milliseconds. */
    synchronized long lyingMillis() {
        return lyingNanos / 1_000_000;
    }

    /** How often it left LIVE though nothing was wrong with its camera, by the state it went to. */
    synchronized Map<String, Integer> falseAlarms() {
        return Map.copyOf(alarms);
    }
}
