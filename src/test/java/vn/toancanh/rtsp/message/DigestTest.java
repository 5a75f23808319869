package vn.toancanh.rtsp.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.Secret;

final class DigestTest {
    private static final Secret PASSWORD = Secret.of("mật khẩu \"1\"");
    private static final String URI = "rtsp://h:554/cam1?token=a%20b";

    private final ManualClock clock = new ManualClock();

    @Test
    void computesTheStandardsOwnExamples() {
        // RFC 7616 section 3.9.1 gives both answers.
        String nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
        String cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
        Secret password = Secret.of("Circle of Life");
        var md5 = new DigestChallenge("http-auth@example.org", nonce, DigestAlgorithm.MD5, true, false, null);
        assertThat(md5.response("Mufasa", password, "GET", "/dir/index.html", "00000001", cnonce))
                .isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
        var sha = new DigestChallenge("http-auth@example.org", nonce, DigestAlgorithm.SHA_256, true, false, null);
        assertThat(sha.response("Mufasa", password, "GET", "/dir/index.html", "00000001", cnonce))
                .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
        // RFC 2617 section 3.5, where the password is "Circle Of Life".
        var old = new DigestChallenge(
                "testrealm@host.com", "dcd98b7102dd2f0e8b11d0f600bfb0c093", DigestAlgorithm.MD5, true, false, null);
        assertThat(old.response(
                        "Mufasa", Secret.of("Circle Of Life"), "GET", "/dir/index.html", "00000001", "0a4f113b"))
                .isEqualTo("6629fae49393a05397450978507c4ef1");
    }

    @Test
    void aServerAcceptsWhatTheClientAnswersInEveryForm() {
        for (boolean qop : new boolean[] {true, false}) {
            for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
                DigestGuard guard = guard(qop, algorithm);
                DigestAuth auth = answering(guard.challenges(false), "vận hành");
                for (int i = 0; i < 3; i++) {
                    assertThat(check(guard, auth.authorization("DESCRIBE", URI), "DESCRIBE"))
                            .as("%s %s", algorithm, qop)
                            .isEqualTo(DigestGuard.Verdict.ACCEPTED);
                }
            }
        }
    }

    @Test
    void refusesAnotherPasswordMethodOrAddress() {
        DigestGuard guard = guard(true, DigestAlgorithm.SHA_256);
        DigestAuth auth = answering(guard.challenges(false), "vận hành");
        assertThat(check(guard, auth.authorization("PLAY", URI), "DESCRIBE")).isEqualTo(DigestGuard.Verdict.REFUSED);
        assertThat(check(guard, auth.authorization("DESCRIBE", URI + "x"), "DESCRIBE"))
                .isEqualTo(DigestGuard.Verdict.REFUSED);
        assertThat(check(guard, answering(guard.challenges(false), "other").authorization("DESCRIBE", URI), "DESCRIBE"))
                .isEqualTo(DigestGuard.Verdict.REFUSED);
        assertThat(check(guard, "Basic abc", "DESCRIBE")).isEqualTo(DigestGuard.Verdict.MISSING);
    }

    @Test
    void oldReplayedAndUnknownNoncesAreStale() {
        DigestGuard guard = guard(true, DigestAlgorithm.MD5);
        DigestAuth auth = answering(guard.challenges(false), "vận hành");
        String first = auth.authorization("DESCRIBE", URI);
        assertThat(check(guard, first, "DESCRIBE")).isEqualTo(DigestGuard.Verdict.ACCEPTED);
        assertThat(check(guard, first, "DESCRIBE")).isEqualTo(DigestGuard.Verdict.STALE);
        clock.advance(Duration.ofSeconds(61));
        assertThat(check(guard, auth.authorization("DESCRIBE", URI), "DESCRIBE"))
                .isEqualTo(DigestGuard.Verdict.STALE);
        DigestAuth foreign = answering(guard(true, DigestAlgorithm.MD5).challenges(false), "vận hành");
        assertThat(check(guard, foreign.authorization("DESCRIBE", URI), "DESCRIBE"))
                .isEqualTo(DigestGuard.Verdict.STALE);
    }

    @Test
    void theStrongestChallengeComesFirstAndUnknownOnesAreLeftOut() {
        Headers headers = Headers.of(
                "WWW-Authenticate", "Basic realm=\"a, b\"",
                "WWW-Authenticate",
                        "Digest realm=\"r\", nonce=\"1\", Digest realm=\"r\",nonce=2,algorithm=SHA-256,qop=\"auth-int,auth\"",
                "WWW-Authenticate", "Negotiate, Digest nonce=\"3\", algorithm=NEW, realm=x",
                "WWW-Authenticate", "Digest nonce=\"4\", qop=\"auth-int\"",
                "WWW-Authenticate", "Digest realm=\"no nonce\"");
        List<Challenge> all = Challenge.allOf(headers);
        assertThat(all).hasSize(3);
        assertThat(all.getFirst()).isEqualTo(new DigestChallenge("r", "2", DigestAlgorithm.SHA_256, true, false, null));
        assertThat(all.getLast()).isEqualTo(new BasicChallenge("a, b"));
        assertThat(Challenge.allOf(Headers.of("WWW-Authenticate", "Digest nonce=\"1\", stale=true")))
                .first()
                .matches(challenge -> challenge instanceof DigestChallenge digest && digest.stale());
    }

    @Test
    void basicMatchesItselfOnly() {
        String header = BasicChallenge.authorization("u", PASSWORD);
        assertThat(BasicChallenge.matches(header, "u", PASSWORD)).isTrue();
        assertThat(BasicChallenge.matches(header, "u", Secret.of("x"))).isFalse();
    }

    private DigestGuard guard(boolean qop, DigestAlgorithm algorithm) {
        return new DigestGuard(
                "Toàn \"Cảnh\"", List.of(algorithm), qop, Duration.ofSeconds(60), clock, new Random(++guards));
    }

    private int guards;

    private DigestAuth answering(List<String> challenges, String user) {
        Headers headers = Headers.NONE;
        for (String challenge : challenges) {
            headers = headers.with("WWW-Authenticate", challenge);
        }
        return new DigestAuth((DigestChallenge) Challenge.allOf(headers).getFirst(), user, PASSWORD, new Random(7));
    }

    private static DigestGuard.Verdict check(DigestGuard guard, String authorization, String method) {
        Function<String, Optional<Secret>> passwords =
                user -> user.equals("vận hành") ? Optional.of(PASSWORD) : Optional.empty();
        return guard.check(RtspRequest.of(method, URI, Headers.of("Authorization", authorization)), passwords);
    }
}
