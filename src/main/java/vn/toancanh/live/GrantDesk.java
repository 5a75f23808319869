package vn.toancanh.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Lane;
import vn.toancanh.live.StreamGrants.Answer;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.StreamGrant;

/**
 * Keeps the grants of a wall: gathers what is wished within one turn of the lane into one request, keeps grants in memory
 * until they expire, so that tiles come back while the central server is away, and renews those in use ahead of time.
 * Lane: DESK.
 */
final class GrantDesk {
    private static final Duration RENEWAL_RETRY = Duration.ofSeconds(15);

    private final StreamGrants grants;
    private final Lane desk;
    private final Clock clock;
    private final ToLongFunction<CameraId> revisions;
    private final Map<Wish, Answer> kept = new HashMap<>();
    /** Of the cameras as they were when these were asked for. */
    private final Map<Wish, Long> askedOf = new HashMap<>();

    private final Map<Wish, Instant> renewAt = new HashMap<>();
    private final Map<Wish, List<Consumer<Answer>>> waiting = new LinkedHashMap<>();
    private final Set<Wish> asked = new HashSet<>();
    private final BiConsumer<Wish, Verdicts.Verdict> lapsed;
    private boolean gathering;

    /**
     * Keeps none yet.
     *
     * @param revisions of cameras, as they are at the server as far as one knows; 0: not known
     * @param lapsed told of a grant that may be in use and is over, or leads to where the stream is no more, and of what that comes to
     */
    GrantDesk(
            StreamGrants grants,
            Lane desk,
            Clock clock,
            ToLongFunction<CameraId> revisions,
            BiConsumer<Wish, Verdicts.Verdict> lapsed) {
        this.grants = grants;
        this.desk = desk;
        this.clock = clock;
        this.revisions = revisions;
        this.lapsed = lapsed;
    }

    /** Answers with a grant that is good now, or why there is none; at once where one is kept. */
    void want(Wish wish, Consumer<Answer> answer) {
        Answer known = kept.get(wish);
        if (known != null && keeps(wish)) {
            answer.accept(known);
            return;
        }
        waiting.computeIfAbsent(wish, w -> new ArrayList<>()).add(answer);
        gather();
    }

    /** True where {@link #want} would answer at once, with a grant of earlier. */
    boolean keeps(Wish wish) {
        Answer known = kept.get(wish);
        return known != null && isGood(known, clock.now()) && !isDoubted(wish);
    }

    /** True where the camera is another at the server since: its streams may be elsewhere. */
    private boolean isDoubted(Wish wish) {
        return revisions.applyAsLong(wish.camera()) != askedOf.getOrDefault(wish, 0L);
    }

    /** Cameras are others at the server: grants of these that are in use are asked for anew with the next renewals. */
    void camerasChanged() {
        Instant now = clock.now();
        kept.keySet().stream().filter(this::isDoubted).forEach(wish -> renewAt.put(wish, now));
    }

    private static boolean isGood(Answer answer, Instant now) {
        StreamGrant grant = answer.grant();
        return grant != null && now.isBefore(grant.expiresAt());
    }

    /** Forgets a grant that the stream's server refused. */
    void forget(Wish wish) {
        kept.remove(wish);
        renewAt.remove(wish);
        askedOf.remove(wish);
    }

    /** Forgets all of them: nobody may watch any more. */
    void forgetAll() {
        kept.clear();
        renewAt.clear();
        askedOf.clear();
    }

    /** Asks anew for those in use whose time has come, and drops those that nobody uses. */
    void renew(Set<Wish> inUse) {
        Instant now = clock.now();
        kept.entrySet().removeIf(entry -> !inUse.contains(entry.getKey()) && !isGood(entry.getValue(), now));
        List<Wish> due = new ArrayList<>();
        for (Wish wish : inUse) {
            Instant at = renewAt.get(wish);
            if (at != null && !now.isBefore(at) && kept.containsKey(wish) && !asked.contains(wish)) {
                renewAt.put(wish, now.plus(RENEWAL_RETRY));
                due.add(wish);
            }
        }
        if (!due.isEmpty()) {
            ask(due);
        }
    }

    /** Of a relay's address that tells nothing: it sees to that itself. */
    private static boolean leadsElsewhere(@Nullable StreamGrant before, StreamGrant now) {
        return before != null
                && !before.way().relayed()
                && !now.way().relayed()
                && !before.uri().equals(now.uri());
    }

    private void gather() {
        if (!gathering) {
            gathering = true;
            desk.execute(() -> {
                gathering = false;
                List<Wish> open = waiting.keySet().stream()
                        .filter(wish -> !asked.contains(wish))
                        .toList();
                if (!open.isEmpty()) {
                    ask(open);
                }
            });
        }
    }

    private void ask(List<Wish> wishes) {
        asked.addAll(wishes);
        Map<Wish, Long> of = new HashMap<>();
        wishes.forEach(wish -> of.put(wish, revisions.applyAsLong(wish.camera())));
        grants.ask(wishes, answers -> {
            desk.assertHere();
            wishes.forEach(asked::remove);
            Map<Wish, Answer> byWish = new HashMap<>();
            answers.forEach(answer -> byWish.put(answer.wish(), answer));
            for (Wish wish : wishes) {
                Answer answer = byWish.get(wish);
                settle(
                        of.getOrDefault(wish, 0L),
                        answer != null
                                ? answer
                                : new Answer(
                                        wish,
                                        null,
                                        Failure.of(
                                                Failure.Kind.PROTOCOL, "no answer for the grant of " + wish.camera())));
            }
        });
    }

    private void settle(long revision, Answer answer) {
        StreamGrant grant = answer.grant();
        if (grant != null) {
            Answer before = kept.put(answer.wish(), answer);
            renewAt.put(answer.wish(), grant.renewAfter());
            askedOf.put(answer.wish(), revision);
            if (before != null && leadsElsewhere(before.grant(), grant)) {
                lapsed.accept(answer.wish(), Verdicts.MOVED);
            }
        }
        List<Consumer<Answer>> asking = waiting.remove(answer.wish());
        if (asking != null) {
            asking.forEach(one -> one.accept(answer));
        }
        Failure failure = answer.failure();
        if (failure != null && failure.kind() == Failure.Kind.LAPSED) {
            forget(answer.wish());
            lapsed.accept(answer.wish(), Verdicts.ofGrant(failure));
        }
    }
}
