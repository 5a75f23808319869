package vn.toancanh.server.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Reach;
import vn.toancanh.server.accounts.Spot;
import vn.toancanh.server.store.Sql;

/**
 * Which entries somebody may read who does not manage all of the city: none that names a camera or site where he may not, or a
 * wall, alarm, record, role or device there, and none of people whose rights lie there alone. What cannot be told any more where it was
 * is left out too. Who manages a part alone, as a ward, reads of the rest only what was done to that part, or by people whose rights lie
 * in it, and by himself; who sees published cameras alone reads nothing. Judged by how things are now, and by how they were last where they are gone. One thread; blocks.
 */
final class AuditSight {
    private static final Pattern NAMED =
            Pattern.compile("(camera|site|wall|alarm|record|webhook|account|role)/([^/]+)(/.*)?");
    private static final String EVERYWHERE = "";

    /** Where the rights of an account lie, by its id or by the name that was typed. */
    private static final String SITES_OF_ACCOUNT =
            "SELECT coalesce(r.site_id, '') FROM role_right r JOIN account a ON a.role_id = r.role_id"
                    + " WHERE r.effect = 'allow' AND (a.id = ?1 OR a.username = ?1)";

    private static final String SITES_OF_ROLE =
            "SELECT coalesce(site_id, '') FROM role_right WHERE effect = 'allow' AND role_id = ?";
    private static final String BELOW = "WITH RECURSIVE below (id) AS (SELECT id FROM site WHERE id = ?"
            + " UNION SELECT site.id FROM site JOIN below ON site.parent_id = below.id) ";
    private static final String SITE_OF_DEVICE = "SELECT coalesce(site_id, '') FROM webhook WHERE id = ?";

    private final @Nullable Reach reach;

    /** The account of whoever manages a part alone; null of others. */
    private final @Nullable String partly;

    private final Map<String, Boolean> known = new HashMap<>();
    private final Map<String, Boolean> owned = new HashMap<>();

    private AuditSight(@Nullable Reach reach, @Nullable String partly) {
        this.reach = reach;
        this.partly = partly;
    }

    /** Of whoever has the data themselves. */
    static AuditSight whole() {
        return new AuditSight(null, null);
    }

    static AuditSight of(Principal who) {
        if (who.reach().whole(Level.MANAGE, null)) {
            return whole();
        }
        return new AuditSight(who.reach(), who.may(Level.MANAGE) ? null : who.accountId());
    }

    /** True where nothing is left out. */
    boolean isWhole() {
        return reach == null;
    }

    /** False of a search that names what he may read nothing of: it ends like one that names what is nowhere, however much there is. */
    boolean mayBeAsked(Sql sql, AuditQuery query) throws SQLException {
        if (reach == null) {
            return true;
        }
        @Nullable String user = query.user();
        @Nullable String site = query.site();
        return !reach.role().publishedOnly()
                && (user == null || named(sql, reach, bearer(user)))
                && named(sql, reach, Objects.requireNonNullElse(query.subject(), ""))
                && (site == null || somethingBelow(sql, reach, site));
    }

    private static boolean somethingBelow(Sql sql, Reach his, String site) throws SQLException {
        List<String> below = sql.list(BELOW + "SELECT id FROM below", row -> row.getString(1), site);
        if (below.stream().anyMatch(each -> site(his, each))) {
            return true;
        }
        // Only by its tags is a camera his whose site is not.
        return his.role().rights().stream().anyMatch(right -> right.allowed() && right.tag() != null)
                && sql.list(
                                BELOW + "SELECT site_id, tags, published FROM camera JOIN below ON site_id = below.id",
                                row -> his.may(
                                        Level.MANAGE, Spot.of(row.getString(1), row.getString(2), row.getInt(3) == 1)),
                                site)
                        .contains(true);
    }

    /** Those of some entries that may be read. */
    List<AuditEntry> of(Sql sql, List<AuditEntry> entries) throws SQLException {
        if (reach == null) {
            return entries;
        }
        if (reach.role().publishedOnly()) {
            return List.of();
        }
        List<AuditEntry> shown = new ArrayList<>();
        for (AuditEntry entry : entries) {
            if (shows(sql, entry, reach)) {
                shown.add(entry);
            }
        }
        return shown;
    }

    private boolean shows(Sql sql, AuditEntry entry, Reach his) throws SQLException {
        @Nullable String account = entry.who().accountId();
        String by = account == null ? "" : bearer(account);
        return (partly == null || owned(sql, his, by, partly) || owned(sql, his, entry.subject(), partly))
                && named(sql, his, by)
                && named(sql, his, entry.subject())
                && told(sql, his, "", parsed(entry.facts()));
    }

    /** True of what lies in his part alone; of what lies nowhere it is not said. */
    private boolean owned(Sql sql, Reach his, String subject, String self) throws SQLException {
        Matcher found = NAMED.matcher(subject);
        if (!found.matches()) {
            return false;
        }
        String kind = found.group(1);
        String id = found.group(2);
        @Nullable Boolean before = owned.get(kind + '/' + id);
        if (before != null) {
            return before;
        }
        boolean own = switch (kind) {
            case "account" -> id.equals(self) || all(his, sql.list(SITES_OF_ACCOUNT, row -> row.getString(1), id));
            case "role" -> all(his, sql.list(SITES_OF_ROLE, row -> row.getString(1), id));
            case "webhook" -> all(his, sql.list(SITE_OF_DEVICE, row -> row.getString(1), id));
            default -> named(sql, his, kind, id);
        };
        owned.put(kind + '/' + id, own);
        return own;
    }

