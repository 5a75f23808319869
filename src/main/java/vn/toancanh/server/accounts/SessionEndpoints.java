package vn.toancanh.server.accounts;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;

/** {@code /sessions}. */
public final class SessionEndpoints implements Endpoints {
    /** Bytes: names, passwords and tokens of their greatest lengths, each character written in six. Anybody may send these. */
    private static final long LARGEST = 4L << 10;

    record Login(
            @Nullable String username,
            @Nullable String password,
            @Nullable String client) {}

    record Refresh(@Nullable String refreshToken) {}

    record UserBody(String id, String username, String displayName, String role) {}

    record Confirmation(
            @Nullable String ticket,
            @Nullable String username,
            @Nullable String password) {}

    record RightBody(String level, @Nullable String siteId, List<String> tags) {}

    record SessionBody(
            String accessToken,
            long expiresInS,
            String refreshToken,
            long refreshExpiresInS,
            Instant serverTime,
            UserBody user,
            List<RightBody> rights,
            List<RightBody> denials,
            int ptzPriority,
            boolean publishedOnly,
            @Nullable Integer lockMinutes,
            Instant offlineUntil) {}

    record CurrentBody(
            Instant expiresAt,
            Instant refreshExpiresAt,
            Instant serverTime,
            UserBody user,
            List<RightBody> rights,
            List<RightBody> denials,
            int ptzPriority,
            boolean publishedOnly,
            @Nullable Integer lockMinutes,
            Instant offlineUntil) {}

    private final Sessions sessions;
    private final SignIns signIns;
    private final Json json;
    private final Clock clock;
    private final OfflineTerms offline;

    SessionEndpoints(Sessions sessions, SignIns signIns, Json json, Clock clock, OfflineTerms offline) {
        this.sessions = sessions;
        this.signIns = signIns;
        this.json = json;
        this.clock = clock;
        this.offline = offline;
    }

    @Override
    public void addTo(Routes routes) {
        routes.post("/sessions", Access.ANYONE, this::login)
                .post("/sessions/refresh", Access.ANYONE, this::refresh)
                .post("/sessions/confirmations", Access.ANYONE, this::confirm)
                .get("/sessions/current", Access.SIGNED_IN, this::current)
                .delete("/sessions/current", Access.SIGNED_IN, this::logout);
    }

    private void login(Context context) {
        Login login = json.body(context, Login.class, LARGEST);
        String username = needed("/username", login.username(), 64);
        String password = needed("/password", login.password(), 256);
        @Nullable String client = login.client();
        if (client != null && client.length() > 100) {
            throw ApiProblem.badField("/client", "length", "at most 100 characters");
        }
        answer(context, 201, signIns.login(username, Secret.of(password), context.ip(), client));
    }

    private void confirm(Context context) {
        Confirmation second = json.body(context, Confirmation.class, LARGEST);
        String ticket = needed("/ticket", second.ticket(), 128);
        String username = needed("/username", second.username(), 64);
        String password = needed("/password", second.password(), 256);
        answer(context, 201, signIns.confirm(ticket, username, Secret.of(password), context.ip()));
    }

    private void refresh(Context context) {
        Refresh refresh = json.body(context, Refresh.class, LARGEST);
        answer(context, 200, sessions.refresh(Secret.of(needed("/refreshToken", refresh.refreshToken(), 128))));
    }

    private void answer(Context context, int status, Sessions.Opened opened) {
        Principal principal = opened.principal();
        Instant now = clock.now();
        context.header("Cache-Control", "no-store");
        json.answer(
                context,
                status,
                new SessionBody(
                        opened.access().reveal(),
                        Duration.between(now, principal.accessExpiresAt()).toSeconds(),
                        opened.refresh().reveal(),
                        Duration.between(now, principal.refreshExpiresAt()).toSeconds(),
                        now.truncatedTo(ChronoUnit.MILLIS),
                        user(principal),
                        rights(principal, true),
                        rights(principal, false),
                        principal.ptzPriority(),
                        principal.role().publishedOnly(),
                        lock(principal),
                        offline.until(principal, now)));
    }

    private void current(Context context) {
        Principal principal = Principal.of(context);
        Instant now = clock.now();
        context.header("Cache-Control", "no-store");
        json.answer(
                context,
                200,
                new CurrentBody(
                        principal.accessExpiresAt(),
                        principal.refreshExpiresAt(),
                        now.truncatedTo(ChronoUnit.MILLIS),
                        user(principal),
                        rights(principal, true),
                        rights(principal, false),
                        principal.ptzPriority(),
                        principal.role().publishedOnly(),
                        lock(principal),
                        offline.until(principal, now)));
    }

    private static @Nullable Integer lock(Principal principal) {
        int minutes = principal.role().lockMinutes();
        return minutes == 0 ? null : minutes;
    }

    private void logout(Context context) {
        sessions.logout(Principal.of(context));
        context.status(204);
    }

    private static UserBody user(Principal principal) {
        return new UserBody(principal.accountId(), principal.username(), principal.displayName(), principal.roleId());
    }

    /** Those that allow, or those that deny: apart, so that who knows of no denials takes none for a right. */
    private static List<RightBody> rights(Principal principal, boolean allowed) {
        return principal.rights().stream()
                .filter(right -> right.allowed() == allowed)
                .map(right -> {
                    @Nullable String tag = right.tag();
                    return new RightBody(right.level().word(), right.siteId(), tag == null ? List.of() : List.of(tag));
                })
                .toList();
    }

    static String needed(String pointer, @Nullable String text, int most) {
        if (text == null || text.isEmpty()) {
            throw ApiProblem.badField(pointer, "required", "it is missing");
        }
        if (text.length() > most) {
            throw ApiProblem.badField(pointer, "length", "at most " + most + " characters");
        }
        return text;
    }
}
