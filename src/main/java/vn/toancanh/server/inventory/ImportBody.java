package vn.toancanh.server.inventory;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import vn.toancanh.server.http.CappedList;

/**
 * An import as it is sent; nothing of it is believed before {@link ImportCheck} has seen it. Its lists are counted while they are read,
 * those of one camera with some to spare, so that what is too much of them is told with the camera's line.
 */
record ImportBody(
        @JsonDeserialize(as = Sites.class) @Nullable List<@Nullable SiteLine> sites,
        @JsonDeserialize(as = Cameras.class) @Nullable List<@Nullable CameraLine> cameras) {
    /** Sites, and cameras, of one import. */
    static final int MOST = 200_000;

    private static final int MOST_STREAMS = 8;
    private static final int MOST_WORDS = 64;

    static final class Sites extends CappedList<@Nullable SiteLine> {
        @Serial
        private static final long serialVersionUID = 1L;

        Sites() {
            super(MOST);
        }
    }

    static final class Cameras extends CappedList<@Nullable CameraLine> {
        @Serial
        private static final long serialVersionUID = 1L;

        Cameras() {
            super(MOST);
        }
    }

    static final class Streams extends CappedList<@Nullable StreamLine> {
        @Serial
        private static final long serialVersionUID = 1L;

        Streams() {
            super(MOST_STREAMS);
        }
    }

    static final class Texts extends CappedList<@Nullable String> {
        @Serial
        private static final long serialVersionUID = 1L;

        Texts() {
            super(MOST_WORDS);
        }
    }

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
            @JsonDeserialize(as = Texts.class) @Nullable List<@Nullable String> tags,
            @Nullable GeoLine geo,
            @Nullable Boolean ptz,
            @Nullable String onvif,
            @JsonDeserialize(as = Streams.class) @Nullable List<@Nullable StreamLine> streams) {}

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
            @JsonDeserialize(as = Texts.class) @Nullable List<@Nullable String> tlsPins,
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
