package vn.toancanh.server.streams;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.accounts.CameraRights;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.relay.Admission;

/** Those who hold grants, as they stand at one look: each session is asked for once. One thread; blocks. */
final class Holders {
    private final Function<String, Optional<Principal>> sessions;
    private final CameraRights rights;
    private final Map<String, Optional<Principal>> known = new HashMap<>();

    /** @param sessions finds who a session is, by its id */
    Holders(Function<String, Optional<Principal>> sessions, CameraRights rights) {
        this.sessions = sessions;
        this.rights = rights;
    }

    /** Whoever holds it, where he may still see the camera; else null. */
    @Nullable
    Principal of(Admission admission) {
        return known.computeIfAbsent(admission.sessionId(), sessions)
                .filter(who -> rights.may(who, Level.VIEW, admission.cameraId()))
                .orElse(null);
    }

    boolean may(Admission admission) {
        return of(admission) != null;
    }
}
