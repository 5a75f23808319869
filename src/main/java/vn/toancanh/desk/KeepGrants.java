package vn.toancanh.desk;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.access.OfflineRights;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionService;
import vn.toancanh.access.SessionState;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.live.GrantMemory;
import vn.toancanh.live.StreamGrants;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.StreamGrant;

/**
 * Keeps what streams were granted, and grants by that while the server cannot be asked: each until the time that the server
 * set, to whoever it was granted, and never where the server has said no. Lane: DESK.
 */
public final class KeepGrants implements StreamGrants, Handle {
    /** Where the answer is one of these, the server has judged nothing. */
    static final Set<Kind> NO_JUDGEMENT = Set.copyOf(
            EnumSet.of(Kind.UNREACHABLE, Kind.TIMEOUT, Kind.UNTRUSTED, Kind.PROTOCOL, Kind.RESOURCES, Kind.INTERNAL));

    /** What is granted here is asked for again after so long, so that an end is noticed, and a server that is back. */
    static final Duration AGAIN = Duration.ofSeconds(30);

    static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private record Owner(URI server, String user) {
        static Owner of(Session session) {
            return new Owner(session.server(), session.user());
        }
    }

    private final StreamGrants server;
    private final GrantMemory memory;
    private final SessionService sessions;
    private final OfflineRights rights;
    private final Lane desk;
    private final Clock clock;
    private final Handle following;
    private final Map<Wish, StreamGrant> kept = new HashMap<>();
    private final List<Runnable> whenLoaded = new ArrayList<>();
    private @Nullable Owner owner;
    private boolean loading;

    public KeepGrants(
            StreamGrants server,
            GrantMemory memory,
            SessionService sessions,
            OfflineRights rights,
            Lane desk,
            Clock clock) {
        this.server = server;
        this.memory = memory;
        this.sessions = sessions;
        this.rights = rights;
        this.desk = desk;
        this.clock = clock;
        this.following = sessions.onChange(this::follow);
    }

    private void follow(SessionState state) {
        own(state);
        Phase phase = state.connection().phase();
        Owner whose = owner;
        if (whose != null && (phase == Phase.EXPIRED || phase == Phase.LAPSED)) {
            kept.clear();
            memory.forgetAll(whose.server(), whose.user());
        }
    }

    /** Looks who works here now; whoever hears of it in which order, nothing is answered for somebody else. */
    private void own(SessionState state) {
        Owner next = state.signedIn().map(Owner::of).orElse(null);
        if (!Objects.equals(next, owner)) {
            owner = next;
            kept.clear();
            loading = false;
            if (next != null) {
                load(next);
            }
        }
    }

    private void load(Owner whose) {
        loading = true;
        memory.load(whose.server(), whose.user(), grants -> {
            if (loading && whose.equals(owner)) {
                loading = false;
                // What was granted meanwhile is newer.
                grants.forEach(grant -> kept.putIfAbsent(new Wish(grant.camera(), grant.role()), grant));
                if (sessions.state().connection().phase() == Phase.LAPSED) {
                    kept.clear();
                }
                memory.forgetOver(whose.server(), rights.now());
            }
            List<Runnable> waiting = List.copyOf(whenLoaded);
            whenLoaded.clear();
            waiting.forEach(Runnable::run);
        });
    }

    @Override
    public void ask(List<Wish> wishes, Consumer<List<Answer>> answers) {
        desk.assertHere();
        own(sessions.state());
        Phase phase = sessions.state().connection().phase();
        boolean without = phase == Phase.WAITING || phase == Phase.AWAY;
        if (without && loading) {
            whenLoaded.add(() -> ask(wishes, answers));
        } else if (phase == Phase.LAPSED) {
            desk.execute(
                    () -> answers.accept(wishes.stream().map(KeepGrants::over).toList()));
        } else if (without && wishes.stream().allMatch(this::holds)) {
            // Whether the server is back, others find out.
            List<Answer> here = wishes.stream().map(this::granted).toList();
            desk.execute(() -> answers.accept(here));
        } else {
            Owner asking = owner;
            server.ask(wishes, told -> answers.accept(heard(asking, told)));
        }
    }

    private List<Answer> heard(@Nullable Owner asking, List<Answer> told) {
        if (asking == null || !asking.equals(owner)) {
            return told;
        }
        return told.stream().map(answer -> heard(asking, answer)).toList();
    }

    private Answer heard(Owner whose, Answer answer) {
        Wish wish = answer.wish();
        StreamGrant grant = answer.grant();
        if (grant != null) {
            keep(whose, wish, grant);
            return answer;
        }
        Failure failure = answer.failure();
        if (failure == null || !NO_JUDGEMENT.contains(failure.kind())) {
            if (failure != null && (failure.kind() == Kind.FORBIDDEN || failure.kind() == Kind.NOT_FOUND)) {
                forget(whose, wish);
            }
            return answer;
        }
        if (sessions.state().connection().phase() == Phase.LAPSED) {
            return over(wish);
        }
        if (holds(wish)) {
            return granted(wish);
        }
        return kept.containsKey(wish) ? over(wish) : answer;
    }

    private void keep(Owner whose, Wish wish, StreamGrant grant) {
        if (grant.offlineUntil() == null) {
            forget(whose, wish);
        } else {
            kept.put(wish, grant);
            memory.keep(whose.server(), whose.user(), grant);
        }
    }

    private void forget(Owner whose, Wish wish) {
        kept.remove(wish);
        memory.forget(whose.server(), whose.user(), wish);
    }

    private boolean holds(Wish wish) {
        StreamGrant grant = kept.get(wish);
        return grant != null && grant.holdsWithoutServer(rights.now());
    }

    /** As good as the server's own, for a moment: it may be back, and its time may be over, any time. */
    private Answer granted(Wish wish) {
        StreamGrant grant = Objects.requireNonNull(kept.get(wish));
        Duration left = Duration.between(rights.now(), Objects.requireNonNull(grant.offlineUntil()));
        Instant now = clock.now();
        StreamGrant forNow = grant.between(now.plus(shorter(AGAIN, left)), now.plus(shorter(GOOD_FOR, left)));
        return new Answer(wish, forNow, null, true);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Answer over(Wish wish) {
        return new Answer(wish, null, Failure.of(Kind.LAPSED, "what was granted of " + wish.camera() + " is over"));
    }

    /** The server has said which cameras there are: what was granted of others is taken back. */
    public void onlyOf(Predicate<CameraId> known) {
        desk.assertHere();
        Owner whose = owner;
        if (whose != null) {
            Set<Wish> gone = new HashSet<>(kept.keySet());
            gone.removeIf(wish -> known.test(wish.camera()));
            gone.forEach(wish -> forget(whose, wish));
        }
    }

    @Override
    public void close() {
        following.close();
    }
}
