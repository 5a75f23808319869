package vn.toancanh.server.walls;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scene: what is to stand on some or all screens of a wall, under one name. */
record SceneBody(
        String id,
        String wallId,
        String name,
        List<Part> screens,
        long version,
        String modifiedBy,
        Instant modifiedAt,
        boolean own) {
    /** A layout on a screen; null blanks it. */
    record Part(String screenId, @Nullable String layoutId) {}

    record All(List<SceneBody> items) {}
}
