package vn.toancanh.central;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.access.ServerPins;
import vn.toancanh.base.Clock;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraPlace;
import vn.toancanh.model.Site;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamSource;
import vn.toancanh.model.StreamTransport;

/** Sends a list of cameras to a central server: signs in, sends all in one request, signs out. Blocks; never on DESK. */
public final class InventoryUpload {
    private static final Logger LOG = LoggerFactory.getLogger(InventoryUpload.class);

    /**
     * What the server made of the list.
     *
     * @param credentialsForgotten streams that are elsewhere now, whose user and password were not sent along and are not used there
     */
    public record Done(int added, int changed, int unchanged, int credentialsForgotten) {}

    private record Answer(
            @Nullable Integer added,
            @Nullable Integer changed,
            @Nullable Integer unchanged,
            @Nullable Integer credentialsForgotten) {}

    private final CentralOptions options;
    private final Wire wire;
    private final SignIn signIn;

    /**
     * Sends nothing yet.
     *
     * @param pins by which the server is known
     */
    public InventoryUpload(CentralOptions options, Clock clock, ServerPins pins) {
        this.options = options;
        OkHttpClient http = new CertificateCheck(pins, new SystemTrust(), clock)
                .guard(new OkHttpClient.Builder())
                .connectTimeout(options.connect())
                .readTimeout(options.page())
                .writeTimeout(options.page())
                .followRedirects(false)
                .build();
        this.wire = new Wire(http, JsonMapper.builder().build());
        this.signIn = new SignIn(wire, clock, options);
    }

    /**
     * Imports all of it or nothing.
     *
     * @param lines where each entry stands in the sender's file, in the order of {@code entries}
     * @throws FailureException as signing in fails; FORBIDDEN without the right to configure; BAD_INPUT where the server
     *     finds something wrong
     */
    public Done send(
            URI server,
            String user,
            Secret password,
            List<Site> sites,
            List<CameraEntry> entries,
            List<Integer> lines) {
        Login login = signIn.enter(server, user, password);
        try {
            return post(wire, login, options, body(sites, entries, lines));
        } finally {
            signOut(login);
        }
    }

    /** One camera, into a site that the server has. */
    static Done save(Wire wire, Login login, CentralOptions options, CameraEntry entry) {
        return post(wire, login, options, body(List.of(), List.of(entry), List.of(1)));
    }

    private static Done post(Wire wire, Login login, CentralOptions options, Map<String, Object> body) {
        Request request = Caller.signed(
                new Request.Builder().url(login.path("imports").build()).post(wire.body(body)), login.token());
        Answer answer = wire.ask(request, Answer.class, options.page()).orThrow();
        return new Done(
                count(answer.added()),
                count(answer.changed()),
                count(answer.unchanged()),
                count(answer.credentialsForgotten()));
    }

    private static int count(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    private void signOut(Login login) {
        try {
            Request request = Caller.signed(
                    new Request.Builder()
                            .url(login.path("sessions", "current").build())
                            .delete(),
                    login.token());
            wire.ask(request, Void.class, options.answer());
        } catch (FailureException stays) {
            LOG.info("the session ends by itself: {}", stays.failure().detail());
        }
    }

    private static Map<String, Object> body(List<Site> sites, List<CameraEntry> entries, List<Integer> lines) {
        List<Object> cameras = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            cameras.add(camera(entries.get(i), lines.get(i)));
        }
        return Map.of("sites", sites.stream().map(InventoryUpload::site).toList(), "cameras", cameras);
    }

    private static Map<String, Object> site(Site site) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", site.id().value());
        putIfThere(
                fields, "parentId", site.parent() == null ? null : site.parent().value());
        fields.put("name", site.name());
        return fields;
    }

    private static Map<String, Object> camera(CameraEntry entry, int line) {
        Camera camera = entry.camera();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("line", line);
        fields.put("id", camera.id().value());
        putIfThere(fields, "number", camera.number());
        fields.put("name", camera.name());
        fields.put("siteId", camera.site().value());
        fields.put("tags", camera.tags());
        CameraPlace place = camera.place();
        if (place != null) {
            fields.put("geo", geo(place));
        }
        fields.put("ptz", camera.ptz());
        putIfThere(fields, "onvif", entry.head() == null ? null : entry.head().toString());
        fields.put(
                "streams",
                entry.sources().stream().map(source -> stream(source, camera)).toList());
        return fields;
    }

    private static Map<String, Object> geo(CameraPlace place) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("lat", place.point().lat());
        fields.put("lon", place.point().lon());
        putIfThere(fields, "azimuthDeg", place.headingDeg());
        putIfThere(fields, "fovDeg", place.fovDeg());
        putIfThere(fields, "rangeM", place.rangeM());
        return fields;
    }

    private static Map<String, Object> stream(StreamSource source, Camera camera) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("role", source.role().name().toLowerCase(Locale.ROOT));
        fields.put("url", source.uri().toString());
        putIfThere(fields, "username", source.user());
        Secret password = source.password();
        putIfThere(fields, "password", password == null ? null : password.reveal());
        putIfThere(fields, "tlsPins", source.tlsPins());
        StreamTransport transport = source.transport();
        putIfThere(
                fields, "transport", transport == null ? null : transport.name().toLowerCase(Locale.ROOT));
        camera.stream(source.role()).ifPresent(profile -> describe(profile, fields));
        return fields;
    }

    private static void describe(StreamProfile profile, Map<String, Object> fields) {
        fields.put("codec", profile.codec().name().toLowerCase(Locale.ROOT));
        fields.put("width", profile.width());
        fields.put("height", profile.height());
        fields.put("fps", profile.fps());
        fields.put("bitrateKbps", profile.bitrateKbps());
        fields.put("gop", profile.gop());
    }

    private static void putIfThere(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
