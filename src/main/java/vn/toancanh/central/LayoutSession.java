package vn.toancanh.central;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.access.ServerPins;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;

/**
 * Somebody signed in to bring layouts to a server; signs out when it is closed. Blocks; never on DESK. Everything throws a
 * {@link FailureException} where the server refuses.
 */
public final class LayoutSession implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(LayoutSession.class);
    private static final String CAMERAS = "cameras";
    private static final String LAYOUTS = "layouts";
    private static final int MOST_PAGES = 10_000;

    /** What this person may see: ids, and those of cameras with a number. */
    public record Cameras(Set<CameraId> ids, Map<Integer, CameraId> byNumber) {
        public Cameras {
            ids = Set.copyOf(ids);
            byNumber = Map.copyOf(byNumber);
        }
    }

    private final Wire wire;
    private final Login login;
    private final CentralOptions options;
    private final LayoutTranslation translation;

    private LayoutSession(Wire wire, Login login, CentralOptions options) {
        this.wire = wire;
        this.login = login;
        this.options = options;
        this.translation = new LayoutTranslation(wire.json());
    }

    /**
     * Signs in.
     *
     * @param pins by which the server is known
     */
    public static LayoutSession enter(
            CentralOptions options, Clock clock, ServerPins pins, URI server, String user, Secret password) {
        OkHttpClient http = new CertificateCheck(pins, new SystemTrust(), clock)
                .guard(new OkHttpClient.Builder())
                .connectTimeout(options.connect())
                .readTimeout(options.page())
                .writeTimeout(options.page())
                .followRedirects(false)
                .build();
        Wire wire = new Wire(http, JsonMapper.builder().build());
        LayoutSession session =
                new LayoutSession(wire, new SignIn(wire, clock, options).enter(server, user, password), options);
        if (!session.login.offers(LAYOUTS)) {
            session.close();
            throw new FailureException(
                    Failure.of(Kind.UNSUPPORTED, "no layouts at this server").withText("central.noLayouts"));
        }
        return session;
    }

    /** All cameras that this person may see. */
    public Cameras cameras() {
        Set<CameraId> ids = new HashSet<>();
        Map<Integer, CameraId> byNumber = new HashMap<>();
        @Nullable String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            Dto.CameraPage body =
                    get(paged(CAMERAS, "2000", cursor), Dto.CameraPage.class).orThrow();
            for (Dto.Camera item : Objects.requireNonNullElse(body.items(), List.<Dto.Camera>of())) {
                CameraTranslation.camera(item).ifPresent(camera -> {
                    ids.add(camera.id());
                    Integer number = camera.number();
                    if (number != null) {
                        byNumber.put(number, camera.id());
                    }
                });
            }
            cursor = body.nextCursor();
            if (cursor == null || cursor.isEmpty()) {
                break;
            }
        }
        return new Cameras(ids, byNumber);
    }

    /** The layout of that name, ignoring case. */
    public Optional<Layout> find(String name) {
        @Nullable String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            Dto.LayoutPage body =
                    get(paged(LAYOUTS, "500", cursor), Dto.LayoutPage.class).orThrow();
            for (Dto.Layout item : Objects.requireNonNullElse(body.items(), List.<Dto.Layout>of())) {
                if (name.equalsIgnoreCase(item.name())) {
                    return Optional.of(translation.layout(item));
                }
            }
            cursor = body.nextCursor();
            if (cursor == null || cursor.isEmpty()) {
                break;
            }
        }
        return Optional.empty();
    }

    /** Saves a new one (id null), or a new version of one; CONFLICT where there is another version than it was made from. */
    public Layout save(Layout layout) {
        Dto.LayoutDraft draft = translation.draft(layout);
        @Nullable LayoutId id = layout.id();
        Request.Builder request = new Request.Builder();
        if (id == null) {
            request.url(login.path(LAYOUTS).build()).post(wire.bodyOnce(draft));
        } else {
            request.url(login.path(LAYOUTS, id.value()).build())
                    .header("If-Match", tag(id, layout.version()))
                    .put(wire.body(draft));
        }
        return translation.layout(wire.ask(Caller.signed(request, login.token()), Dto.Layout.class, options.answer())
                .orThrow());
    }

    private String tag(LayoutId id, long version) {
        Wire.Reply<Dto.Layout> present = get(login.path(LAYOUTS, id.value()), Dto.Layout.class);
        @Nullable String etag = present.etag();
        if (etag == null) {
            throw Failures.missing("ETag");
        }
        if (translation.layout(present.orThrow()).version() != version) {
            throw new FailureException(Failure.of(Kind.CONFLICT, "version " + version + " was replaced"));
        }
        return etag;
    }

    private HttpUrl.Builder paged(String what, String limit, @Nullable String cursor) {
        HttpUrl.Builder url = login.path(what).addQueryParameter("limit", limit);
        return cursor == null ? url : url.addQueryParameter("cursor", cursor);
    }

    private <T> Wire.Reply<T> get(HttpUrl.Builder url, Class<T> type) {
        return wire.ask(Caller.signed(new Request.Builder().url(url.build()), login.token()), type, options.page());
    }

    /** Signs out. */
    @Override
    public void close() {
        try {
            Request.Builder request = new Request.Builder()
                    .url(login.path("sessions", "current").build())
                    .delete();
            wire.ask(Caller.signed(request, login.token()), Void.class, options.answer());
        } catch (FailureException stays) {
            LOG.info("the session ends by itself: {}", stays.failure().detail());
        }
    }
}
