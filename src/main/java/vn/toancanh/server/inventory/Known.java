package vn.toancanh.server.inventory;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.CameraEntry;

/** What is there of a camera before an import. */
record Known(
        @Nullable Integer number,
        String digest,
        String state,
        boolean gone,
        @Nullable String head) {
    static final String COLUMNS = "id, number, digest, state, gone, onvif_url";

    /** Of a row of {@link #COLUMNS}. */
    static Known of(ResultSet row) throws SQLException {
        int number = row.getInt(2);
        return new Known(
                row.wasNull() ? null : number,
                row.getString(3),
                row.getString(4),
                row.getInt(5) == 1,
                row.getString(6));
    }

    /** True where another address of the head is named than is there; what is not named stays. */
    boolean isSteeredElsewhere(CameraEntry entry) {
        @Nullable URI named = entry.head();
        return named != null && !named.toString().equals(head);
    }
}
