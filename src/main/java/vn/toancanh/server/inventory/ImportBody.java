package vn.toancanh.server.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An import as it is sent; nothing of it is believed before {@link ImportCheck} has seen it. */
record ImportBody(
        @Nullable List<@Nullable SiteLine> sites, @Nullable List<@Nullable CameraLine> cameras) {
    record SiteLine(
            @Nullable String id,
            @Nullable String parentId,
            @Nullable String name) {}

    record CameraLine(
            @Nullable Integer line,
            @Nullable String id,
            @Nullable Integer number,
            @Nullable String name,
            @Nullable String siteId,
            @Nullable List<@Nullable String> tags,
            @Nullable GeoLine geo,
            @Nullable Boolean ptz,
            @Nullable List<@Nullable StreamLine> streams) {}

    record GeoLine(
            @Nullable Double lat,
            @Nullable Double lon,
            @Nullable Double azimuthDeg,
            @Nullable Double fovDeg,
            @Nullable Double rangeM) {}

    record StreamLine(
            @Nullable String role,
            @Nullable String url,
            @Nullable String username,
            @Nullable String password,
            @Nullable List<@Nullable String> tlsPins,
            @Nullable String transport,
            @Nullable String codec,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Double fps,
            @Nullable Integer bitrateKbps,
            @Nullable Integer gop) {
        /** Never the password, wherever a body ends up. */
        @Override
        public String toString() {
            return "StreamLine[" + role + "]";
        }
    }
}
