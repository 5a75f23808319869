package vn.toancanh.deeds;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Backoff;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;

/**
 * Notes deeds and tells them to the server: each is kept before anything else, told in the order in which it was done,
 * forgotten once the server knows it, and kept for as long as it does not. One request is under way at a time. Lane: DESK.
 */
public final class DeedLog {
    /** As many as one request holds. */
    static final int BATCH = 200;

    /** What is done within that time goes in one request. */
    static final Duration GATHER = Duration.ofSeconds(2);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Lane desk;
    private final Clock clock;
    private final DeedStore store;
    private final DeedSender sender;
    private final Supplier<UUID> ids;
    private final IntConsumer setAside;
    private final Backoff backoff;
    private @Nullable DeedOwner owner;
    private boolean online;
    private boolean deaf;
    private boolean telling;
    private boolean more;
    private Handle due = Handle.NONE;
    private boolean planned;
    private int turn;
    private Set<UUID> told = Set.of();

    /**
     * @param ids makes identifiers that nobody else makes
     * @param setAside told how many deeds the server would not have, each time it would not
     */
    public DeedLog(
            Lane desk,
            Clock clock,
            DeedStore store,
            DeedSender sender,
            Supplier<UUID> ids,
            RandomGenerator random,
            IntConsumer setAside) {
        this.desk = desk;
        this.clock = clock;
        this.store = store;
        this.sender = sender;
        this.ids = ids;
        this.setAside = setAside;
        this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
    }

    /** Notes that whoever works here has done that now; does nothing where nobody does. */
    public void note(String action, String subject, Map<String, String> facts) {
        if (owner != null) {
            note(new Deed(ids.get(), clock.now(), action, subject, facts));
        }
    }

    /** The same of a deed that others know by its identifier, too. */
    public void note(Deed deed) {
        desk.assertHere();
        DeedOwner who = owner;
        if (who != null) {
            store.append(who, deed);
            // What is being looked for just now may have been looked for before this was kept.
            more = telling;
            plan(GATHER);
        }
    }

    /**
     * Says who works here and whether the server answers; what waits from earlier is told as soon as it does.
     *
     * @param who null: nobody
     */
    public void follow(@Nullable DeedOwner who, boolean serverAnswers) {
        desk.assertHere();
        boolean another = who == null || !who.equals(owner);
        boolean back = serverAnswers && !online;
        owner = who;
        online = serverAnswers && who != null;
        if (another || !online) {
            turn++;
            telling = false;
            cancel();
        }
        if (online && (another || back)) {
            deaf = false;
            backoff.reset();
            tellOldest();
        }
    }

    private void plan(Duration wait) {
        if (online && !deaf && !telling && !planned) {
            planned = true;
            due = desk.after(wait, () -> {
                planned = false;
                tellOldest();
            });
        }
    }

    private void cancel() {
        due.close();
        planned = false;
    }

    private void tellOldest() {
        DeedOwner who = owner;
        if (who == null || !online || deaf || telling) {
            return;
        }
        cancel();
        telling = true;
        more = false;
        int mine = turn;
        store.oldest(who, sender.hearsNotes(), BATCH, deeds -> {
            if (mine != turn) {
                return;
            }
            if (deeds.isEmpty()) {
                telling = false;
                if (more) {
                    plan(GATHER);
                }
            } else if (deeds.stream().map(Deed::id).anyMatch(told::contains)) {
                // Forgetting them waits, for room on the disk perhaps; telling them again is no use.
                telling = false;
                plan(backoff.next());
            } else {
                sender.tell(deeds, answer -> answered(mine, deeds, answer));
            }
        });
    }

    private void answered(int mine, List<Deed> deeds, DeedSender.Answer answer) {
        desk.assertHere();
        switch (answer) {
            case DeedSender.Answer.Heard heard -> {
                // Whoever works here meanwhile: what the server knows it knows.
                told = deeds.stream().map(Deed::id).collect(Collectors.toUnmodifiableSet());
                Set<UUID> known = new HashSet<>(told);
                known.removeAll(heard.refused());
                store.remove(known);
                if (!heard.refused().isEmpty()) {
                    store.setAside(heard.refused());
                    setAside.accept(heard.refused().size());
                }
                if (mine == turn) {
                    telling = false;
                    backoff.reset();
                    tellOldest();
                }
            }
            case DeedSender.Answer.Unheard unheard -> {
                if (mine == turn) {
                    telling = false;
                    // One that has no ears for deeds gets none until it is another, or the same one was away.
                    deaf = !unheard.failure().kind().passing();
                    plan(backoff.next());
                }
            }
        }
    }
}
