package vn.toancanh.server.inventory;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Folding;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraPlace;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Codec;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.model.StreamTransport;
import vn.toancanh.server.store.Sql;
import vn.toancanh.server.store.Vault;

/** Stores cameras one after another with statements prepared once; credentials are sealed on the way in. */
final class CameraWriter implements AutoCloseable {
    private final Vault vault;
    private final long revision;
    private final PreparedStatement before;
    private final PreparedStatement release;
    private final PreparedStatement camera;
    private final PreparedStatement dropStreams;
    private final PreparedStatement stream;

    CameraWriter(Sql sql, Vault vault, long revision) throws SQLException {
        this.vault = vault;
        this.revision = revision;
        this.before = sql.prepare("INSERT INTO camera_before (camera_id, until_revision, site_id, tags, published)"
                + " SELECT id, ?, site_id, tags, published FROM camera WHERE id = ? AND (site_id <> ? OR tags <> ?)");
        this.release = sql.prepare("UPDATE camera SET number = NULL WHERE id = ?");
        this.camera = sql.prepare(
                "INSERT INTO camera (id, number, name, folded, site_id, tags, lat, lon, azimuth_deg, fov_deg,"
                        + " range_m, ptz, digest, revision, state, onvif_url) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET number = excluded.number, name = excluded.name, folded = excluded.folded,"
                        + " site_id = excluded.site_id, tags = excluded.tags, lat = excluded.lat, lon = excluded.lon,"
                        + " azimuth_deg = excluded.azimuth_deg, fov_deg = excluded.fov_deg, range_m = excluded.range_m,"
                        + " ptz = excluded.ptz, digest = excluded.digest, revision = excluded.revision, gone = 0,"
                        + " onvif_url = coalesce(excluded.onvif_url, onvif_url),"
                        + " state = iif(excluded.state = 'unknown', camera.state, excluded.state)");
        this.dropStreams =
                sql.prepare("DELETE FROM stream WHERE camera_id = ? AND role NOT IN (SELECT value FROM json_each(?))");
        this.stream = sql.prepare(
                "INSERT INTO stream (camera_id, ordinal, id, role, codec, width, height, fps, bitrate_kbps, gop,"
                        + " uri, username, password_sealed, credential_mac, tls_pins, transport)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (camera_id, role) DO UPDATE SET ordinal = excluded.ordinal, id = excluded.id,"
                        + " codec = excluded.codec, width = excluded.width, height = excluded.height, fps = excluded.fps,"
                        + " bitrate_kbps = excluded.bitrate_kbps, gop = excluded.gop, uri = excluded.uri,"
                        + " username = coalesce(excluded.username, username),"
                        + " password_sealed = iif(excluded.username IS NULL, password_sealed, excluded.password_sealed),"
                        + " credential_mac = coalesce(excluded.credential_mac, credential_mac),"
                        + " tls_pins = coalesce(excluded.tls_pins, tls_pins),"
                        + " transport = coalesce(excluded.transport, transport)");
    }

    void releaseNumber(CameraId id) throws SQLException {
        release.setString(1, id.value());
        release.executeUpdate();
    }

    /** @param fresh true where no such camera was ever stored */
    void put(CameraEntry entry, boolean fresh) throws SQLException {
        Camera of = entry.camera();
        @Nullable CameraPlace place = of.place();
        if (!fresh) {
            Sql.bind(before, revision, of.id().value(), of.site().value(), json(of.tags()));
            before.executeUpdate();
        }
        Sql.bind(
                camera,
                of.id().value(),
                of.number(),
                of.name(),
                Folding.fold((of.number() == null ? "" : of.number() + " ") + of.name()),
                of.site().value(),
                json(of.tags()),
                place == null ? null : place.point().lat(),
                place == null ? null : place.point().lon(),
                place == null ? null : place.headingDeg(),
                place == null ? null : place.fovDeg(),
                place == null ? null : place.rangeM(),
                of.ptz() ? 1 : 0,
                digest(vault, entry),
                revision,
                Words.of(of.state()),
                entry.head() == null ? null : entry.head().toString());
        camera.executeUpdate();
        List<StreamProfile> streams = streams(entry);
        if (!fresh) {
            Sql.bind(
                    dropStreams,
                    of.id().value(),
                    json(streams.stream().map(s -> Words.of(s.role())).toList()));
            dropStreams.executeUpdate();
        }
        for (int i = 0; i < streams.size(); i++) {
            putStream(of.id(), i, streams.get(i), source(entry, streams.get(i).role()));
        }
    }

    private void putStream(CameraId id, int ordinal, StreamProfile of, @Nullable StreamSource source)
            throws SQLException {
        @Nullable String user = source == null ? null : source.user();
        @Nullable Secret password = source == null ? null : source.password();
        @Nullable List<String> pins = source == null ? null : source.tlsPins();
        @Nullable StreamTransport transport = source == null ? null : source.transport();
        Sql.bind(
                stream,
                id.value(),
                ordinal,
                of.id(),
                Words.of(of.role()),
                Words.of(of.codec()),
                of.width(),
                of.height(),
                of.fps(),
                of.bitrateKbps(),
                of.gop(),
                source == null ? null : source.uri().toString(),
                user,
                user == null || password == null ? null : vault.seal(password, Merge.label(id.value(), of.role())),
                user == null || source == null ? null : mark(vault, source),
                pins == null ? null : Pins.stored(pins),
                transport == null ? null : Words.of(transport));
        stream.executeUpdate();
    }

    private static @Nullable StreamSource source(CameraEntry entry, StreamRole role) {
        return entry.sources().stream()
                .filter(source -> source.role() == role)
                .findFirst()
                .orElse(null);
    }

    /** The profiles, and one made up for a source that came without. */
    private static List<StreamProfile> streams(CameraEntry entry) {
        List<StreamProfile> streams = new ArrayList<>(entry.camera().streams());
        for (StreamSource source : entry.sources()) {
            if (streams.stream().noneMatch(stream -> stream.role() == source.role())) {
                streams.add(new StreamProfile(Words.of(source.role()), source.role(), Codec.UNKNOWN, 0, 0, 0, 0, 0));
            }
        }
        return streams;
    }

    /** A keyed fingerprint of everything but the credentials, the certificates, the transport, the head's address and the state. */
    static String digest(Vault vault, CameraEntry entry) {
        Camera of = entry.camera();
        Camera plain = new Camera(
                of.id(),
                of.number(),
                of.name(),
                of.site(),
                of.tags(),
                of.place(),
                CameraState.UNKNOWN,
                of.ptz(),
                of.streams(),
                0);
        String sources = entry.sources().stream()
                .map(source -> source.role() + " " + source.uri())
                .collect(Collectors.joining("\n"));
        return vault.mark("camera\n" + plain + '\n' + sources);
    }

    /** A keyed fingerprint of a stream's credentials. */
    static String mark(Vault vault, StreamSource source) {
        @Nullable Secret password = source.password();
        return vault.mark("credentials\n" + source.user() + '\n' + (password == null ? "" : password.reveal()));
    }

    private static String json(List<String> words) {
        return JsonMapper.shared().writeValueAsString(words);
    }

    @Override
    public void close() throws SQLException {
        before.close();
        release.close();
        camera.close();
        dropStreams.close();
        stream.close();
    }
}
