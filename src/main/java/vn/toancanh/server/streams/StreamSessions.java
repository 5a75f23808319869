package vn.toancanh.server.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
import vn.toancanh.server.relay.Admissions;

/**
 * Rights to play a stream for a while. They live in memory: after a restart of the server a desk asks for new ones. A grant
 * for the relay has a token of its own; who plays by it goes on as long as the desk keeps that stream granted, by renewing or
 * by asking anew, and is cut off when the grant is given back, the session ends, or the right is lost. Any thread.
 */
public final class StreamSessions implements Admissions {
    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    /** Streams one session may hold at a time: a wall of several hundred tiles, twice. */
    static final int MOST_PER_SESSION = 1024;

    /** A renewal that is late by less is none that anybody sees. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final int SWEEP_AT = 4096;

    /** A stream that a session holds, by however many grants. */
    private record Held(String sessionId, String cameraId, StreamRole role) {}

    private record Open(Admission admission, Instant expiresAt) {
        Held held() {
            return new Held(admission.sessionId(), admission.cameraId(), admission.role());
        }
    }

    private final Inventory inventory;
    private final Tokens tokens;
    private final Sessions sessions;
    private final CameraRights rights;
    private final GrantAddress address;
    private final Clock clock;
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Map<Held, Instant> until = new ConcurrentHashMap<>();
    /** Grants by session, so that counting one's own does not walk those of everybody. */
    private final Map<String, Set<String>> ofSession = new ConcurrentHashMap<>();

    private volatile Consumer<Predicate<Admission>> cut = whom -> {};

    public StreamSessions(
            Inventory inventory,
            Tokens tokens,
            Sessions sessions,
            CameraRights rights,
            GrantAddress address,
            Clock clock) {
        this.inventory = inventory;
        this.tokens = tokens;
        this.sessions = sessions;
        this.rights = rights;
        this.address = address;
        this.clock = clock;
        sessions.onEnded(this::sessionEnded);
        sessions.onRightsChanged(this::lookAgain);
    }

    /** Who cuts viewers off; set once, before requests come. */
    public void onCut(Consumer<Predicate<Admission>> relay) {
        cut = relay;
    }

    int count() {
        sweep();
        return open.size();
    }

    /**
     * Grants one stream.
     *
     * @param host as the desk reaches this machine
     * @throws ApiProblem where there is none, or the session holds too many
     */
    GrantBody grant(Principal principal, String cameraId, String roleWord, String host) {
        @Nullable StreamRole role = Words.role(roleWord);
        if (role == null) {
            throw ApiProblem.of(404, "noSuchStream", "The camera offers no stream of this role");
        }
        if (open.size() >= SWEEP_AT) {
            sweep();
        }
        if (held(principal.sessionId()) >= MOST_PER_SESSION) {
            throw ApiProblem.passing(429, "tooManyStreams", "This session holds too many streams", 60);
        }
        Secret token = Secret.of("tcs_" + tokens.id(24));
        return make(new Admission("g-" + tokens.id(12), token, principal.sessionId(), cameraId, role), principal, host);
    }

    /** Grants of a session that have not ended. */
    private long held(String sessionId) {
        Set<String> grants = ofSession.getOrDefault(sessionId, Set.of());
        if (grants.size() < MOST_PER_SESSION) {
            return grants.size();
        }
        return grants.stream()
                .map(open::get)
                .filter(one -> one != null && !expired(one))
                .count();
    }

    /**
     * Renews a grant of the same session, token and all.
     *
     * @throws ApiProblem 410 where it has ended, whoever held it
     */
    GrantBody renew(Principal principal, String id, String host) {
        @Nullable Open one = open.get(id);
        if (one == null || !one.admission().sessionId().equals(principal.sessionId()) || expired(one)) {
            throw ApiProblem.of(410, "gone", "The grant has ended; ask for a new one");
        }
        return make(one.admission(), principal, host);
    }

