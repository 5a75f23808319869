package vn.toancanh.server.layouts;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A layout as it is sent; {@code cells} is stored as the JSON it is sent as.
 *
 * @param own made by who asks
 * @param changeable whoever asks may save a new version of it now
 * @param lock who keeps others from changing it; null: nobody
 */
record LayoutBody(
        String id,
        String name,
        String scope,
        Raster grid,
        @JsonRawValue String cells,
        long version,
        String modifiedBy,
        Instant modifiedAt,
        boolean own,
        boolean changeable,
        @Nullable Lock lock) {
    /** The same with other cells. */
    LayoutBody told(String others) {
        return new LayoutBody(id, name, scope, grid, others, version, modifiedBy, modifiedAt, own, changeable, lock);
    }

    /** @param own held by who asks */
    record Lock(String by, Instant since, boolean own) {}

    record Raster(int columns, int rows) {}

    record Cell(int x, int y, int w, int h, JsonNode content) {
        /** True where that one, as it is kept, lies just there. */
        boolean isAt(JsonNode kept) {
            return kept.path("x").asInt(-1) == x
                    && kept.path("y").asInt(-1) == y
                    && kept.path("w").asInt(-1) == w
                    && kept.path("h").asInt(-1) == h;
        }
    }

    record Page(List<LayoutBody> items, @Nullable String nextCursor) {}
}
