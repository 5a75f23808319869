package vn.toancanh.server.inventory;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Spot;
import vn.toancanh.server.store.Sql;

/** Who is told that the catalogue changed: those who see, or saw until then, something of what did. */
final class Audience {
    /** Where more cameras than this change at once, everybody is told, and finds out for himself. */
    private static final int MOST = 256;

    private Audience() {}

    static Predicate<Principal> ofCameras(Sql sql, long revision) throws SQLException {
        List<Spot> spots = sql.list(
                "SELECT site_id, tags, published FROM camera WHERE revision = ?1 UNION SELECT site_id, tags, published"
                        + " FROM camera_before WHERE until_revision = ?1 LIMIT " + (MOST + 1),
                row -> Spot.of(row.getString(1), row.getString(2), row.getInt(3) == 1),
                revision);
        return spots.size() > MOST
                ? everybody -> true
                : who -> who.reach().scope().everything()
                        || spots.stream().anyMatch(spot -> who.reach().may(Level.VIEW, spot));
    }
}