    void close(Principal principal, String id) {
        @Nullable Open one = open.get(id);
        if (one != null && one.admission().sessionId().equals(principal.sessionId()) && open.remove(id, one)) {
            forget(one);
            if (open.values().stream().noneMatch(other -> other.held().equals(one.held()))) {
                until.remove(one.held());
            }
            cut.accept(watching -> watching.grantId().equals(id));
        }
    }

    private void sessionEnded(String sessionId) {
        ofSession.getOrDefault(sessionId, Set.of()).forEach(open::remove);
        ofSession.remove(sessionId);
        until.keySet().removeIf(held -> held.sessionId().equals(sessionId));
        cut.accept(watching -> watching.sessionId().equals(sessionId));
    }

    private void forget(Open one) {
        ofSession.computeIfPresent(one.admission().sessionId(), (session, grants) -> {
            grants.remove(one.admission().grantId());
            return grants.isEmpty() ? null : grants;
        });
    }

    /**
     * To be called when grants were given by rights as they stood some moments ago: where they have changed meanwhile, what was
     * given is looked at again.
     */
    void settle(Principal principal) {
        Optional<Principal> now = sessions.current(principal.sessionId());
        if (now.isEmpty() || now.get().reach() != principal.reach()) {
            lookAgain();
        }
    }

    /** Takes back what those who hold it may no longer see. */
    private void lookAgain() {
        Map<String, Optional<Principal>> holders = new HashMap<>();
        for (Open one : List.copyOf(open.values())) {
            Admission admission = one.admission();
            boolean may = holders.computeIfAbsent(admission.sessionId(), sessions::current)
                    .filter(who -> rights.may(who, Level.VIEW, admission.cameraId()))
                    .isPresent();
            if (!may && open.remove(admission.grantId(), one)) {
                forget(one);
                until.remove(one.held());
                cut.accept(watching -> watching.grantId().equals(admission.grantId()));
            }
        }
    }

    private GrantBody make(Admission admission, Principal principal, String host) {
        String cameraId = admission.cameraId();
        Inventory.Found found = inventory.source(cameraId, admission.role());
        if (!found.cameraThere() || !rights.may(principal, Level.VIEW, cameraId)) {
            @Nullable Open before = open.remove(admission.grantId());
            if (before != null) {
                forget(before);
            }
            throw ApiProblem.notFound();
        }
        Inventory.Source source = Optional.ofNullable(found.source())
                .orElseThrow(() -> ApiProblem.of(404, "noSuchStream", "The camera offers no stream of this role"));
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        Instant end = now.plus(GOOD_FOR);
        Open one = new Open(admission, end);
        open.put(admission.grantId(), one);
        ofSession
                .computeIfAbsent(admission.sessionId(), session -> ConcurrentHashMap.newKeySet())
                .add(admission.grantId());
        until.put(one.held(), end);
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
                null);
    }

    @Override
    public @Nullable Admission of(String grantId) {
        @Nullable Open one = open.get(grantId);
        return one == null || expired(one) ? null : one.admission();
    }

    @Override
    public Set<Admission> ended(Set<Admission> watching) {
        Set<Admission> over = new HashSet<>();
        Map<String, Optional<Principal>> people = new HashMap<>();
        for (Admission one : watching) {
            @Nullable Instant end = until.get(new Held(one.sessionId(), one.cameraId(), one.role()));
            boolean granted = end != null && end.plus(GRACE).isAfter(clock.now());
            boolean may = granted
                    && people.computeIfAbsent(one.sessionId(), sessions::current)
                            .filter(who -> rights.may(who, Level.VIEW, one.cameraId()))
                            .isPresent();
            if (!may) {
                over.add(one);
            }
        }
        return over;
    }

    private boolean expired(Open one) {
        return !one.expiresAt().isAfter(clock.now());
    }

    private void sweep() {
        Instant now = clock.now();
        open.values().stream().filter(this::expired).forEach(one -> {
            if (open.remove(one.admission().grantId(), one)) {
                forget(one);
            }
        });
        until.values().removeIf(end -> !end.plus(GRACE).isAfter(now));
    }
}
