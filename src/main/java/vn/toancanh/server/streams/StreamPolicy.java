package vn.toancanh.server.streams;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.audit.Caller;
import vn.toancanh.server.audit.Outcome;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.http.IdempotencyKey;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/**
 * Which cameras a desk may reach by itself, and which relay stands before the others. A site without a word of its own goes as
 * the nearest one above it that has one, and all else by the relay. Any thread; blocks.
 */
public final class StreamPolicy {
    static final String RELAY = "relay";
    static final String DIRECT = "direct";

    /** A change as the audit trail calls it. */
    static final String CHANGED = "streamPolicy.changed";

    /** What is changed, as the audit trail calls it. */
    static final String SUBJECT = "streamPolicy";

    private static final String SETTING = "streamPolicy";
    private static final int MOST_SITES = 10_000;
    private static final int MOST_URL = 300;

    /** Of the sites that a change names, the audit trail says so many. */
    private static final int MOST_NAMED = 40;

    /** The word of one site and what hangs below it. */
    record SiteBody(@Nullable String siteId, @Nullable String access) {}

    /**
     * As it is told and kept.
     *
     * @param relayUrl base address of a relay elsewhere that asks this server for rights; null: the relay of this server
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(
            @Nullable String access,
            @Nullable List<@Nullable SiteBody> sites,
            @Nullable String relayUrl) {
        static final Body USUAL = new Body(RELAY, List.of(), null);
    }

    private record Rules(Body body, boolean direct, Map<String, Boolean> sites) {}

    private final Database database;
    private final Json json;
    private final Function<String, List<String>> sitesAbove;
    private volatile Rules rules;

    /** @param sitesAbove tells of a camera its site and all above it, the nearest first */
    public StreamPolicy(Database database, Json json, Function<String, List<String>> sitesAbove) {
        this.database = database;
        this.json = json;
        this.sitesAbove = sitesAbove;
        this.rules = database.read(this::stored);
    }

    private Rules stored(Sql sql) throws SQLException {
        Optional<String> kept = sql.first("SELECT value FROM setting WHERE name = ?", row -> row.getString(1), SETTING);
        try {
            return rules(kept.isEmpty() ? Body.USUAL : json.mapper().readValue(kept.get(), Body.class));
        } catch (JacksonException | ApiProblem unreadable) {
            // The narrow reading is the safe one.
            return rules(Body.USUAL);
        }
    }

    Body body() {
        return rules.body();
    }

    /** The entity tag of what is told: the same for the same words, also after a restart. */
    String tag(Body of) {
        return '"' + IdempotencyKey.digest(json.mapper().writeValueAsString(of)).substring(0, 16) + '"';
    }

    @Nullable
    String relayUrl() {
        return rules.body().relayUrl();
    }

    /** True where a desk goes to the camera itself. Asks for the camera's sites only where some site has a word of its own. */
    boolean directAt(String cameraId) {
        Rules now = rules;
        if (now.sites().isEmpty()) {
            return now.direct();
        }
        for (String site : sitesAbove.apply(cameraId)) {
            @Nullable Boolean word = now.sites().get(site);
            if (word != null) {
                return word;
            }
        }
        return now.direct();
    }

    /** What else is done in the transaction that changes the policy. */
    interface Also {
        void in(Sql sql) throws SQLException;
    }

    /**
     * Changes it for grants to come.
     *
     * @param seen tag of what the caller saw; null: whatever is there is changed
     * @throws ApiProblem 400 where a word, a site or the address is not right; 412 where somebody was faster
     */
    void change(Body wanted, @Nullable String seen, Also also) {
        Rules next = rules(wanted);
        keep(next, sql -> {
            if (seen != null && !seen.equals(tag(stored(sql).body()))) {
                throw Conditional.stale();
            }
            for (String site : next.sites().keySet()) {
                if (sql.number("SELECT count(*) FROM site WHERE id = ?", site) == 0) {
                    throw ApiProblem.badField("/sites", "unknown", "there is no site " + site);
                }
            }
            also.in(sql);
        });
    }

