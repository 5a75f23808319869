package vn.toancanh.server.accounts;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.store.Sql;

/** How much one account may keep, so that nobody fills the disk of all. Asked within the transaction that keeps one more. */
public final class Bound {
    private Bound() {}

    /**
     * So many at a time.
     *
     * @param count tells how many the account keeps, by its id
     * @throws ApiProblem 422 where that many are kept already
     */
    public static void ofAll(Sql sql, String count, String accountId, int most) throws SQLException {
        if (sql.number(count, accountId) >= most) {
            throw ApiProblem.refused("tooMany", "This account keeps too many", "", "at most " + most);
        }
    }

    /**
     * So many a day, of what stays for ever.
     *
     * @param count tells how many the account has kept since a time, by its id and milliseconds since 1970
     * @throws ApiProblem 429 where that many were kept
     */
    public static void ofADay(Sql sql, String count, String accountId, Instant now, int most) throws SQLException {
        long since = now.minus(Duration.ofDays(1)).toEpochMilli();
        if (sql.number(count, accountId, since) >= most) {
            throw ApiProblem.passing(429, "tooMany", "This account has kept too many today; go on later", 3600);
        }
    }
}
