package vn.toancanh.server.inventory;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraPlace;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.GeoPoint;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;

/** Turns a sent import into the model's words, collecting every fault with its line before anything is stored. */
final class ImportCheck {
    private static final int MOST_ERRORS = 1000;
    private static final int MOST_PIXELS = 16_384;

    private final CameraAddresses where;
    private final List<FieldError> errors = new ArrayList<>();
    private final List<Site> sites = new ArrayList<>();
    private final List<ImportLine> lines = new ArrayList<>();
    private String at = "";
    private @Nullable Integer line;

    private ImportCheck(CameraAddresses where) {
        this.where = where;
    }

    /**
     * Checks all of it.
     *
     * @throws ApiProblem 422 naming each fault
     */
    static ImportCheck of(ImportBody body, CameraAddresses where) {
        ImportCheck check = new ImportCheck(where);
        check.sites(body.sites() == null ? List.of() : body.sites());
        check.cameras(body.cameras());
        if (!check.errors.isEmpty()) {
            throw ApiProblem.importRefused(check.errors);
        }
        return check;
    }

    List<Site> sites() {
        return sites;
    }

    List<ImportLine> lines() {
        return lines;
    }

    private void sites(List<ImportBody.@Nullable SiteLine> sent) {
        for (int i = 0; i < sent.size(); i++) {
            at = "/sites/" + i;
            ImportBody.@Nullable SiteLine site = sent.get(i);
            String id = text("/id", site == null ? null : site.id(), 64);
            String name = text("/name", site == null ? null : site.name(), 200);
            @Nullable String parent = site == null ? null : site.parentId();
            if (parent != null) {
                text("/parentId", parent, 64);
            }
            if (errors.isEmpty()) {
                sites.add(new Site(new SiteId(id), parent == null ? null : new SiteId(parent), name));
            }
        }
    }

    private void cameras(@Nullable List<ImportBody.@Nullable CameraLine> sent) {
        if (sent == null) {
            throw ApiProblem.badField("/cameras", "required", "a list is needed");
        }
        for (int i = 0; i < sent.size(); i++) {
            at = "/cameras/" + i;
            ImportBody.@Nullable CameraLine camera = sent.get(i);
            line = camera == null ? null : camera.line();
            if (camera == null) {
                fault("", "required", "an object is needed");
            } else {
                camera(camera);
            }
        }
    }

    private void camera(ImportBody.CameraLine sent) {
        if (line != null && line < 1) {
            line = null;
            fault("/line", "range", "from 1");
        }
        String id = text("/id", sent.id(), 64);
        String name = text("/name", sent.name(), 200);
        String site = text("/siteId", sent.siteId(), 64);
        @Nullable Integer number = sent.number();
        if (number != null && (number < 1 || number > 999_999)) {
            fault("/number", "range", "1 to 999999");
        }
        List<String> tags = tags(sent.tags());
        @Nullable CameraPlace place = place(sent.geo());
        List<StreamProfile> profiles = new ArrayList<>();
        List<StreamSource> sources = new ArrayList<>();
        streams(sent.streams(), profiles, sources);
        @Nullable URI head = HeadCheck.of(sent.onvif(), sources, (code, detail) -> fault("/onvif", code, detail));
        if (errors.isEmpty()) {
            Camera camera = new Camera(
                    new CameraId(id),
                    number,
                    name,
                    new SiteId(site),
                    tags,
                    place,
                    CameraState.UNKNOWN,
                    Boolean.TRUE.equals(sent.ptz()),
                    profiles,
                    0);
            lines.add(new ImportLine(line, new CameraEntry(camera, sources, head)));
        }
    }

    private List<String> tags(@Nullable List<@Nullable String> sent) {
        List<String> tags = new ArrayList<>();
        for (@Nullable String tag : sent == null ? List.<@Nullable String>of() : sent) {
            tags.add(text("/tags", tag, 64));
        }
        if (tags.size() > 32) {
            fault("/tags", "length", "at most 32");
        }
        return tags;
    }

