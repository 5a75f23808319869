package vn.toancanh.server.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

/**
 * Rights to play a stream for a while. They live in memory: after a restart of the server a desk asks for new ones. Access
 * is direct, with the camera's own address and password; the shape bears a relay's short tokens as well. Any thread.
 */
final class StreamSessions {
    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    /** Streams one session may hold at a time: a wall of several hundred tiles, twice. */
    static final int MOST_PER_SESSION = 1024;

    private static final int SWEEP_AT = 4096;

    private record Open(String sessionId, String cameraId, StreamRole role, Instant expiresAt) {}

    private final Inventory inventory;
    private final CameraRights rights;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Clock clock;
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    StreamSessions(Inventory inventory, CameraRights rights, Sessions sessions, Tokens tokens, Clock clock) {
        this.inventory = inventory;
        this.rights = rights;
        this.sessions = sessions;
        sessions.onEnded(id -> open.values().removeIf(one -> one.sessionId().equals(id)));
        sessions.onRightsChanged(this::lookAgain);
        this.tokens = tokens;
        this.clock = clock;
    }

    int count() {
        sweep();
        return open.size();
    }

    /**
     * Grants one stream.
     *
     * @throws ApiProblem where there is none, or the session holds too many
     */
    GrantBody grant(Principal principal, String cameraId, String roleWord) {
        @Nullable StreamRole role = Words.role(roleWord);
        if (role == null) {
            throw ApiProblem.of(404, "noSuchStream", "The camera offers no stream of this role");
        }
        if (open.size() >= SWEEP_AT) {
            sweep();
        }
        long held = open.values().stream()
                .filter(one -> one.sessionId().equals(principal.sessionId()) && !expired(one))
                .count();
        if (held >= MOST_PER_SESSION) {
            throw ApiProblem.passing(429, "tooManyStreams", "This session holds too many streams", 60);
        }
        return make("g-" + tokens.id(12), principal, cameraId, role);
    }

    /**
     * Renews a grant of the same session.
     *
     * @throws ApiProblem 410 where it has ended, whoever held it
     */
    GrantBody renew(Principal principal, String id) {
        @Nullable Open one = open.get(id);
        if (one == null || !one.sessionId().equals(principal.sessionId()) || expired(one)) {
            throw ApiProblem.of(410, "gone", "The grant has ended; ask for a new one");
        }
        return make(id, principal, one.cameraId(), one.role());
    }

    void close(Principal principal, String id) {
        open.computeIfPresent(id, (key, one) -> one.sessionId().equals(principal.sessionId()) ? null : one);
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
        open.values()
                .removeIf(one -> holders.computeIfAbsent(one.sessionId(), sessions::current)
                        .filter(who -> rights.may(who, Level.VIEW, one.cameraId()))
                        .isEmpty());
    }

    private GrantBody make(String id, Principal principal, String cameraId, StreamRole role) {
        Inventory.Found found = inventory.source(cameraId, role);
        if (!found.cameraThere() || !rights.may(principal, Level.VIEW, cameraId)) {
            open.remove(id);
            throw ApiProblem.notFound();
        }
        Inventory.Source source = Optional.ofNullable(found.source())
                .orElseThrow(() -> ApiProblem.of(404, "noSuchStream", "The camera offers no stream of this role"));
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        Instant end = now.plus(GOOD_FOR);
        open.put(id, new Open(principal.sessionId(), cameraId, role, end));
        @Nullable Secret password = source.password();
        return new GrantBody(
                id,
                cameraId,
                Words.of(role),
                "direct",
                source.uri(),
                source.username(),
                password == null ? null : password.reveal(),
                List.of("tcp"),
                List.of(),
                end,
                now.plus(GOOD_FOR.multipliedBy(3).dividedBy(4)),
                null);
    }

    private boolean expired(Open one) {
        return !one.expiresAt().isAfter(clock.now());
    }

    private void sweep() {
        open.values().removeIf(this::expired);
    }
}
