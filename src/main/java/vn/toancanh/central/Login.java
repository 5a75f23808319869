package vn.toancanh.central;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.Confirmed;
import vn.toancanh.access.Session;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Secret;

/**
 * One sign-in and its tokens, which live in memory only. However many requests find the token spent, it is changed once: a
 * refresh token works a single time, and presenting it twice would end the session. Any thread; changing it blocks.
 */
final class Login {
    /** A token is changed when less than this part of its life, or this long, is left, whichever is shorter. */
    private static final int LAST_PART = 5;

    private static final Duration LAST_SECONDS = Duration.ofSeconds(60);

    private final Wire wire;
    private final Clock clock;
    private final Duration patience;
    private final HttpUrl api;
    private final Function<Dto.Session, Confirmed> reader;
    private final Dto.About info;

    private volatile Confirmed confirmed;
    private volatile Runnable renewed = () -> {};
    private Secret access;
    private @Nullable Secret refresh;
    private long changeAtNanos;
    private @Nullable Failure ended;

    /** @param reader reads who somebody is out of every answer that tells it */
    Login(
            Wire wire,
            Clock clock,
            Duration patience,
            HttpUrl api,
            Function<Dto.Session, Confirmed> reader,
            Dto.About info,
            Dto.Session tokens) {
        this.wire = wire;
        this.clock = clock;
        this.patience = patience;
        this.api = api;
        this.reader = reader;
        this.info = info;
        this.confirmed = reader.apply(tokens);
        this.access = Secret.of("");
        take(tokens);
    }

    Session session() {
        return confirmed.session();
    }

    /** What the server said last of who this is, and until when that holds without it. */
    Confirmed confirmed() {
        return confirmed;
    }

    /** Who hears that the server has said it anew; called on any thread. */
    void onRenewed(Runnable listener) {
        renewed = listener;
    }

    String instance() {
        return Objects.requireNonNullElse(info.instanceId(), "");
    }

    boolean offers(String feature) {
        return info.features() != null && info.features().contains(feature);
    }

    /** A path of the contract at this server. */
    HttpUrl.Builder path(String... segments) {
        HttpUrl.Builder url = api.newBuilder();
        for (String segment : segments) {
            url.addPathSegment(segment);
        }
        return url;
    }

    /** The access token, changed first where it is about to end. */
    synchronized Secret token() {
        checkNotEnded();
        if (refresh != null && clock.nanos() - changeAtNanos >= 0) {
            try {
                change();
            } catch (FailureException fault) {
                if (fault.failure().kind() == Kind.SESSION_EXPIRED) {
                    throw fault;
                }
                // The old one may still be good for a while; the server will tell.
                changeAtNanos = clock.nanos() + Duration.ofSeconds(5).toNanos();
            }
        }
        return access;
    }

    /** The access token after {@code spent} was refused: changed, unless somebody else did so meanwhile. */
    synchronized Secret tokenInsteadOf(Secret spent) {
        checkNotEnded();
        if (access.equals(spent)) {
            change();
        }
        return access;
    }

    /** Makes the next {@link #token()} change it: the server says that it is about to end. */
    synchronized void changeSoon() {
        changeAtNanos = clock.nanos();
    }

    /** Makes every later call fail at once: signed out, or expired. */
    synchronized void end(Failure why) {
        if (ended == null) {
            ended = why;
        }
    }

    synchronized boolean hasEnded() {
        return ended != null;
    }

    private void checkNotEnded() {
        if (ended != null) {
            throw new FailureException(ended);
        }
    }

    private void change() {
        Secret spent = refresh;
        if (spent == null) {
            throw expired("no refresh token");
        }
        Request request = new Request.Builder()
                .url(path("sessions", "refresh").build())
                .post(wire.body(new Dto.Refresh(spent.reveal())))
                .build();
        try {
            Dto.Session told = wire.ask(request, Dto.Session.class, patience).orThrow();
            take(told);
            if (told.user() != null && told.rights() != null) {
                confirmed = reader.apply(told);
                renewed.run();
            }
        } catch (FailureException fault) {
            Kind kind = fault.failure().kind();
            if (kind == Kind.SESSION_EXPIRED || kind == Kind.CREDENTIALS || kind == Kind.BAD_INPUT) {
                throw expired(fault.failure().detail());
            }
            throw fault;
        }
    }

    private FailureException expired(String detail) {
        Failure failure = Failure.of(Kind.SESSION_EXPIRED, detail);
        end(failure);
        return new FailureException(failure);
    }

    private void take(Dto.Session tokens) {
        if (tokens.accessToken() == null || tokens.accessToken().isEmpty()) {
            throw Failures.missing("access token");
        }
        access = Secret.of(tokens.accessToken());
        refresh = tokens.refreshToken() == null ? null : Secret.of(tokens.refreshToken());
        Duration life =
                Duration.ofSeconds(tokens.expiresInS() == null ? 600 : Math.clamp(tokens.expiresInS(), 1, 86_400));
        Duration last = life.dividedBy(LAST_PART);
        changeAtNanos = clock.nanos()
                + life.minus(last.compareTo(LAST_SECONDS) < 0 ? last : LAST_SECONDS)
                        .toNanos();
    }
}