    private @Nullable CameraPlace place(ImportBody.@Nullable GeoLine geo) {
        if (geo == null) {
            return null;
        }
        @Nullable Double lat = geo.lat();
        @Nullable Double lon = geo.lon();
        boolean latThere = in("/geo/lat", lat, -90, 90);
        boolean lonThere = in("/geo/lon", lon, -180, 180);
        @Nullable Double azimuth = geo.azimuthDeg();
        boolean azimuthRight = azimuth == null || (azimuth >= 0 && azimuth < 360);
        @Nullable Double fov = geo.fovDeg();
        boolean fovRight = fov == null || (fov > 0 && fov <= 360);
        @Nullable Double range = geo.rangeM();
        boolean rangeRight = range == null || (range >= 0 && range <= 100_000);
        if (!azimuthRight) {
            fault("/geo/azimuthDeg", "range", "0 to below 360");
        }
        if (!fovRight) {
            fault("/geo/fovDeg", "range", "above 0 to 360");
        }
        if (!rangeRight) {
            fault("/geo/rangeM", "range", "0 to 100000");
        }
        return latThere && lonThere && azimuthRight && fovRight && rangeRight && lat != null && lon != null
                ? new CameraPlace(new GeoPoint(lat, lon), azimuth, fov, range)
                : null;
    }

    private boolean in(String field, @Nullable Double value, double least, double most) {
        boolean inside = value != null && value >= least && value <= most;
        if (!inside) {
            fault(field, value == null ? "required" : "range", least + " to " + most);
        }
        return inside;
    }

    private void streams(
            @Nullable List<ImportBody.@Nullable StreamLine> sent,
            List<StreamProfile> profiles,
            List<StreamSource> sources) {
        if (sent == null) {
            fault("/streams", "required", "a list is needed");
            return;
        }
        Set<StreamRole> seen = EnumSet.noneOf(StreamRole.class);
        for (int i = 0; i < sent.size(); i++) {
            String field = "/streams/" + i;
            ImportBody.@Nullable StreamLine stream = sent.get(i);
            @Nullable String word = stream == null ? null : stream.role();
            @Nullable StreamRole role = word == null ? null : Words.role(word);
            if (stream == null || role == null) {
                fault(field + "/role", "required", "main, sub or third");
            } else if (!seen.add(role)) {
                fault(field + "/role", "duplicate", "one stream a role");
            } else {
                profiles.add(profile(field, role, stream));
                @Nullable StreamSource source = source(field, role, stream);
                if (source != null) {
                    sources.add(source);
                }
            }
        }
    }

    private StreamProfile profile(String field, StreamRole role, ImportBody.StreamLine stream) {
        return new StreamProfile(
                Words.of(role),
                role,
                Words.codec(stream.codec()),
                size(field + "/width", stream.width(), MOST_PIXELS),
                size(field + "/height", stream.height(), MOST_PIXELS),
                rate(field + "/fps", stream.fps()),
                size(field + "/bitrateKbps", stream.bitrateKbps(), 1_000_000),
                size(field + "/gop", stream.gop(), 100_000));
    }

    private @Nullable StreamSource source(String field, StreamRole role, ImportBody.StreamLine stream) {
        return SourceCheck.of(role, stream, where, (part, code, detail) -> fault(field + part, code, detail));
    }

    private int size(String field, @Nullable Integer value, int most) {
        if (value != null && (value < 0 || value > most)) {
            fault(field, "range", "0 to " + most);
        }
        return value == null ? 0 : value;
    }

    private double rate(String field, @Nullable Double value) {
        if (value != null && !(value >= 0 && value <= 240)) {
            fault(field, "range", "0 to 240");
        }
        return value == null ? 0 : value;
    }

    private String text(String field, @Nullable String value, int most) {
        if (value == null || value.isBlank()) {
            fault(field, "required", "it is missing");
            return "";
        }
        if (value.length() > most) {
            fault(field, "length", "at most " + most + " characters");
        }
        return value;
    }

    private void fault(String field, String code, String detail) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new FieldError(at + field, code, detail, line, null));
        }
    }
}
