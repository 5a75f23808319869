package vn.toancanh.onvif;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
import vn.toancanh.onvif.HttpExchange.Answer;
import vn.toancanh.onvif.OnvifFailure.Kind;
import vn.toancanh.rtsp.message.Challenge;
import vn.toancanh.rtsp.message.DigestAuth;
import vn.toancanh.rtsp.message.DigestChallenge;

/**
 * A connection of its own to a device, with a nonce of its own: what goes on by one line waits for nothing on another. Says who we are
 * by HTTP digest, and by WS-UsernameToken where the device does not ask for that; once it is known which, without being asked. A
 * password that was refused is not tried again and again ({@link Refusals}). One call at a time; others wait. Blocks.
 */
final class SoapLine {
    private static final int MOST_STEPS = 4;

    private final HttpExchange http;
    private final DeviceAccess access;
    private final DeviceClock clock;
    private final Refusals refusals;
    private final Duration patience;
    private final RandomGenerator random;
    private @Nullable DigestAuth digest;
    private boolean token;

    /**
     * @param patience for the device's time
     * @param random a secure one outside tests
     */
    SoapLine(
            HttpExchange http,
            DeviceAccess access,
            DeviceClock clock,
            Refusals refusals,
            Duration patience,
            RandomGenerator random) {
        this.http = http;
        this.access = access;
        this.clock = clock;
        this.refusals = refusals;
        this.patience = patience;
        this.random = random;
    }

    /**
     * Asks, and answers with what stands in the body.
     *
     * @throws OnvifException where there is none, a fault of the device's included
     */
    XmlNode ask(URI to, Message message) {
        return reply(to, message).orThrow(operation(message));
    }

    /**
     * Asks, and answers with the body or the device's fault.
     *
     * @throws OnvifException where there is neither, or the device does not let us in
     */
    synchronized SoapReply reply(URI to, Message message) {
        refusals.requireNone();
        Steps steps = new Steps();
        Answer answer = exchange(to, message);
        @Nullable SoapReply reply = read(answer);
        for (int i = 0; isRefusal(answer, reply) && i < MOST_STEPS && steps.next(answer); i++) {
            answer = exchange(to, message);
            reply = read(answer);
        }
        if (isRefusal(answer, reply)) {
            if (isStale(answer)) {
                throw OnvifFailure.of(Kind.BUSY, operation(message) + ": every nonce has grown old");
            }
            if (digest != null || token) {
                refusals.note();
                digest = null;
                token = false;
            }
            throw OnvifFailure.of(
                    Kind.CREDENTIALS,
                    operation(message)
                            + (access.user() == null ? ": a password is asked for" : ": user or password refused"));
        }
        if (digest != null || token) {
            refusals.clear();
        }
        if (reply == null) {
            throw refused(answer, message);
        }
        return reply;
    }

    /** True where the password was right, and only what it was proven with too old. */
    private static boolean isStale(Answer answer) {
        return Challenge.allOf(answer.challenges()).stream()
                .anyMatch(each -> each instanceof DigestChallenge asked && asked.stale());
    }

    /** The operation without the service's address, for people. */
    private static String operation(Message message) {
        return message.action().substring(message.action().lastIndexOf('/') + 1);
    }

    private static boolean isRefusal(Answer answer, @Nullable SoapReply reply) {
        SoapReply.@Nullable Fault fault = reply == null ? null : reply.fault();
        return answer.status() == 401 || (fault != null && fault.isAboutCredentials());
    }

    private static OnvifException refused(Answer answer, Message message) {
        String detail = operation(message) + ": HTTP " + answer.status();
        return switch (answer.status()) {
            case 403 -> OnvifFailure.of(Kind.CREDENTIALS, detail);
            case 404, 405, 501 -> OnvifFailure.of(Kind.NOT_FOUND, detail);
            case 429, 503 -> OnvifFailure.of(Kind.BUSY, detail);
            case 301, 302, 303, 307, 308 -> OnvifFailure.of(Kind.NOT_ONVIF, detail + ", sent on to another address");
            default -> OnvifFailure.of(Kind.PROTOCOL, detail);
        };
    }

    /**
     * The SOAP of an answer; null where its status says no and nothing of use stands in it.
     *
     * @throws OnvifException where the status says yes and it is none
     */
    private static @Nullable SoapReply read(Answer answer) {
        if (answer.status() == 200 || answer.status() == 202) {
            if (answer.html()) {
                throw OnvifFailure.of(Kind.NOT_ONVIF, "a web page");
            }
            return SoapReply.read(answer.body());
        }
        if (answer.html() || answer.body().length == 0) {
            return null;
        }
        try {
            SoapReply reply = SoapReply.read(answer.body());
            return reply.fault() == null ? null : reply;
        } catch (OnvifException none) {
            return null;
        }
    }

    private Answer exchange(URI to, Message message) {
        @Nullable DigestAuth by = digest;
        @Nullable String user = access.user();
        @Nullable Secret password = access.password();
        String header =
                token && user != null && password != null ? Envelope.token(user, password, clock.now(), random) : "";
        return http.post(
                to,
                message,
                Envelope.around(message.body(), header),
                by == null ? null : by.authorization("POST", pathOf(to)));
    }

    /** As OkHttp puts it into the request line. */
    static String pathOf(URI to) {
        String path = to.getRawPath() == null || to.getRawPath().isEmpty() ? "/" : to.getRawPath();
        return to.getRawQuery() == null ? path : path + "?" + to.getRawQuery();
    }

    /** What is tried within one call, each at most once. */
    private final class Steps {
        private boolean challenged;
        private boolean tokened;
        private boolean timed;

        /** Takes in a refusal; true where it is worth asking again. */
        boolean next(Answer refusal) {
            @Nullable String user = access.user();
            @Nullable Secret password = access.password();
            if (user == null || password == null) {
                return false;
            }
            List<DigestChallenge> challenges = Challenge.allOf(refusal.challenges()).stream()
                    .filter(DigestChallenge.class::isInstance)
                    .map(DigestChallenge.class::cast)
                    .toList();
            if (!challenges.isEmpty()) {
                DigestChallenge asked = challenges.getFirst();
                if (challenged && !asked.stale()) {
                    return false;
                }
                challenged = true;
                digest = new DigestAuth(asked, user, password, random);
                return true;
            }
            return tokenAgain();
        }

        /** The time is asked for before the first token, and once more where one is refused: the clock may have been set. */
        private boolean tokenAgain() {
            if (!token) {
                token = true;
                tokened = true;
                if (!clock.known()) {
                    timed = true;
                    learnTime();
                }
                return true;
            }
            if (timed) {
                return false;
            }
            timed = true;
            return learnTime() || !tokened;
        }
    }

    /** Asks for the device's time, which it tells everybody; true where that is news. */
    private boolean learnTime() {
        Message message = Message.of(Message.DEVICE, "GetSystemDateAndTime", "", patience);
        try {
            Answer answer = http.post(access.service(), message, Envelope.around(message.body(), ""), null);
            @Nullable SoapReply reply = read(answer);
            return reply != null && reply.content() != null && clock.learn(reply.content());
        } catch (OnvifException silent) {
            return false;
        }
    }
}
