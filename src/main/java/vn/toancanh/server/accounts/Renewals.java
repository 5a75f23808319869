package vn.toancanh.server.accounts;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.server.store.Sql;

/**
 * Which refresh token a session may be renewed by: the newest, and the one before it while nobody has shown that the newest
 * arrived. An answer that is lost on the way, or with a server that is killed, must not cost a desk its session. Any thread.
 */
final class Renewals {
    /**
     * So long after it was changed, or after a start of the server, the token before is taken again: a desk's patience with an
     * answer, and the longest wait before it tries once more.
     */
    static final Duration AGAIN = Duration.ofSeconds(60);

    /** Access tokens seen, of sessions renewed a moment ago: their desk has got the newest pair. */
    private record Seen(String accessHash, long nanos) {}

    /** A session in whose place the token before was presented. */
    private record Before(String sessionId, String accessHash, Instant changedAt) {}

    private final Clock clock;
    private final long begunNanos;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    Renewals(Clock clock) {
        this.clock = clock;
        this.begunNanos = clock.nanos();
    }

    /** True where a renewal by that token has to be looked at by the writer; whatever else comes is nobody's. */
    static boolean known(Sql sql, byte[] hash) throws SQLException {
        return sql.number(
                        "SELECT EXISTS (SELECT 1 FROM session WHERE refresh_hash = ?)"
                                + " OR EXISTS (SELECT 1 FROM spent_refresh WHERE hash = ?)",
                        hash,
                        hash)
                > 0;
    }

    /** The session that the token before may renew once more; empty where that would be a second holder's. */
    Optional<String> again(Sql sql, byte[] hash) throws SQLException {
        return sql.first(
                        "SELECT id, access_hash, refresh_changed_at FROM session WHERE refresh_before = ?",
                        row -> new Before(row.getString(1), hex(row.getBytes(2)), Instant.ofEpochMilli(row.getLong(3))),
                        hash)
                .filter(before -> (young(before.changedAt()) || young(begunNanos)) && !arrived(before))
                .map(Before::sessionId);
    }

    /** Puts new tokens in the place of those that the session had; the token that was presented stays the one before. */
    void change(Sql sql, String sessionId, byte[] presented, Secret access, Secret refresh) throws SQLException {
        Instant now = clock.now();
        seen.values().removeIf(each -> !young(each.nanos()));
        sql.change(
                "INSERT INTO spent_refresh (hash, session_id) SELECT refresh_hash, id FROM session WHERE id = ?",
                sessionId);
        sql.change(
                "UPDATE session SET refresh_changed_at = CASE WHEN refresh_before IS ? THEN refresh_changed_at ELSE ? END,"
                        + " refresh_before = ?, access_hash = ?, access_expires_at = ?, refresh_hash = ? WHERE id = ?",
                presented,
                now.toEpochMilli(),
                presented,
                Tokens.hash(access.reveal()),
                now.plus(Sessions.ACCESS).toEpochMilli(),
                Tokens.hash(refresh.reveal()),
                sessionId);
    }

    /** An access token has been presented: whoever renewed last has got his answer. */
    void presented(Principal who, byte[] accessHash) {
        if (young(who.accessExpiresAt().minus(Sessions.ACCESS)) || young(begunNanos)) {
            seen.put(who.sessionId(), new Seen(hex(accessHash), clock.nanos()));
        }
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private boolean arrived(Before before) {
        @Nullable Seen last = seen.get(before.sessionId());
        return last != null && last.accessHash().equals(before.accessHash());
    }

    private boolean young(long sinceNanos) {
        return clock.nanos() - sinceNanos < AGAIN.toNanos();
    }

    private boolean young(Instant since) {
        return Duration.between(since, clock.now()).abs().compareTo(AGAIN) < 0;
    }
}
