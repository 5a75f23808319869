package vn.toancanh.ptz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.ptz.HeadService.Asking;

/** The lease of one head, as far as this desk knows. On the PTZ lane. */
final class HeldLease {
    /** A lease that a hand takes by moving: so long after the last movement. */
    static final Duration BY_HAND = Duration.ofSeconds(15);

    /** A lease that somebody reserves. */
    static final Duration RESERVED = Duration.ofHours(1);

    /** It is taken for over so long before its end. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final Clock clock;
    private final LongSupplier numbers;
    private HeadStanding standing = HeadStanding.NONE;
    private @Nullable String lockId;
    private Duration ttl = BY_HAND;
    private long ends;
    private @Nullable Asking asked;
    private final List<Consumer<Optional<Failure>>> waiting = new ArrayList<>();
    private int count;

    /** @param numbers of commands; they grow, also from one who holds it at this desk to the next */
    HeldLease(Clock clock, LongSupplier numbers) {
        this.clock = clock;
        this.numbers = numbers;
    }

    /** Of the next command. */
    long number() {
        return numbers.getAsLong();
    }

    HeadStanding standing() {
        return standing;
    }

    /** By what the head is steered; null where this desk holds it not, as far as it knows. */
    @Nullable
    String lockId() {
        return lockId;
    }

    /** True where this desk holds it still. */
    boolean holds() {
        return lockId != null && ends - clock.nanos() > 0;
    }

    /** True while the server is asked for one. */
    boolean isAsked() {
        return asked != null;
    }

    /** Another number after each lease that was asked for, came or went: what was asked before says nothing of it. */
    int count() {
        return count;
    }

    /** As it was taken last. */
    Asking again() {
        return new Asking(ttl, false, "");
    }

    void asks(Asking asking) {
        asked = asking;
        count++;
    }

    void came(HeadLease lease) {
        ttl = asked == null ? BY_HAND : asked.ttl();
        asked = null;
        count++;
        lockId = lease.lockId();
        standing = standing.with(lease);
        renewed();
        settled(Optional.empty());
    }

    void refused(Failure why) {
        asked = null;
        count++;
        settled(Optional.of(why));
    }

    /**
     * Tells once what becomes of the lease that is asked for next, or is being asked for.
     *
     * @param answer empty where it came, else why it did not
     */
    void await(Consumer<Optional<Failure>> answer) {
        waiting.add(answer);
    }

    private void settled(Optional<Failure> why) {
        List<Consumer<Optional<Failure>>> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(answer -> answer.accept(why));
    }

    /** A command was taken, which renews it. */
    void renewed() {
        ends = clock.nanos() + ttl.minus(MARGIN).toNanos();
    }

    /** It is this desk's no more. */
    void drop() {
        lockId = null;
        ttl = BY_HAND;
        HeadLease known = standing.lease();
        if (known != null && known.own()) {
            standing = standing.with(null);
        }
    }

    void gaveBack() {
        count++;
        drop();
    }

    /**
     * The server has said who holds it.
     *
     * @param askedAt what {@link #count} was when it was asked
     * @return false where that may be older than what is known
     */
    boolean stands(int askedAt, HeadStanding now) {
        if (askedAt != count || asked != null) {
            return false;
        }
        standing = now;
        return true;
    }

    /** True where this desk took it for its own, and the server says that it is not. */
    boolean isLost() {
        HeadLease known = standing.lease();
        return lockId != null && (known == null || !known.own());
    }
}
