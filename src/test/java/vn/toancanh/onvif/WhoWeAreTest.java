package vn.toancanh.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.Secret;
import vn.toancanh.onvif.FakeDevice.Asked;
import vn.toancanh.onvif.OnvifFailure.Kind;
import vn.toancanh.rtsp.message.DigestAlgorithm;
import vn.toancanh.rtsp.message.DigestGuard;
import vn.toancanh.rtsp.message.Headers;
import vn.toancanh.rtsp.message.RtspRequest;

/** HTTP digest first, WS-UsernameToken where a device wants that, and no more tries than a camera stands. */
@Timeout(60)
class WhoWeAreTest {
    private static final String INFORMATION = "<i><Manufacturer>A</Manufacturer></i>";
    private static final Pattern CREATED = Pattern.compile("<u:Created[^>]*>([^<]*)<");
    private static final Pattern DIGEST = Pattern.compile("#PasswordDigest\">([^<]*)<");
    private static final Pattern NONCE = Pattern.compile("Base64Binary\">([^<]*)<");

    private final ManualClock clock = new ManualClock();
    private FakeDevice device;
    private OnvifDevice own;

    @BeforeEach
    void start() throws IOException {
        device = new FakeDevice().says("GetDeviceInformation", INFORMATION);
        own = device.device(clock);
    }

    @AfterEach
    void stop() {
        own.close();
        device.close();
    }

    private DigestGuard digestDoor(boolean qop, DigestAlgorithm... algorithms) {
        DigestGuard guard =
                new DigestGuard("Camera", List.of(algorithms), qop, Duration.ofMinutes(1), clock, new Random(3));
        device.door(one -> digest(guard, one));
        return guard;
    }

    private static Optional<MockResponse> digest(DigestGuard guard, Asked one) {
        Headers headers = one.authorization() == null ? Headers.NONE : Headers.of("Authorization", one.authorization());
        DigestGuard.Verdict verdict = guard.check(
                RtspRequest.of("POST", one.path(), headers),
                user -> user.equals(FakeDevice.USER) ? Optional.of(Secret.of(FakeDevice.PASSWORD)) : Optional.empty());
        return verdict == DigestGuard.Verdict.ACCEPTED
                ? Optional.empty()
                : Optional.of(FakeDevice.challenge(
                        guard.challenges(verdict == DigestGuard.Verdict.STALE).toArray(String[]::new)));
    }

