package vn.toancanh.server.streams;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.model.StreamRole;
import vn.toancanh.server.accounts.CameraRights;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Sessions;
import vn.toancanh.server.accounts.Tokens;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.inventory.Words;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.Allowance;
import vn.toancanh.server.relay.Grants;
import vn.toancanh.server.relay.StreamRelay;

/**
 * Rights to play a stream for a while. They live in memory, here and in the relay: a server that comes back takes up again what
 * a relay beside it still knows, and for others a desk asks anew. A grant for the relay has a token of its own; who plays by it
 * goes on as long as the desk keeps that stream granted, by renewing or by asking anew, and is cut off when the grant is given
 * back, the session ends, or the right is lost. Any thread.
 */
public final class StreamSessions implements Grants {
    /** Streams one session may hold at a time: a wall of several hundred tiles, twice. */
    static final int MOST_PER_SESSION = 1024;

    /**
     * After a time without a server desks need a while to find it again and to renew session and grants; until then neither
     * counts as ended because it was not renewed.
     */
    static final Duration COMING_BACK = Duration.ofMinutes(2);

    private final Inventory inventory;
    private final Tokens tokens;
    private final Sessions sessions;
    private final CameraRights rights;
    private final GrantAddress address;
    private final StreamRelay relay;
    private final GrantTerms terms;
    private final Clock clock;
    private final OpenGrants open;
    private volatile long comingBackNanos;

    public StreamSessions(
            Inventory inventory,
            Tokens tokens,
            Sessions sessions,
            CameraRights rights,
            GrantAddress address,
            StreamRelay relay,
            GrantTerms terms,
            Clock clock) {
        this.inventory = inventory;
        this.tokens = tokens;
        this.sessions = sessions;
        this.rights = rights;
        this.address = address;
        this.relay = relay;
        this.terms = terms;
        this.clock = clock;
        this.open = new OpenGrants(clock);
        this.comingBackNanos = clock.nanos();
        sessions.onEnded(this::sessionEnded);
        sessions.onRightsChanged(this::lookAgain);
    }

    int count() {
        return open.count();
    }

    /** One stream of a request. */
    record Asked(String cameraId, String roleWord) {
        /** Null where there is no such word. */
        @Nullable
        StreamRole role() {
            return Words.role(roleWord);
        }
    }

    /**
     * Grants streams.
     *
     * @param host as the desk reaches this machine
     * @param refused says in an answer that there is none, or that the session holds too many
     * @return an answer for each, in their order
     */
    List<GrantBody> grant(
            Principal principal, List<Asked> asked, String host, BiFunction<Asked, ApiProblem, GrantBody> refused) {
        rights.expect(asked.stream().map(Asked::cameraId).toList());
        List<Inventory.Found> found = inventory.sources(asked.stream()
                .map(one ->
                        new Inventory.Wanted(one.cameraId(), Objects.requireNonNullElse(one.role(), StreamRole.MAIN)))
                .toList());
        Giving giving = giving(principal, host);
        List<GrantBody> answers = new ArrayList<>(asked.size());
        for (int i = 0; i < asked.size(); i++) {
            try {
                answers.add(giving.give(admission(principal, asked.get(i)), found.get(i)));
            } catch (ApiProblem problem) {
                answers.add(refused.apply(asked.get(i), problem));
            }
        }
        giving.tell(relay);
        return answers;
    }

    private Giving giving(Principal principal, String host) {
        return new Giving(
                open, rights, principal, address.from(host), terms.ends(clock, GrantTerms.GOOD_FOR, principal));
    }

    private Admission admission(Principal principal, Asked asked) {
        @Nullable StreamRole role = asked.role();
        if (role == null) {
            throw Giving.noSuchStream();
        }
        if (open.held(principal.sessionId(), MOST_PER_SESSION) >= MOST_PER_SESSION) {
            throw ApiProblem.passing(429, "tooManyStreams", "This session holds too many streams", 60);
        }
        Secret token = Secret.of("tcs_" + tokens.id(24));
        return new Admission("g-" + tokens.id(12), token, principal.sessionId(), asked.cameraId(), role);
    }

