package vn.toancanh.server.places;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.store.Database;

/** Where cameras stand, as the catalogue has it. Any thread; blocks. */
public final class Places {
    private static final int MOST_BELOW = 50_000;

    private static final String BELOW = "WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT s.id FROM site s"
            + " JOIN below b ON s.parent_id = b.id) ";

    /**
     * A camera's place.
     *
     * @param lat degrees, WGS 84; null where nobody entered it
     * @param lon degrees
     * @param head whether it can be steered
     */
    public record Spot(
            String cameraId,
            String siteId,
            @Nullable Double lat,
            @Nullable Double lon,
            boolean head) {}

    private final Database database;

    public Places(Database database) {
        this.database = database;
    }

    /** Empty where there is no such camera, or no longer. */
    public Optional<Spot> spot(String cameraId) {
        return database.read(sql -> sql.first(
                "SELECT id, site_id, lat, lon, ptz FROM camera WHERE id = ? AND gone = 0",
                row -> new Spot(
                        row.getString(1),
                        row.getString(2),
                        (Double) row.getObject(3),
                        (Double) row.getObject(4),
                        row.getInt(5) == 1),
                cameraId));
    }

    public boolean siteThere(String siteId) {
        return database.read(sql -> sql.number("SELECT count(*) FROM site WHERE id = ?", siteId)) > 0;
    }

    /** True where the site is that ancestor or stands below it. */
    public boolean within(String siteId, String ancestorId) {
        return database.read(sql -> sql.number(BELOW + "SELECT count(*) FROM below WHERE id = ?", ancestorId, siteId))
                > 0;
    }

    /** Ids of the cameras that hang at a site itself. */
    public List<String> camerasAt(String siteId) {
        return database.read(sql -> sql.list(
                "SELECT id FROM camera WHERE site_id = ? AND gone = 0 ORDER BY id LIMIT " + MOST_BELOW,
                row -> row.getString(1),
                siteId));
    }

    /** Ids of the cameras of a site and of those below it. */
    public List<String> camerasBelow(String siteId) {
        return database.read(sql -> sql.list(
                BELOW
                        + "SELECT c.id FROM camera c JOIN below b ON c.site_id = b.id WHERE c.gone = 0 ORDER BY c.id LIMIT "
                        + MOST_BELOW,
                row -> row.getString(1),
                siteId));
    }
}
