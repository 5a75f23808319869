package vn.toancanh.server.inventory;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A camera as the contract sends it; {@code tags} stands in the database as the JSON it is sent as. */
record CameraBody(
        String id,
        @Nullable Integer number,
        String name,
        String siteId,
        @JsonRawValue String tags,
        @Nullable Geo geo,
        Status status,
        Capabilities capabilities,
        List<Stream> streams,
        boolean published,
        long revision) {
    record Geo(
            double lat,
            double lon,
            @Nullable Double azimuthDeg,
            @Nullable Double fovDeg,
            @Nullable Double rangeM) {}

    record Status(String state) {}

    record Capabilities(@Nullable Ptz ptz) {}

    /** Nobody offers to steer yet, so that a head is there but {@code control} is {@code none}. */
    record Ptz(String control) {}

    record Stream(String id, String role, String codec, int width, int height, double fps, int bitrateKbps, int gop) {}

    record Page(
            long revision,
            List<CameraBody> items,
            List<String> removed,
            @Nullable String nextCursor,
            @Nullable Long total) {}
}
