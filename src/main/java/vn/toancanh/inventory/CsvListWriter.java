package vn.toancanh.inventory;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraPlace;
import vn.toancanh.model.Codec;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.model.StreamTransport;

/**
 * Writes cameras as the list that {@link CsvListReader} reads; a camera's user, password, certificates and transport are those of
 * its first stream.
 */
final class CsvListWriter {
    private final Map<SiteId, Site> sites = new HashMap<>();

    CsvListWriter(List<Site> sites) {
        sites.forEach(site -> this.sites.put(site.id(), site));
    }

    void write(List<CameraEntry> entries, Writer to) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(to)) {
            csv.writeRecord(Arrays.stream(Column.values()).map(Column::header).toList());
            for (CameraEntry entry : entries) {
                Map<Column, String> values = values(entry);
                csv.writeRecord(Arrays.stream(Column.values())
                        .map(column -> values.getOrDefault(column, ""))
                        .toList());
            }
        }
    }

    private Map<Column, String> values(CameraEntry entry) {
        Map<Column, String> values = new EnumMap<>(Column.class);
        Camera camera = entry.camera();
        values.put(Column.ID, camera.id().value());
        put(values, Column.NUMBER, camera.number());
        values.put(Column.NAME, camera.name());
        values.put(Column.SITE, path(camera.site()));
        values.put(Column.TAGS, String.join("|", camera.tags()));
        CameraPlace place = camera.place();
        if (place != null) {
            number(values, Column.LAT, place.point().lat());
            number(values, Column.LON, place.point().lon());
            number(values, Column.HEADING, place.headingDeg());
            number(values, Column.FOV, place.fovDeg());
            number(values, Column.RANGE, place.rangeM());
        }
        values.put(Column.PTZ, camera.ptz() ? "yes" : "no");
        put(values, Column.ONVIF, entry.head());
        streams(entry, values);
        return values;
    }

    private static void streams(CameraEntry entry, Map<Column, String> values) {
        for (StreamSource source : entry.sources()) {
            if (source.role() == StreamRole.MAIN) {
                values.put(Column.MAIN_URL, source.uri().toString());
            } else if (source.role() == StreamRole.SUB) {
                values.put(Column.SUB_URL, source.uri().toString());
            }
        }
        if (!entry.sources().isEmpty()) {
            StreamSource first = entry.sources().getFirst();
            Secret password = first.password();
            put(values, Column.USER, first.user());
            put(values, Column.PASSWORD, password == null ? null : password.reveal());
            List<String> pins = first.tlsPins();
            put(values, Column.TLS_PIN, pins == null || !pins.isEmpty() ? joined(pins) : PinReader.NONE);
            StreamTransport transport = first.transport();
            put(
                    values,
                    Column.TRANSPORT,
                    transport == null ? null : transport.name().toLowerCase(Locale.ROOT));
        }
        entry.camera().stream(StreamRole.MAIN)
                .ifPresent(stream -> profile(stream, values, Column.MAIN_CODEC, Column.MAIN_SIZE, Column.MAIN_FPS));
        entry.camera().stream(StreamRole.SUB)
                .ifPresent(stream -> profile(stream, values, Column.SUB_CODEC, Column.SUB_SIZE, Column.SUB_FPS));
    }

    private static @Nullable String joined(@Nullable List<String> pins) {
        return pins == null ? null : String.join("|", pins);
    }

    private static void profile(
            StreamProfile stream, Map<Column, String> values, Column codec, Column size, Column fps) {
        if (stream.codec() != Codec.UNKNOWN) {
            values.put(codec, stream.codec().name().toLowerCase(Locale.ROOT));
        }
        if (stream.width() > 0 && stream.height() > 0) {
            values.put(size, stream.width() + "x" + stream.height());
        }
        if (stream.fps() > 0) {
            number(values, fps, stream.fps());
        }
    }

    private static void put(Map<Column, String> values, Column column, @Nullable Object value) {
        if (value != null) {
            values.put(column, value.toString());
        }
    }

    private static void number(Map<Column, String> values, Column column, @Nullable Double value) {
        put(values, column, value == null ? null : BigDecimal.valueOf(value).toPlainString());
    }

    /** The way to a site from the top. */
    private String path(SiteId id) {
        Site site = sites.get(id);
        if (site == null) {
            return id.value();
        }
        SiteId parent = site.parent();
        return parent == null || parent.equals(id) ? site.name() : path(parent) + " / " + site.name();
    }
}
