package vn.toancanh.server.ptz;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;

/** What the routes of heads take and answer. */
final class PtzBodies {
    private static final int MOST_TTL_S = 3600;
    private static final int USUAL_TTL_S = 15;
    private static final int USUAL_DEADMAN_MS = 1000;
    private static final double LEAST_SHARE = 0.01;

    private PtzBodies() {}

    /** A lease as it is asked for; all fields may be missing. */
    record Asked(
            @Nullable Integer ttlS,
            @Nullable Boolean takeover,
            @Nullable String reason) {
        /** @throws ApiProblem 400 */
        Asked check() {
            List<FieldError> errors = new ArrayList<>();
            if (ttlS != null && (ttlS < 1 || ttlS > MOST_TTL_S)) {
                errors.add(FieldError.of("/ttlS", "range", "1 to " + MOST_TTL_S));
            }
            if (reason != null && (reason.isBlank() || reason.length() > 200)) {
                errors.add(FieldError.of("/reason", "length", "1 to 200 characters"));
            }
            if (!errors.isEmpty()) {
                throw ApiProblem.badFields(errors);
            }
            return this;
        }

        Duration ttl() {
            return Duration.ofSeconds(ttlS == null ? USUAL_TTL_S : ttlS);
        }

        boolean takes() {
            return takeover != null && takeover;
        }
    }

    record Holder(String id, String name) {}

    /** A lease as others see it; {@code lockId} is the holder's alone. */
    record Lock(@Nullable String lockId, Holder holder, int priority, Instant takenAt, Instant expiresAt, boolean own) {
        static Lock of(Lease lease, String sessionId) {
            boolean own = lease.holder().sessionId().equals(sessionId);
            return new Lock(
                    own ? lease.lockId() : null,
                    new Holder(lease.holder().accountId(), lease.holder().name()),
                    lease.priority(),
                    lease.takenAt(),
                    lease.expiresAt(),
                    own);
        }
    }

    record LastMover(String id, String name, Instant at) {}

    record State(
            String cameraId, @Nullable Lock lock, @Nullable LastMover lastMover) {}

    record Accepted(long seq, boolean dropped) {}

    /** A command as it is sent. */
    record Command(
            @Nullable String lockId,
            @Nullable Long seq,
            @Nullable String kind,
            @Nullable Double pan,
            @Nullable Double tilt,
            @Nullable Double zoom,
            @Nullable String presetId,
            @Nullable String aux,
            @Nullable Double focus,
            @Nullable Double iris,
            @Nullable Boolean on,
            @Nullable Double share,
            @Nullable Integer deadmanMs) {
        record Checked(String lockId, long seq, HeadCommand command, Duration patience) {}

        /** @throws ApiProblem 400 */
        Checked check() {
            List<FieldError> errors = new ArrayList<>();
            if (lockId == null || lockId.isEmpty() || lockId.length() > 64) {
                errors.add(FieldError.of("/lockId", lockId == null ? "required" : "length", "1 to 64 characters"));
            }
            if (seq == null || seq < 0) {
                errors.add(FieldError.of("/seq", seq == null ? "required" : "range", "0 or more"));
            }
            HeadCommand.@Nullable Kind what =
                    kind == null ? null : HeadCommand.Kind.of(kind).orElse(null);
            if (what == null) {
                errors.add(FieldError.of("/kind", kind == null ? "required" : "format", "a kind of the contract"));
            }
            double[] axes = {axis(errors, "/pan", pan), axis(errors, "/tilt", tilt), axis(errors, "/zoom", zoom)};
            double lens = lens(errors, what);
            @Nullable String word = word(errors, what);
            int patience = deadmanMs == null ? USUAL_DEADMAN_MS : deadmanMs;
            if (patience < 200 || patience > 5000) {
                errors.add(FieldError.of("/deadmanMs", "range", "200 to 5000"));
            }
            if (!errors.isEmpty() || lockId == null || seq == null || what == null) {
                throw ApiProblem.badFields(errors);
            }
            return new Checked(
                    lockId,
                    seq,
                    new HeadCommand(what, axes[0], axes[1], axes[2], lens, word),
                    Duration.ofMillis(patience));
        }

        private static double axis(List<FieldError> errors, String pointer, @Nullable Double value) {
            if (value != null && !(Math.abs(value) <= 1)) {
                errors.add(FieldError.of(pointer, "range", "-1 to 1"));
            }
            return value == null ? 0 : value;
        }

        /** What a lens is told; what is missing where it says what is wanted is named. */
        private double lens(List<FieldError> errors, HeadCommand.@Nullable Kind what) {
            double speed = axis(errors, "/focus", focus);
            double step = axis(errors, "/iris", iris);
            if (what == HeadCommand.Kind.FOCUS && focus == null) {
                errors.add(FieldError.of("/focus", "required", "how fast, and which way"));
            }
            if (what == HeadCommand.Kind.IRIS && iris == null) {
                errors.add(FieldError.of("/iris", "required", "how much, and which way"));
            }
            boolean automatic = what == HeadCommand.Kind.AUTO_FOCUS || what == HeadCommand.Kind.AUTO_IRIS;
            if (automatic && on == null) {
                errors.add(FieldError.of("/on", "required", "on or off"));
            }
            if (share != null && !(share >= LEAST_SHARE && share <= 1)) {
                errors.add(FieldError.of("/share", "range", LEAST_SHARE + " to 1"));
            }
            if (what == HeadCommand.Kind.LOOK) {
                return share == null ? 1 : share;
            }
            if (automatic) {
                return on != null && on ? 1 : 0;
            }
            return what == HeadCommand.Kind.FOCUS ? speed : what == HeadCommand.Kind.IRIS ? step : 0;
        }

        private @Nullable String word(List<FieldError> errors, HeadCommand.@Nullable Kind what) {
            for (String text : new @Nullable String[] {presetId, aux}) {
                if (text != null && (text.isEmpty() || text.length() > 64)) {
                    errors.add(FieldError.of(text.equals(aux) ? "/aux" : "/presetId", "length", "1 to 64 characters"));
                }
            }
            if (what == HeadCommand.Kind.GOTO_PRESET && presetId == null) {
                errors.add(FieldError.of("/presetId", "required", "which preset"));
            }
            if (what == HeadCommand.Kind.AUX && aux == null) {
                errors.add(FieldError.of("/aux", "required", "which auxiliary"));
            }
            return what == HeadCommand.Kind.AUX ? aux : presetId;
        }
    }
}
