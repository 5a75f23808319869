package vn.toancanh.server.walls;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Principal;

/** Which screens are there, by their heartbeats. In memory: after a restart of the server they register again. Any thread. */
final class Presence {
    /** How often a screen is to report. */
    static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /** How long it counts as there after its last report. */
    static final Duration LAPSE = Duration.ofSeconds(15);

    /** A program that shows a screen. */
    record Display(
            String sessionId,
            String accountId,
            String name,
            String clientId,
            WallState.@Nullable Health health,
            long seenAt) {
        /** True of one and the same program of one person, which may come back with another session. */
        boolean isSame(Display other) {
            return sessionId.equals(other.sessionId())
                    || (accountId.equals(other.accountId()) && clientId.equals(other.clientId()));
        }
    }

    private final Clock clock;
    private final Map<String, Display> displays = new ConcurrentHashMap<>();

    Presence(Clock clock) {
        this.clock = clock;
    }

    /**
     * A program says that it shows a screen; the same program of the same person may come back with another session.
     *
     * @return whoever else shows it, where somebody does; then nothing is changed
     */
    Optional<Display> report(String wallId, String screenId, Principal who, ReportDraft.Checked report) {
        Display next = new Display(
                who.sessionId(), who.accountId(), who.displayName(), report.clientId(), report.health(), clock.nanos());
        Display kept = displays.compute(key(wallId, screenId), (key, last) -> mayFollow(last, next) ? next : last);
        return kept.equals(next) ? Optional.empty() : Optional.of(kept);
    }

    private boolean mayFollow(@Nullable Display last, Display next) {
        return last == null || !there(last) || last.isSame(next);
    }

    Optional<Display> of(String wallId, String screenId) {
        return Optional.ofNullable(displays.get(key(wallId, screenId))).filter(this::there);
    }

    /** True where another display shows that screen than shows the first. */
    boolean isOther(String wallId, String firstId, String screenId) {
        Optional<Display> first = of(wallId, firstId);
        return of(wallId, screenId)
                .filter(display -> first.isEmpty() || !display.isSame(first.get()))
                .isPresent();
    }

    /** True where that session shows one of these screens of the wall. */
    boolean shows(String wallId, Collection<String> screenIds, String sessionId) {
        return screenIds.stream()
                .flatMap(screen -> of(wallId, screen).stream())
                .anyMatch(display -> display.sessionId().equals(sessionId));
    }

    private boolean there(Display display) {
        return clock.nanos() - display.seenAt() < LAPSE.toNanos();
    }

    /** Ids have no slashes. */
    private static String key(String wallId, String screenId) {
        return wallId + '/' + screenId;
    }
}