    private void refusedAs(Kind kind) {
        assertThatThrownBy(own::information)
                .isInstanceOfSatisfying(
                        OnvifException.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void digestByMd5(boolean qop) {
        digestDoor(qop, DigestAlgorithm.MD5);
        assertThat(own.information().maker()).isEqualTo("A");
        assertThat(own.information().maker()).isEqualTo("A");
        assertThat(device.asked).as("asked once who we are, at most").hasSizeLessThanOrEqualTo(qop ? 3 : 4);
        assertThat(device.asked).noneMatch(Asked::hasToken);
    }

    @Test
    void theStrongerOfTwoDigestsIsTaken() {
        digestDoor(true, DigestAlgorithm.MD5, DigestAlgorithm.SHA_256);
        assertThat(own.information().maker()).isEqualTo("A");
        assertThat(device.asked.getLast().authorization()).contains("algorithm=SHA-256");
    }

    @Test
    void aNonceThatGrewOldIsReplacedWithoutAWord() {
        digestDoor(true, DigestAlgorithm.MD5);
        own.information();
        clock.advance(Duration.ofMinutes(2));
        assertThat(own.information().maker()).isEqualTo("A");
        assertThat(device.asked).hasSize(4);
    }

    /** Its clock says 2004: a token by ours would be from the future. */
    @Test
    void aTokenByTheDevicesOwnClock() {
        device.says("GetSystemDateAndTime", FakeDevice.time(2004, 2, 29));
        device.door(one -> one.operation().equals("GetSystemDateAndTime") || isToken(one, "2004-02-29T00:00:00Z")
                ? Optional.empty()
                : Optional.of(FakeDevice.fault(400, "NotAuthorized", "Sender not Authorized")));
        assertThat(own.information().maker()).isEqualTo("A");
        assertThat(device.operations())
                .containsExactly("GetDeviceInformation", "GetSystemDateAndTime", "GetDeviceInformation");
        own.information();
        assertThat(device.asked).as("known from now on").hasSize(4);
    }

    private static boolean isToken(Asked one, String created) {
        Matcher time = CREATED.matcher(one.body());
        Matcher digest = DIGEST.matcher(one.body());
        Matcher nonce = NONCE.matcher(one.body());
        return time.find()
                && digest.find()
                && nonce.find()
                && Instant.parse(time.group(1)).equals(Instant.parse(created))
                && digest.group(1)
                        .equals(Envelope.digest(
                                Base64.getDecoder().decode(nonce.group(1)),
                                time.group(1),
                                Secret.of(FakeDevice.PASSWORD)));
    }

    /** The example of the standard for passwords in digest form. */
    @Test
    void theDigestIsThatOfTheStandard() {
        assertThat(Envelope.digest(
                        Base64.getDecoder().decode("LKqI6G/AikKCQrN0zqZFlg=="),
                        "2010-09-16T07:50:45Z",
                        Secret.of("userpassword")))
                .isEqualTo("tuOSpGlFlIXsozq4HFNeeGeFLEI=");
    }

    @Test
    void aClockThatWasSetMeanwhileIsAskedForAgain() {
        device.says("GetSystemDateAndTime", FakeDevice.time(2004, 2, 29));
        device.door(one -> one.operation().equals("GetSystemDateAndTime") || isToken(one, "2004-02-29T00:00:00Z")
                ? Optional.empty()
                : Optional.of(FakeDevice.fault(400, "NotAuthorized", "Sender not Authorized")));
        own.information();
        device.says("GetSystemDateAndTime", FakeDevice.time(2027, 1, 1));
        device.door(one -> one.operation().equals("GetSystemDateAndTime") || isToken(one, "2027-01-01T00:00:00Z")
                ? Optional.empty()
                : Optional.of(FakeDevice.fault(400, "NotAuthorized", "Sender not Authorized")));
        assertThat(own.information().maker()).isEqualTo("A");
    }

    /** Cameras lock an account after a few. */
    @Test
    void aRefusedPasswordIsTriedOnceAndThenNotForAWhile() {
        digestDoor(true, DigestAlgorithm.MD5);
        own = new OnvifNet(clock, FakeDevice.QUICK, new Random(7)).device(device.access("sai"));
        refusedAs(Kind.CREDENTIALS);
        assertThat(device.asked.stream().filter(one -> one.authorization() != null))
                .hasSize(1);
        int before = device.asked.size();
        for (int i = 0; i < 20; i++) {
            refusedAs(Kind.CREDENTIALS);
        }
        assertThat(device.asked).hasSize(before);
        clock.advance(Duration.ofMinutes(1));
        refusedAs(Kind.CREDENTIALS);
        assertThat(device.asked).hasSizeGreaterThan(before).hasSizeLessThanOrEqualTo(before + 2);
        before = device.asked.size();
        clock.advance(Duration.ofMinutes(1));
        refusedAs(Kind.CREDENTIALS);
        assertThat(device.asked).as("twice as long").hasSize(before);
    }

    /** It forgets them as it gives them out: that says nothing of the password. */
    @Test
    void noncesThatAreAlwaysOldAreNoRefusedPassword() {
        device.door(
                one -> Optional.of(FakeDevice.challenge("Digest realm=\"x\", nonce=\"n\", qop=\"auth\", stale=true")));
        refusedAs(Kind.BUSY);
        device.door(one -> Optional.empty());
        assertThat(own.information().maker()).isEqualTo("A");
    }

    /** A count that is used again is somebody who listened, for a device that is careful. */
    @Test
    void nothingIsSentTwiceWhereAConnectionBreaks() {
        digestDoor(true, DigestAlgorithm.MD5);
        own.information();
        int before = device.asked.size();
        device.on(
                "GetDeviceInformation",
                one -> new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
        refusedAs(Kind.UNREACHABLE);
        assertThat(device.asked).hasSize(before + 1);
        device.says("GetDeviceInformation", INFORMATION);
        assertThat(own.information().maker()).isEqualTo("A");
    }

    @Test
    void aRefusedTokenIsNotTriedOnAndOn() {
        device.says("GetSystemDateAndTime", FakeDevice.time(2026, 11, 21));
        device.door(one -> one.operation().equals("GetSystemDateAndTime")
                ? Optional.empty()
                : Optional.of(FakeDevice.fault(500, "NotAuthorized", "no")));
        refusedAs(Kind.CREDENTIALS);
        assertThat(device.asked.stream().filter(Asked::hasToken)).hasSize(1);
        int before = device.asked.size();
        refusedAs(Kind.CREDENTIALS);
        assertThat(device.asked).hasSize(before);
    }

    @Test
    void whoAsksForThePasswordItselfDoesNotGetIt() {
        device.door(one -> one.hasToken() ? Optional.empty() : Optional.of(FakeDevice.challenge("Basic realm=\"x\"")));
        own.information();
        assertThat(device.asked).allSatisfy(one -> {
            assertThat(one.authorization()).isNull();
            assertThat(one.body()).doesNotContain(FakeDevice.PASSWORD);
        });
    }

    @Test
    void withoutAPasswordNothingIsTried() {
        digestDoor(true, DigestAlgorithm.MD5);
        own = new OnvifNet(clock, FakeDevice.QUICK)
                .device(new DeviceAccess(device.service(), null, null, List.of(), any -> true));
        refusedAs(Kind.CREDENTIALS);
        assertThat(device.asked).hasSize(1);
    }

    /** Not even where the device echoes it. */
    @Test
    void noSecretIsToldWhateverGoesWrong() {
        String echo = "password=" + FakeDevice.PASSWORD + " for http://an:" + FakeDevice.PASSWORD + "@10.0.0.1/";
        device.on("GetDeviceInformation", one -> FakeDevice.fault(500, "InvalidArgVal", echo));
        assertThatThrownBy(own::information).satisfies(failed -> {
            StringWriter all = new StringWriter();
            failed.printStackTrace(new PrintWriter(all, true));
            assertThat(all.toString()).doesNotContain(FakeDevice.PASSWORD);
        });
        assertThat(device.access() + " " + own).doesNotContain(FakeDevice.PASSWORD);
    }
}
