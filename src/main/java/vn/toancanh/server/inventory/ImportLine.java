package vn.toancanh.server.inventory;

import org.jspecify.annotations.Nullable;
import vn.toancanh.model.CameraEntry;

/**
 * One camera to be merged.
 *
 * @param line where it stands in the sender's file, if he told
 */
record ImportLine(@Nullable Integer line, CameraEntry entry) {
    static ImportLine of(CameraEntry entry) {
        return new ImportLine(null, entry);
    }
}