    private void keep(Rules next, Also also) {
        String text = json.mapper().writeValueAsString(next.body());
        database.write(sql -> {
            also.in(sql);
            sql.change(
                    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                    SETTING,
                    text);
            sql.afterCommit(() -> rules = next);
            return 0;
        });
    }

    /** Which way streams take. */
    public enum Way {
        /** Through a relay. */
        RELAY,
        /** From the camera itself. */
        DIRECT
    }

    /**
     * Has the streams of the city take one way, but for sites that have a word of their own, as the program is told at its start.
     * Nothing is done, nor noted, where they take it already.
     */
    public void ofCity(Way way, AuditTrail audit) {
        Body before = body();
        String access = way == Way.DIRECT ? DIRECT : RELAY;
        if (access.equals(before.access())) {
            return;
        }
        keep(
                rules(new Body(access, before.sites(), before.relayUrl())),
                sql -> audit.note(
                        sql,
                        Caller.program("server"),
                        Outcome.DONE,
                        CHANGED,
                        SUBJECT,
                        facts(access, before.sites(), before.relayUrl())));
    }

    /** What the audit trail says of a policy. */
    static Map<String, Object> facts(
            String access, @Nullable List<@Nullable SiteBody> sites, @Nullable String relayUrl) {
        List<@Nullable SiteBody> all = sites == null ? List.of() : sites;
        List<String> named = all.stream()
                .limit(MOST_NAMED)
                .map(one -> one == null ? "" : "site/" + one.siteId())
                .toList();
        return Map.of(
                "access", access, "sites", all.size(), "named", named, "relayUrl", relayUrl == null ? "" : relayUrl);
    }

    /** Has the streams of all cameras take one way, whatever was said of sites. */
    public void everywhere(Way way) {
        change(new Body(way == Way.DIRECT ? DIRECT : RELAY, List.of(), relayUrl()), null, sql -> {});
    }

    private static Rules rules(Body body) {
        boolean direct = direct("/access", body.access() == null ? RELAY : body.access());
        List<@Nullable SiteBody> given = body.sites() == null ? List.of() : body.sites();
        if (given.size() > MOST_SITES) {
            throw ApiProblem.badField("/sites", "length", "at most " + MOST_SITES);
        }
        Map<String, Boolean> sites = new HashMap<>();
        List<@Nullable SiteBody> kept = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            @Nullable SiteBody one = given.get(i);
            @Nullable String id = one == null ? null : one.siteId();
            @Nullable String word = one == null ? null : one.access();
            if (id == null || word == null || id.isEmpty() || id.length() > 64) {
                throw ApiProblem.badField("/sites/" + i, "required", "siteId and access");
            }
            if (sites.put(id, direct("/sites/" + i + "/access", word)) != null) {
                throw ApiProblem.badField("/sites/" + i + "/siteId", "duplicate", "named twice");
            }
            kept.add(new SiteBody(id, word));
        }
        return new Rules(
                new Body(direct ? DIRECT : RELAY, List.copyOf(kept), url(body.relayUrl())), direct, Map.copyOf(sites));
    }

    private static boolean direct(String pointer, String word) {
        if (!word.equals(DIRECT) && !word.equals(RELAY)) {
            throw ApiProblem.badField(pointer, "unknown", "relay or direct");
        }
        return word.equals(DIRECT);
    }

    private static @Nullable String url(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            URI uri = new URI(text);
            boolean rtsp = "rtsp".equalsIgnoreCase(uri.getScheme()) || "rtsps".equalsIgnoreCase(uri.getScheme());
            boolean plain = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (rtsp && plain && uri.getHost() != null && text.length() <= MOST_URL) {
                return text;
            }
        } catch (URISyntaxException unreadable) {
            // Told below, for all that may be wrong with it.
        }
        throw ApiProblem.badField(
                "/relayUrl", "format", "rtsp:// or rtsps:// with a host, without user, query or fragment");
    }
}
