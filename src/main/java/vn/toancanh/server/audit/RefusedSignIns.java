package vn.toancanh.server.audit;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.StoreException;

/**
 * Notes who could not sign in. What was typed as a user name may be a password, so it is kept only where it could be a name
 * at all. So many a minute are noted; those beyond are counted, and the number stands in the next entry. Any thread; blocks.
 */
public final class RefusedSignIns {
    static final int MOST_OF_ONE_ADDRESS = 30;
    static final int MOST = 120;

    private static final Logger LOG = LoggerFactory.getLogger(RefusedSignIns.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String NO_NAME = "***";

    private final Database database;
    private final AuditTrail trail;
    private final Allowance ofOneAddress;
    private final Allowance ofAll;
    private final AtomicLong notNoted = new AtomicLong();

    public RefusedSignIns(Database database, AuditTrail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.ofOneAddress = new Allowance(MOST_OF_ONE_ADDRESS, MINUTE, clock);
        this.ofAll = new Allowance(MOST, MINUTE, clock);
    }

    /**
     * Notes a refused sign-in. Where the database refuses the note only the log says so: the answer to a wrong password stays
     * what it is.
     *
     * @param typed as the user name
     * @param reason word for programs, such as {@code badCredentials}
     */
    public void note(String typed, String address, @Nullable String client, String reason) {
        if (!ofOneAddress.take(address, 1) || !ofAll.take("", 1)) {
            notNoted.incrementAndGet();
            return;
        }
        long before = notNoted.getAndSet(0);
        Map<String, Object> facts = new TreeMap<>(Map.of("reason", reason));
        if (before > 0) {
            facts.put("notNoted", before);
        }
        String name = name(typed);
        try {
            database.write(sql -> {
                trail.note(
                        sql,
                        new Caller(null, name, null, address, client),
                        Outcome.REFUSED,
                        "session.refused",
                        "account/" + name,
                        facts);
                return 0;
            });
        } catch (StoreException refused) {
            notNoted.addAndGet(before + 1);
            LOG.warn("a refused sign-in was not noted: {}", refused.getMessage());
        }
    }

    static String name(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        return name.matches("[\\p{L}\\p{N}._@-]{1,64}") ? name : NO_NAME;
    }
}
