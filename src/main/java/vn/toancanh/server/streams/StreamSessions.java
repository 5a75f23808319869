package vn.toancanh.server.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.model.StreamRole;
import vn.toancanh.server.accounts.CameraRights;
import vn.toancanh.server.accounts.Level;
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
    static final Duration GOOD_FOR = Duration.ofMinutes(5);

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
    private final Duration offlineGrace;
    private final Clock clock;
    private final OpenGrants open;
    private volatile Instant comingBackUntil = Instant.MIN;

    /** @param offlineGrace how long a grant may be used while the server cannot be asked */
    public StreamSessions(
            Inventory inventory,
            Tokens tokens,
            Sessions sessions,
            CameraRights rights,
            GrantAddress address,
            StreamRelay relay,
            Duration offlineGrace,
            Clock clock) {
        this.inventory = inventory;
        this.tokens = tokens;
        this.sessions = sessions;
        this.rights = rights;
        this.address = address;
        this.relay = relay;
        this.offlineGrace = offlineGrace;
        this.clock = clock;
        this.open = new OpenGrants(clock);
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
        List<GrantBody> answers = new ArrayList<>(asked.size());
        for (int i = 0; i < asked.size(); i++) {
            try {
                answers.add(grant(principal, asked.get(i), found.get(i), host));
            } catch (ApiProblem problem) {
                answers.add(refused.apply(asked.get(i), problem));
            }
        }
        return answers;
    }

    private GrantBody grant(Principal principal, Asked asked, Inventory.Found found, String host) {
        @Nullable StreamRole role = asked.role();
        if (role == null) {
            throw noSuchStream();
        }
        if (open.held(principal.sessionId(), MOST_PER_SESSION) >= MOST_PER_SESSION) {
            throw ApiProblem.passing(429, "tooManyStreams", "This session holds too many streams", 60);
        }
        Secret token = Secret.of("tcs_" + tokens.id(24));
        Admission admission = new Admission("g-" + tokens.id(12), token, principal.sessionId(), asked.cameraId(), role);
        return make(admission, found, principal, host);
    }

    private static ApiProblem noSuchStream() {
        return ApiProblem.of(404, "noSuchStream", "The camera offers no stream of this role");
    }

    /**
     * Renews a grant of the same session, token and all.
     *
     * @throws ApiProblem 410 where it has ended, whoever held it
     */
    GrantBody renew(Principal principal, String id, String host) {
        OpenGrants.@Nullable Open one = open.get(id);
        if (one == null || !one.admission().sessionId().equals(principal.sessionId())) {
            throw ApiProblem.of(410, "gone", "The grant has ended; ask for a new one");
        }
        Admission admission = one.admission();
        return make(admission, inventory.source(admission.cameraId(), admission.role()), principal, host);
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
        Map<String, Optional<Principal>> holders = new HashMap<>();
        for (OpenGrants.Open one : open.all()) {
            Admission admission = one.admission();
            if (!may(admission, holders) && open.remove(one)) {
                open.release(admission, false);
                relay.cutGrant(admission.grantId());
            }
        }
    }

    private boolean may(Admission admission, Map<String, Optional<Principal>> holders) {
        return holders.computeIfAbsent(admission.sessionId(), this::holder)
                .filter(who -> rights.may(who, Level.VIEW, admission.cameraId()))
                .isPresent();
    }

    private Optional<Principal> holder(String sessionId) {
        return clock.now().isBefore(comingBackUntil) ? sessions.standing(sessionId) : sessions.current(sessionId);
    }

    private GrantBody make(Admission admission, Inventory.Found found, Principal principal, String host) {
        String cameraId = admission.cameraId();
        if (!found.cameraThere() || !rights.may(principal, Level.VIEW, cameraId)) {
            open.remove(admission.grantId());
            throw ApiProblem.notFound();
        }
        Inventory.Source source = Optional.ofNullable(found.source()).orElseThrow(StreamSessions::noSuchStream);
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        Instant end = now.plus(GOOD_FOR);
        OpenGrants.Open one = new OpenGrants.Open(admission, end, offlineUntil(now, end, principal));
        open.put(one);
        allowance(one, source).ifPresent(relay::admit);
        open.ifEnded(admission.grantId(), relay::cutGrant);
        GrantAddress.Told told = address.of(admission, source, host);
        @Nullable Secret password = told.password();
        return new GrantBody(
                admission.grantId(),
                cameraId,
                Words.of(admission.role()),
                told.access(),
                told.revocable(),
                told.url(),
                told.username(),
                password == null ? null : password.reveal(),
                List.of("tcp"),
                told.tlsPins(),
                end,
                now.plus(GOOD_FOR.multipliedBy(3).dividedBy(4)),
                one.offlineUntil(),
                null);
    }

    /** Not beyond the end of the session, and never before the grant's own end. */
    private Instant offlineUntil(Instant now, Instant end, Principal principal) {
        Instant grace = now.plus(offlineGrace);
        Instant last = grace.isBefore(principal.refreshExpiresAt()) ? grace : principal.refreshExpiresAt();
        return last.isAfter(end) ? last.truncatedTo(ChronoUnit.MILLIS) : end;
    }

    private static Optional<Allowance> allowance(OpenGrants.Open one, Inventory.Source source) {
        return CameraTarget.of(source)
                .map(target -> new Allowance(one.admission(), target, one.expiresAt(), one.offlineUntil()));
    }

    @Override
    public List<Allowance> all() {
        List<Allowance> all = new ArrayList<>();
        for (OpenGrants.Open one : open.all()) {
            Inventory.@Nullable Source source = source(one.admission());
            if (source != null) {
                allowance(one, source).ifPresent(all::add);
            }
        }
        return all;
    }

    private Inventory.@Nullable Source source(Admission admission) {
        return inventory.source(admission.cameraId(), admission.role()).source();
    }

    @Override
    public List<Allowance> takeUp(List<Allowance> known) {
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        Instant back = now.plus(COMING_BACK);
        comingBackUntil = back;
        Map<String, Optional<Principal>> holders = new HashMap<>();
        List<Allowance> standing = new ArrayList<>();
        for (Allowance each : known) {
            Admission admission = each.admission();
            Inventory.@Nullable Source source = source(admission);
            if (source != null && may(admission, holders)) {
                Instant end = each.expiresAt().isAfter(back) ? each.expiresAt() : back;
                Principal who = holders.getOrDefault(admission.sessionId(), Optional.empty())
                        .orElseThrow();
                OpenGrants.Open one = new OpenGrants.Open(admission, end, offlineUntil(now, end, who));
                open.put(one);
                allowance(one, source).ifPresent(standing::add);
            }
        }
        return standing;
    }

    @Override
    public @Nullable Admission of(String grantId) {
        OpenGrants.@Nullable Open one = open.get(grantId);
        return one == null ? null : one.admission();
    }

    @Override
    public Set<Admission> ended(Set<Admission> watching) {
        Set<Admission> over = new HashSet<>();
        Map<String, Optional<Principal>> holders = new HashMap<>();
        for (Admission one : watching) {
            if (!open.holds(one) || !may(one, holders)) {
                over.add(one);
            }
        }
        return over;
    }
}
