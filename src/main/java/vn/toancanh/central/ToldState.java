package vn.toancanh.central;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.access.OfflineRights;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionState;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;

/** How the session stands, and who is told. Lane: DESK. */
final class ToldState {
    private final Clock clock;
    private final OfflineRights offline;
    private final Map<Object, Consumer<SessionState>> listeners = new LinkedHashMap<>();
    private SessionState state = SessionState.SIGNED_OUT;

    ToldState(Clock clock, OfflineRights offline) {
        this.clock = clock;
        this.offline = offline;
    }

    SessionState state() {
        return state;
    }

    Phase phase() {
        return state.connection().phase();
    }

    Handle onChange(Consumer<SessionState> listener) {
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    void set(@Nullable Session session, Phase phase) {
        set(session, phase, null);
    }

    /** @param failure why; told on only where it is more than that nobody answers */
    void set(@Nullable Session session, Phase found, @Nullable Failure failure) {
        boolean without = found == Phase.AWAY || found == Phase.WAITING;
        Phase phase = without && offline.over() ? Phase.LAPSED : found;
        Failure why = failure != null && failure.kind() == Kind.UNTRUSTED ? failure : null;
        Connection before = state.connection();
        Instant until = phase == Phase.AWAY || phase == Phase.WAITING ? offline.untilHere() : null;
        boolean same = before.phase() == phase && Objects.equals(state.session(), session);
        Connection next = new Connection(phase, same ? before.since() : clock.now(), why, until);
        if (!same || !next.saysTheSame(before)) {
            SessionState told = new SessionState(session, next);
            state = told;
            List.copyOf(listeners.values()).forEach(listener -> listener.accept(told));
        }
    }
}
