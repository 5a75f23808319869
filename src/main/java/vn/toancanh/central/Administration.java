package vn.toancanh.central;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.access.ServerPins;
import vn.toancanh.base.Clock;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;

/**
 * Somebody signed in to administer users, roles and sites; signs out when it is closed. What he does not administer is not
 * listed. Blocks; never on DESK. Everything throws a {@link FailureException} where the server refuses.
 */
public final class Administration implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(Administration.class);
    private static final String PAGE = "500";

    /**
     * A user.
     *
     * @param days on which he may sign in
     */
    public record User(String id, String username, String displayName, String roleId, boolean enabled, Days days) {}

    /**
     * Days of an account, as {@code YYYY-MM-DD}, both included; empty: no limit.
     *
     * @param from null where nothing is said of it, and what is there stays
     * @param until likewise
     */
    public record Days(@Nullable String from, @Nullable String until) {
        /** Nothing is said of them. */
        public static final Days UNSAID = new Days(null, null);

        private void putIn(Map<String, @Nullable Object> body) {
            put(body, "validFrom", from);
            put(body, "validUntil", until);
        }

        private static void put(Map<String, @Nullable Object> body, String name, @Nullable String day) {
            if (day != null) {
                body.put(name, day.isEmpty() ? null : day);
            }
        }
    }

    /** Where a user is signed in; times as the server tells them. */
    public record Held(String createdAt, String address, String client) {}

    /**
     * One right of a role.
     *
     * @param level view, operate, manage or configure
     * @param siteId everywhere where null
     * @param tag all where null
     */
    public record Grant(
            String level, @Nullable String siteId, @Nullable String tag, boolean allowed) {}

    /** When a role's people may sign in: days by three letters, times as {@code HH:MM}. */
    public record Hours(List<String> days, String from, String to) {
        public Hours {
            days = List.copyOf(days);
        }
    }

    /**
     * What a role says.
     *
     * @param id empty for a new one
     * @param lockMinutes after so many minutes without hands desks lock, at most; 0: as the desk is set
     */
    public record Role(
            String id,
            String name,
            List<Grant> grants,
            int ptzPriority,
            boolean publishedOnly,
            boolean secondPerson,
            List<Hours> hours,
            int lockMinutes) {
        public Role {
            grants = List.copyOf(grants);
            hours = List.copyOf(hours);
        }
    }

    /** A site; {@code parentId} is null at a root, and where the one above may not be seen. */
    public record Site(String id, @Nullable String parentId, String name) {}

    private final Wire wire;
    private final Login login;
    private final CentralOptions options;

    private Administration(Wire wire, Login login, CentralOptions options) {
        this.wire = wire;
        this.login = login;
        this.options = options;
    }

    /**
     * Signs in.
     *
     * @param pins which certificates are known, besides those that an authority vouches for
     * @throws vn.toancanh.base.FailureException UNTRUSTED with {@link vn.toancanh.access.UntrustedServer} as its cause, where neither does
     */
    public static Administration enter(
            CentralOptions options, Clock clock, ServerPins pins, URI server, String user, Secret password) {
        OkHttpClient http = new CertificateCheck(pins, new SystemTrust(), clock)
                .guard(new OkHttpClient.Builder())
                .connectTimeout(options.connect())
                .readTimeout(options.page())
                .writeTimeout(options.page())
                .followRedirects(false)
                .build();
        Wire wire = new Wire(http, JsonMapper.builder().build());
        return new Administration(wire, new SignIn(wire, clock, options).enter(server, user, password), options);
    }

    public List<User> users() {
        List<User> users = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            HttpUrl.Builder url = login.path("users").addQueryParameter("limit", PAGE);
            if (cursor != null) {
                url.addQueryParameter("cursor", cursor);
            }
            AdminDto.UserPage page = get(url, AdminDto.UserPage.class).orThrow();
            AdminDto.items(page.items()).forEach(user -> users.add(user.read()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return users;
    }

    /** Makes a user. */
    public void addUser(String username, String displayName, String roleId, Secret password, Days days) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("username", username);
        body.put("displayName", displayName);
        body.put("roleId", roleId);
        body.put("password", password.reveal());
        days.putIn(body);
        ask(new Request.Builder().url(login.path("users").build()).post(wire.bodyOnce(body)));
    }

    public void changeUser(User user) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("displayName", user.displayName());
        body.put("roleId", user.roleId());
        body.put("enabled", user.enabled());
        user.days().putIn(body);
        change(body, "users", user.id());
    }

    public void setPassword(User user, Secret password) {
        ask(new Request.Builder()
                .url(login.path("users", user.id(), "password").build())
                .put(wire.body(Map.of("password", password.reveal()))));
    }

    public void removeUser(User user) {
        remove("users", user.id());
    }

    public List<Held> sessions(User user) {
        AdminDto.SessionList list = get(login.path("users", user.id(), "sessions"), AdminDto.SessionList.class)
                .orThrow();
        return AdminDto.items(list.items()).stream().map(AdminDto.Session::read).toList();
    }

    public void endSessions(User user) {
        ask(new Request.Builder()
                .url(login.path("users", user.id(), "sessions").build())
                .delete());
    }

    public List<Role> roles() {
        AdminDto.RoleList list =
                get(login.path("roles"), AdminDto.RoleList.class).orThrow();
        return AdminDto.items(list.items()).stream().map(AdminDto.Role::read).toList();
    }

    /** Makes a role, or puts this in place of all that the role of that id said. */
    public void putRole(Role role) {
        if (role.id().isEmpty()) {
            ask(new Request.Builder().url(login.path("roles").build()).post(wire.bodyOnce(AdminDto.body(role))));
        } else {
            change(AdminDto.body(role), "roles", role.id());
        }
    }

    public void removeRole(Role role) {
        remove("roles", role.id());
    }

    public List<Site> sites() {
        Dto.SiteList list = get(login.path("sites"), Dto.SiteList.class).orThrow();
        return AdminDto.items(list.items()).stream()
                .map(site -> new Site(
                        Objects.requireNonNullElse(site.id(), ""),
                        site.parentId(),
                        Objects.requireNonNullElse(site.name(), "")))
                .toList();
    }

    /** Makes a site; the server makes its id where it is empty. Tells the id. */
    public String addSite(Site site) {
        Request.Builder request =
                new Request.Builder().url(login.path("sites").build()).post(wire.bodyOnce(AdminDto.body(site)));
        Dto.Site made = wire.ask(Caller.signed(request, login.token()), Dto.Site.class, options.answer())
                .orThrow();
        return Objects.requireNonNullElse(made.id(), "");
    }

    public void changeSite(Site site) {
        change(AdminDto.body(new Site("", site.parentId(), site.name())), "sites", site.id());
    }

    public void removeSite(Site site) {
        remove("sites", site.id());
    }

    /** Tokens of devices, and procedures of alarms. */
    public AlarmAdministration alarms() {
        return new AlarmAdministration(wire, login, options);
    }

    /** Walls; refused where the server has none. */
    public WallAdministration walls() {
        return new WallAdministration(wire, login, options);
    }

    /** Certificates of cameras. */
    public CameraAdministration cameras() {
        return new CameraAdministration(wire, login, options);
    }

    private void change(Map<String, ? extends @Nullable Object> body, String... path) {
        ask(new Request.Builder()
                .url(login.path(path).build())
                .header("If-Match", version(path))
                .put(wire.body(body)));
    }

    private void remove(String... path) {
        ask(new Request.Builder()
                .url(login.path(path).build())
                .header("If-Match", version(path))
                .delete());
    }

    private String version(String... path) {
        @Nullable String etag = get(login.path(path), AdminDto.Any.class).etag();
        if (etag == null) {
            throw Failures.missing("ETag");
        }
        return etag;
    }

    private <T> Wire.Reply<T> get(HttpUrl.Builder url, Class<T> type) {
        Request.Builder request = new Request.Builder().url(url.build());
        return wire.ask(Caller.signed(request, login.token()), type, options.page());
    }

    private void ask(Request.Builder request) {
        wire.ask(Caller.signed(request, login.token()), Void.class, options.answer());
    }

    /** Signs out. */
    @Override
    public void close() {
        try {
            ask(new Request.Builder()
                    .url(login.path("sessions", "current").build())
                    .delete());
        } catch (FailureException stays) {
            LOG.info("the session ends by itself: {}", stays.failure().detail());
        }
    }
}
