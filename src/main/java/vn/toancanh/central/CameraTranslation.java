package vn.toancanh.central;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraPlace;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Codec;
import vn.toancanh.model.GeoPoint;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;

/** Cameras and sites of the wire as those of the model. What cannot be used is left out, never the whole camera for its sake. */
final class CameraTranslation {
    private static final int LONGEST_ID = 64;

    private CameraTranslation() {}

    static boolean isId(@Nullable String id) {
        return id != null && !id.isBlank() && id.length() <= LONGEST_ID;
    }

    /** The id, where it is one. */
    static Optional<CameraId> id(@Nullable String id) {
        return id != null && isId(id) ? Optional.of(new CameraId(id)) : Optional.empty();
    }

    /** Empty where it has no usable id. */
    static Optional<Site> site(Dto.Site site) {
        String id = site.id();
        if (id == null || !isId(id)) {
            return Optional.empty();
        }
        String parent = site.parentId();
        return Optional.of(new Site(
                new SiteId(id),
                parent != null && isId(parent) ? new SiteId(parent) : null,
                Objects.requireNonNullElse(site.name(), id)));
    }

    /** Empty where it has no usable id. */
    static Optional<Camera> camera(Dto.Camera camera) {
        String id = camera.id();
        if (id == null || !isId(id)) {
            return Optional.empty();
        }
        Integer number = camera.number();
        String site = camera.siteId();
        Dto.Capabilities capabilities = camera.capabilities();
        return Optional.of(new Camera(
                new CameraId(id),
                number != null && number >= 1 && number <= 999_999 ? number : null,
                Objects.requireNonNullElse(camera.name(), id),
                new SiteId(site != null && isId(site) ? site : "-"),
                texts(camera.tags()),
                place(camera.geo()),
                state(camera.status()),
                capabilities != null
                        && capabilities.ptz() != null
                        && capabilities.ptz().isObject(),
                streams(camera.streams()),
                Objects.requireNonNullElse(camera.revision(), 0L)));
    }

    private static List<String> texts(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().filter(Objects::nonNull).toList();
    }

    private static @Nullable CameraPlace place(Dto.@Nullable Geo geo) {
        if (geo == null || geo.lat() == null || geo.lon() == null) {
            return null;
        }
        double lat = geo.lat();
        double lon = geo.lon();
        if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
            return null;
        }
        Double heading = geo.azimuthDeg();
        Double fov = geo.fovDeg();
        Double range = geo.rangeM();
        return new CameraPlace(
                new GeoPoint(lat, lon),
                heading != null && heading >= 0 && heading < 360 ? heading : null,
                fov != null && fov > 0 && fov <= 360 ? fov : null,
                range != null && range >= 0 && Double.isFinite(range) ? range : null);
    }

    private static CameraState state(Dto.@Nullable Status status) {
        String word = status == null || status.state() == null ? "" : status.state();
        return switch (word) {
            case "online" -> CameraState.ONLINE;
            case "offline" -> CameraState.OFFLINE;
            case "unauthorised" -> CameraState.UNAUTHORISED;
            case "noVideo" -> CameraState.NO_VIDEO;
            case "disabled" -> CameraState.DISABLED;
            default -> CameraState.UNKNOWN;
        };
    }

    private static List<StreamProfile> streams(@Nullable List<Dto.Stream> streams) {
        List<StreamProfile> profiles = new ArrayList<>();
        for (Dto.Stream stream : streams == null ? List.<Dto.Stream>of() : streams) {
            Optional<StreamRole> role = role(stream.role());
            role.ifPresent(known -> profiles.add(new StreamProfile(
                    Objects.requireNonNullElse(stream.id(), word(known)),
                    known,
                    codec(stream.codec()),
                    atLeastZero(stream.width()),
                    atLeastZero(stream.height()),
                    stream.fps() == null ? 0 : Math.max(0, stream.fps()),
                    atLeastZero(stream.bitrateKbps()),
                    atLeastZero(stream.gop()))));
        }
        return profiles;
    }

    private static int atLeastZero(@Nullable Integer value) {
        return value == null ? 0 : Math.max(0, value);
    }

    static String word(StreamRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** Empty for roles of a newer server: nobody asks for them by name. */
    static Optional<StreamRole> role(@Nullable String word) {
        return switch (word) {
            case "main" -> Optional.of(StreamRole.MAIN);
            case "sub" -> Optional.of(StreamRole.SUB);
            case "third" -> Optional.of(StreamRole.THIRD);
            case null, default -> Optional.empty();
        };
    }

    private static Codec codec(@Nullable String word) {
        return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
            case "h264" -> Codec.H264;
            case "h265" -> Codec.H265;
            case "mjpeg" -> Codec.MJPEG;
            default -> Codec.UNKNOWN;
        };
    }
}