    private static String bearer(String account) {
        return account.startsWith("webhook:") ? account.replaceFirst(":", "/") : "account/" + account;
    }

    private static boolean all(Reach his, List<String> sites) {
        return !sites.isEmpty() && sites.stream().allMatch(site -> site(his, site));
    }

    /** What is no object was cut, and may have named anything. */
    private static @Nullable JsonNode parsed(String facts) {
        try {
            JsonNode node = JsonMapper.shared().readTree(facts);
            return node.isObject() && !node.has("tooLong") && allNamed(node) ? node : null;
        } catch (JacksonException damaged) {
            return null;
        }
    }

    /** False of a large import, which names the first that it changed. */
    private static boolean allNamed(JsonNode facts) {
        long changed = facts.path("sites").asLong(0)
                + facts.path("added").asLong(0)
                + facts.path("changed").asLong(0);
        return !facts.path("named").isArray() || facts.path("named").size() >= changed;
    }

    private boolean told(Sql sql, Reach his, String key, @Nullable JsonNode value) throws SQLException {
        if (value == null) {
            return false;
        }
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> each : value.properties()) {
                if (!told(sql, his, each.getKey(), each.getValue())) {
                    return false;
                }
            }
        }
        if (value.isArray()) {
            for (JsonNode each : value) {
                if (!told(sql, his, key, each)) {
                    return false;
                }
            }
        }
        return !value.isString() || told(sql, his, key, value.asString());
    }

    private boolean told(Sql sql, Reach his, String key, String text) throws SQLException {
        return text.isEmpty()
                || switch (key) {
                    case "camera", "cameras", "cameraId", "cameraIds" -> named(sql, his, "camera", text);
                    case "site", "sites", "siteId" -> named(sql, his, "site", text);
                    case "user", "by" -> named(sql, his, "account", text.toLowerCase(Locale.ROOT));
                    case "grants" -> given(sql, his, text);
                    case "args" -> told(sql, his, "", parsed(text));
                    default -> named(sql, his, text);
                };
    }

    /** A right as it is noted: effect, level, site and tag. */
    private boolean given(Sql sql, Reach his, String right) throws SQLException {
        String[] words = right.split(" ", 4);
        return words.length < 3 || words[2].equals("null") || named(sql, his, "site", words[2]);
    }

    private boolean named(Sql sql, Reach his, String subject) throws SQLException {
        Matcher found = NAMED.matcher(subject);
        return !found.matches() || named(sql, his, found.group(1), found.group(2));
    }

    private boolean named(Sql sql, Reach his, String kind, String id) throws SQLException {
        @Nullable Boolean before = known.get(kind + '/' + id);
        if (before != null) {
            return before;
        }
        boolean told = switch (kind) {
            case "camera" -> camera(sql, his, id);
            case "site" -> site(his, id);
            case "wall" ->
                place(sql, his, partly == null, "SELECT coalesce(site_id, ''), '[]' FROM wall WHERE id = ?", id);
            case "alarm" -> place(sql, his, partly == null, "SELECT site_id, camera_ids FROM alarm WHERE id = ?", id);
            case "record" -> place(sql, his, partly == null, "SELECT site_id, camera_ids FROM record WHERE id = ?", id);
            case "webhook" ->
                place(
                        sql,
                        his,
                        true,
                        "SELECT coalesce(site_id, ''), coalesce(camera_ids, '[]') FROM webhook WHERE id = ?",
                        id);
            case "account" -> account(sql, his, id);
            default -> role(sql, his, id);
        };
        known.put(kind + '/' + id, told);
        return told;
    }

    private static boolean camera(Sql sql, Reach his, String id) throws SQLException {
        return sql.first(
                        "SELECT site_id, tags, published FROM camera WHERE id = ?",
                        row -> Spot.of(row.getString(1), row.getString(2), row.getInt(3) == 1),
                        id)
                .filter(spot -> his.may(Level.MANAGE, spot))
                .isPresent();
    }

    private static boolean site(Reach his, String id) {
        return his.touches(id) && his.at(Level.MANAGE, id);
    }

    private record Place(String site, List<String> cameras) {}

    /** @param everywhere of what is the whole city's */
    private boolean place(Sql sql, Reach his, boolean everywhere, String query, String id) throws SQLException {
        Optional<Place> place = sql.first(
                query,
                row -> new Place(
                        row.getString(1),
                        JsonMapper.shared()
                                .readTree(row.getString(2))
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()),
                id);
        if (place.isEmpty()) {
            return false;
        }
        String site = place.get().site();
        boolean told = site.equals(EVERYWHERE) ? everywhere : named(sql, his, "site", site);
        for (String camera : place.get().cameras()) {
            told = told && named(sql, his, "camera", camera);
        }
        return told;
    }

    /** Of a name that nobody has nothing is given away, but to who is told none that lie elsewhere, and would know them by that. */
    private boolean account(Sql sql, Reach his, String id) throws SQLException {
        List<String> sites = sql.list(SITES_OF_ACCOUNT, row -> row.getString(1), id);
        return sites.isEmpty()
                ? partly == null
                : sites.stream().anyMatch(site -> site.equals(EVERYWHERE) || site(his, site));
    }

    private static boolean role(Sql sql, Reach his, String id) throws SQLException {
        List<String> sites = sql.list(
                "SELECT site_id FROM role_right WHERE role_id = ? AND site_id IS NOT NULL",
                row -> row.getString(1),
                id);
        return sites.stream().allMatch(site -> site(his, site));
    }
}
