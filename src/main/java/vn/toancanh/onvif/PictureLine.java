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
 * Fetches pictures from a device. Who we are is said by HTTP digest only: a device that wants the password itself is not told it, as
 * everywhere. A refused password counts as one, and is not tried again and again. One call at a time. Blocks.
 */
final class PictureLine {
    /** A camera of 8 megapixels sends some 3 MiB. */
    static final int LARGEST = 8 << 20;

    private final HttpExchange http;
    private final DeviceAccess access;
    private final Refusals refusals;
    private final Duration patience;
    private final RandomGenerator random;

    /** @param random a secure one outside tests */
    PictureLine(HttpExchange http, DeviceAccess access, Refusals refusals, Duration patience, RandomGenerator random) {
        this.http = http;
        this.access = access;
        this.refusals = refusals;
        this.patience = patience;
        this.random = random;
    }

    /**
     * A picture.
     *
     * @throws OnvifException CREDENTIALS where we are not let in, NOT_ONVIF where it is no JPEG
     */
    synchronized byte[] fetch(URI from) {
        refusals.requireNone();
        Answer answer = http.get(from, patience, LARGEST, null);
        if (answer.status() == 401) {
            answer = http.get(from, patience, LARGEST, authorization(from, answer));
            if (answer.status() == 401) {
                refusals.note();
            }
        }
        return switch (answer.status()) {
            case 200 -> picture(answer);
            case 401, 403 -> throw OnvifFailure.of(Kind.CREDENTIALS, "a picture: user or password refused");
            case 404, 405, 501 -> throw OnvifFailure.of(Kind.NOT_FOUND, "a picture: HTTP " + answer.status());
            case 429, 503 -> throw OnvifFailure.of(Kind.BUSY, "a picture: HTTP " + answer.status());
            default -> throw OnvifFailure.of(Kind.PROTOCOL, "a picture: HTTP " + answer.status());
        };
    }

    private String authorization(URI from, Answer refusal) {
        @Nullable String user = access.user();
        @Nullable Secret password = access.password();
        List<DigestChallenge> challenges = Challenge.allOf(refusal.challenges()).stream()
                .filter(DigestChallenge.class::isInstance)
                .map(DigestChallenge.class::cast)
                .toList();
        if (user == null || password == null || challenges.isEmpty()) {
            throw OnvifFailure.of(Kind.CREDENTIALS, "a picture: a password is asked for");
        }
        return new DigestAuth(challenges.getFirst(), user, password, random)
                .authorization("GET", SoapLine.pathOf(from));
    }

    /** By its first bytes: some send pictures without saying so, and some a page that says it is one. */
    private static byte[] picture(Answer answer) {
        byte[] body = answer.body();
        boolean jpeg = body.length > 3 && body[0] == (byte) 0xFF && body[1] == (byte) 0xD8 && body[2] == (byte) 0xFF;
        if (!jpeg) {
            throw OnvifFailure.of(Kind.NOT_ONVIF, "a picture that is no JPEG");
        }
        return body;
    }
}
