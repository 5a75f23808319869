package vn.toancanh.server.alarms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Tokens;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.places.Places;
import vn.toancanh.server.places.Reach;
import vn.toancanh.server.store.Database;

/** Tokens of devices; kept as hashes, shown once, made and revoked by who may configure all of their site. Any thread; blocks. */
final class Webhooks {
    /** What tells these tokens from those of sessions. */
    static final String PREFIX = "tcw_";

    private static final String SELECT =
            "SELECT id, name, site_id, most_priority, per_minute, created_by, created_at, last_used_at, camera_ids FROM webhook"
                    + " WHERE revoked_at IS NULL ";

    private final Database database;
    private final ObjectMapper mapper;
    private final Tokens tokens;
    private final Reach reach;
    private final Places places;
    private final AuditTrail audit;
    private final Clock clock;

    Webhooks(
            Database database,
            ObjectMapper mapper,
            Tokens tokens,
            Reach reach,
            Places places,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.mapper = mapper;
        this.tokens = tokens;
        this.reach = reach;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    List<Webhook> list(Principal who) {
        return database.read(sql -> sql.list(SELECT + "ORDER BY name, id", this::row)).stream()
                .filter(one -> who.reach().whole(Level.CONFIGURE, one.siteId()))
                .toList();
    }

    /**
     * Makes a token.
     *
     * @throws ApiProblem 422 where there is no such site, or they may not configure all of it: one answer for both
     */
    Webhook.Made make(Principal who, WebhookDraft.Checked draft) {
        @Nullable String site = draft.siteId();
        if (site == null && !who.reach().whole(Level.CONFIGURE, null)) {
            throw ApiProblem.forbidden();
        }
        if (site != null && (!places.siteThere(site) || !who.reach().whole(Level.CONFIGURE, site))) {
            throw ApiProblem.refused("unknownSite", "The site cannot be used", "/siteId", "no such site");
        }
        requireCameras(who, draft);
        Secret token = tokens.fresh(PREFIX);
        Webhook webhook = new Webhook(
                "w-" + tokens.id(9),
                draft.name(),
                site,
                draft.cameraIds(),
                draft.mostPriority(),
                draft.perMinute(),
                who.displayName(),
                clock.now().truncatedTo(ChronoUnit.MILLIS),
                null);
        database.write(sql -> {
            sql.change(
                    "INSERT INTO webhook (id, name, token_hash, site_id, most_priority, per_minute, created_by, created_at, camera_ids)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    webhook.id(),
                    webhook.name(),
                    Tokens.hash(token.reveal()),
                    site,
                    webhook.mostPriority(),
                    webhook.perMinute(),
                    webhook.createdBy(),
                    webhook.createdAt().toEpochMilli(),
                    draft.cameraIds() == null ? null : mapper.writeValueAsString(draft.cameraIds()));
            audit.note(sql, who, "webhook.made", "webhook/" + webhook.id(), Map.of("name", webhook.name()));
            return 0;
        });
        return Webhook.Made.of(webhook, token.reveal());
    }

    private void requireCameras(Principal who, WebhookDraft.Checked draft) {
        @Nullable List<String> cameras = draft.cameraIds();
        @Nullable String site = draft.siteId();
        for (int i = 0; cameras != null && i < cameras.size(); i++) {
            String camera = cameras.get(i);
            boolean usable = reach.camera(who, Level.CONFIGURE, camera)
                    && places.spot(camera)
                            .filter(spot -> site == null || places.within(spot.siteId(), site))
                            .isPresent();
            if (!usable) {
                throw ApiProblem.refused(
                        "unknownCamera", "A camera cannot be used", "/cameraIds/" + i, "no such camera");
            }
        }
    }

    /** Ends a token at once. */
    void revoke(Principal who, String id) {
        Webhook webhook = database.read(sql -> sql.first(SELECT + "AND id = ?", this::row, id))
                .filter(one -> who.reach().whole(Level.CONFIGURE, one.siteId()))
                .orElseThrow(ApiProblem::notFound);
        database.write(sql -> {
            audit.note(sql, who, "webhook.revoked", "webhook/" + id, Map.of("name", webhook.name()));
            return sql.change(
                    "UPDATE webhook SET revoked_at = ? WHERE id = ?",
                    clock.now().toEpochMilli(),
                    id);
        });
    }

    /** Whose token that is; empty where it is nobody's, or was revoked. */
    Optional<Webhook> authenticate(String token) {
        byte[] hash = Tokens.hash(token);
        return database.read(sql -> sql.first(SELECT + "AND token_hash = ?", this::row, hash));
    }

    private Webhook row(ResultSet row) throws SQLException {
        long used = row.getLong(8);
        @Nullable String cameras = row.getString(9);
        return new Webhook(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                cameras == null ? null : mapper.readerForListOf(String.class).readValue(cameras),
                row.getInt(4),
                row.getInt(5),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)),
                used == 0 ? null : Instant.ofEpochMilli(used));
    }
}
