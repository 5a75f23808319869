package vn.toancanh.central;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.access.Confirmed;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.access.ServerPins;
import vn.toancanh.access.Session;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.LoggableUri;
import vn.toancanh.base.Secret;
import vn.toancanh.model.SiteId;

/** The way in and out of a server. Blocks. */
final class SignIn {
    private static final int MOST_LOCK = 480;
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final String VERSION = "v1";

    private final Wire wire;
    private final Clock clock;
    private final CentralOptions options;

    SignIn(Wire wire, Clock clock, CentralOptions options) {
        this.wire = wire;
        this.clock = clock;
        this.options = options;
    }

    /** Asks what the server is before it is told a password. */
    Login enter(URI server, String user, Secret password) {
        HttpUrl api = ServerAddress.api(server);
        return enter(
                server,
                user,
                new Request.Builder()
                        .url(api.newBuilder().addPathSegment("sessions").build()),
                new Dto.SignIn(user, password.reveal(), options.clientName()));
    }

    /**
     * Lets somebody in for whom another vouches.
     *
     * @param user who is to be let in
     * @param second who vouches, with that password
     */
    Login confirm(URI server, String user, Secret ticket, String second, Secret password) {
        HttpUrl api = ServerAddress.api(server);
        return enter(
                server,
                user,
                new Request.Builder()
                        .url(api.newBuilder()
                                .addPathSegment("sessions")
                                .addPathSegment("confirmations")
                                .build()),
                new Dto.Confirmation(ticket.reveal(), second, password.reveal()));
    }

    private Login enter(URI server, String user, Request.Builder to, Object body) {
        HttpUrl api = ServerAddress.api(server);
        Dto.About info = info(api);
        Request request = to.post(wire.body(body)).build();
        Dto.Session answer;
        try {
            answer = wire.ask(request, Dto.Session.class, options.answer()).orThrow();
        } catch (FailureException refused) {
            if (refused.failure().kind() != Kind.SESSION_EXPIRED) {
                throw refused;
            }
            throw new FailureException(
                    Failure.of(Kind.CREDENTIALS, refused.failure().detail()));
        }
        LOG.info("signed in at {}", new LoggableUri(server));
        return new Login(
                wire, clock, options.answer(), api, told -> confirmed(server, user, told, clock.now()), info, answer);
    }

    private static Confirmed confirmed(URI server, String user, Dto.Session answer, Instant now) {
        return new Confirmed(
                session(server, user, answer),
                answer.offlineUntil(),
                answer.serverTime() == null ? now : answer.serverTime());
    }

    private Dto.About info(HttpUrl api) {
        Request request = new Request.Builder()
                .url(api.newBuilder().addPathSegment("info").build())
                .build();
        Dto.About info;
        try {
            info = wire.ask(request, Dto.About.class, options.answer()).orThrow();
        } catch (FailureException refused) {
            if (!api.isHttps() && Failures.isNotHttp(refused.failure())) {
                throw new FailureException(
                        Failures.notUnderstood(refused.failure().detail(), null)
                                .withText("central.wantsTls", ServerPins.nameOf(api.host(), api.port())));
            }
            if (refused.failure().kind() != Kind.NOT_FOUND) {
                throw refused;
            }
            throw new FailureException(
                    Failures.notUnderstood(refused.failure().detail(), null).withText("central.notServer"));
        }
        List<String> versions = info.apiVersions();
        if (versions == null) {
            throw new FailureException(
                    Failures.notUnderstood("info without apiVersions", null).withText("central.notServer"));
        }
        if (!versions.contains(VERSION)) {
            throw new FailureException(
                    Failure.of(Kind.UNSUPPORTED, "versions " + Failures.shortened(versions.toString()))
                            .withText("central.otherVersion"));
        }
        return info;
    }

    /** Ends a session at the server; whether it hears of it or not, the login is of no use afterwards. */
    void leave(Login login, Request.Builder request, Duration patience) {
        try {
            Secret token = login.token();
            login.end(Failure.of(Kind.SESSION_EXPIRED, "signed out"));
            wire.ask(Caller.signed(request, token), Void.class, patience);
        } catch (FailureException away) {
            LOG.info("the server was not told of a sign-out: {}", away.getMessage());
        }
    }

    private static Session session(URI server, String user, Dto.Session answer) {
        Dto.User known = answer.user();
        String name = known == null || known.username() == null ? user : known.username();
        String display = known == null || known.displayName() == null ? name : known.displayName();
        String role = known == null || known.role() == null ? "" : known.role();
        List<Right> rights = rights(answer.rights());
        boolean configures = rights.stream()
                .anyMatch(right -> right.level() == Level.CONFIGURE
                        && right.site() == null
                        && right.tags().isEmpty());
        List<Right> denials = rights(answer.denials());
        String text = server.toString();
        URI plain = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        return new Session(
                plain,
                name,
                display,
                role.isEmpty() ? List.of() : List.of(role),
                rights,
                (configures && denials.isEmpty()) || role.equals("administrator"),
                denials,
                answer.ptzPriority() == null ? Session.USUAL_PRIORITY : Math.clamp(answer.ptzPriority(), 0, 100),
                Boolean.TRUE.equals(answer.publishedOnly()),
                answer.lockMinutes() == null ? 0 : Math.clamp(answer.lockMinutes(), 0, MOST_LOCK));
    }

    private static List<Right> rights(@Nullable List<Dto.Right> told) {
        List<Right> rights = new ArrayList<>();
        for (Dto.Right right : told == null ? List.<Dto.Right>of() : told) {
            level(right.level())
                    .ifPresent(level -> rights.add(new Right(
                            level,
                            right.siteId() == null || right.siteId().isBlank() ? null : new SiteId(right.siteId()),
                            right.tags() == null ? List.of() : right.tags())));
        }
        return rights;
    }

    private static Optional<Level> level(@Nullable String word) {
        for (Level level : Level.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