    /**
     * Renews a grant of the same session, token and all.
     *
     * @throws ApiProblem 410 where it has ended, whoever held it
     */
    GrantBody renew(Principal principal, String id, String host) {
        OpenGrants.@Nullable Open one = open.get(id);
        if (one == null || !one.admission().sessionId().equals(principal.sessionId())) {
            throw gone();
        }
        Admission admission = one.admission();
        Giving giving = giving(principal, host);
        GrantBody renewed = giving.give(admission, inventory.source(admission.cameraId(), admission.role()));
        giving.tell(relay);
        // What ended it may have come between the caller's token and the renewal, and would not come again.
        Optional<Principal> now = sessions.current(principal.sessionId());
        if (now.isEmpty() || now.get().reach() != principal.reach()) {
            lookAgain();
            if (open.get(id) == null) {
                throw gone();
            }
        }
        return renewed;
    }

    private static ApiProblem gone() {
        return ApiProblem.of(410, "gone", "The grant has ended; ask for a new one");
    }

    void close(Principal principal, String id) {
        OpenGrants.@Nullable Open one = open.get(id);
        if (one != null && one.admission().sessionId().equals(principal.sessionId()) && open.remove(one)) {
            open.release(one.admission(), true);
            relay.cutGrant(id);
        }
    }

    private void sessionEnded(String sessionId) {
        open.removeSession(sessionId);
        relay.cutSession(sessionId);
    }

    /**
     * To be called when grants were given by rights as they stood some moments ago: where they have changed meanwhile, what was
     * given is looked at again. The relay knows of them when this returns.
     */
    void settle(Principal principal) {
        relay.settle();
        Optional<Principal> now = sessions.current(principal.sessionId());
        if (now.isEmpty() || now.get().reach() != principal.reach()) {
            lookAgain();
        }
    }

    /** Takes back what those who hold it may no longer see. */
    private void lookAgain() {
        Collection<OpenGrants.Open> all = open.all();
        // What was known of cameras is forgotten with every change; asked for together they cost one look.
        rights.expect(all.stream().map(one -> one.admission().cameraId()).toList());
        Holders holders = holders();
        for (OpenGrants.Open one : all) {
            Admission admission = one.admission();
            if (!holders.may(admission) && open.remove(one)) {
                takeBack(admission);
            }
        }
    }

    /** Neither that grant nor another keeps the stream; who plays is cut off, and nobody comes in by it again. */
    private void takeBack(Admission admission) {
        open.release(admission, false);
        relay.cutGrant(admission.grantId());
    }

    private Holders holders() {
        boolean comingBack = comingBackNanos - clock.nanos() > 0;
        return new Holders(comingBack ? sessions::standing : sessions::current, rights);
    }

    @Override
    public List<Allowance> all() {
        List<Allowance> all = new ArrayList<>();
        for (OpenGrants.Open one : open.all()) {
            Inventory.@Nullable Source source = source(one.admission());
            if (source != null) {
                one.allowance(source).ifPresent(all::add);
            }
        }
        return all;
    }

    private Inventory.@Nullable Source source(Admission admission) {
        return inventory.source(admission.cameraId(), admission.role()).source();
    }

    @Override
    public List<Allowance> takeUp(List<Allowance> known) {
        long now = clock.nanos();
        comingBackNanos = now + COMING_BACK.toNanos();
        Holders holders = holders();
        List<Allowance> standing = new ArrayList<>();
        for (Allowance each : known) {
            Admission admission = each.admission();
            Inventory.@Nullable Source source = source(admission);
            @Nullable Principal who = holders.of(admission);
            if (source != null && who != null) {
                long left = Math.clamp(each.endsNanos() - now, COMING_BACK.toNanos(), GrantTerms.GOOD_FOR.toNanos());
                GrantTerms.Ends ends = terms.ends(clock, Duration.ofNanos(left), who);
                OpenGrants.Open one = new OpenGrants.Open(admission, ends.nanos(), ends.offlineNanos());
                open.put(one);
                one.allowance(source).ifPresent(standing::add);
            }
        }
        return standing;
    }

    @Override
    public @Nullable Admission of(String grantId) {
        OpenGrants.@Nullable Open one = open.get(grantId);
        return one == null ? null : one.admission();
    }

    /** The grant that is good now, of somebody who may still see the camera; null where there is none. Blocks. */
    @Nullable
    Admission stillOf(String grantId) {
        @Nullable Admission admission = of(grantId);
        return admission != null && holders().may(admission) ? admission : null;
    }

    @Override
    public Set<Admission> ended(Set<Admission> watching) {
        Set<Admission> over = new HashSet<>();
        Holders holders = holders();
        for (Admission one : watching) {
            boolean may = holders.may(one);
            if (!may) {
                open.remove(one.grantId());
                takeBack(one);
            }
            if (!may || !open.holds(one)) {
                over.add(one);
            }
        }
        return over;
    }
}
