package vn.toancanh.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactedTest {
    private static final String[] PIECES = {
        "password",
        "PASSWD",
        "passphrase",
        "Secret",
        "\u017fecret",
        "accessToken",
        "to\u212aen",
        "API_KEY",
        "apikey",
        "signature",
        "private_key",
        "M\u1eacT KH\u1ea8U",
        "hash",
        "pass",
        "pwd",
        "PSW",
        "pw",
        "auth",
        "sig",
        "Key",
        "jwt",
        "otp",
        "://",
        "rtsp",
        "@",
        "?",
        "&",
        ";",
        "=",
        ":",
        " ",
        "\"",
        "'",
        "\\\"",
        "\n",
        "Bearer ",
        "BASIC ",
        "authorization: ",
        "Digest ",
        "response",
        "cNonce",
        "0123456789abcdef0123",
        "tca_",
        "tcr_",
        "eyJ",
        "abcdefghijklmnopq",
        ".",
        "-",
        "user",
        "id",
        "ngã tư",
        "x"
    };

    /** Signs only spare work: what they let by must be what no pattern finds anything in. */
    @Test
    void aTextIsMaskedAsIfEveryPatternHadLooked() {
        Random random = new Random(19);
        int masked = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(9); length > 0; length--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String line = text.toString();
            String looked = line;
            for (Mask mask : Redacted.MASKS) {
                looked = mask.always(looked);
            }
            assertThat(Redacted.of(line)).isEqualTo(looked);
            masked += looked.equals(line) ? 0 : 1;
        }
        assertThat(masked).as("texts in which there was something to mask").isGreaterThan(20_000);
    }

    @Test
    void whatHoldsNoSignOfASecretIsGivenBackWithoutALook() {
        String line = "7c1e 304 GET /api/v1/cameras 1 ms trực.ban";
        assertThat(Redacted.of(line)).isSameAs(line);
        assertThat(Redacted.of("role=sub")).isEqualTo("role=sub");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opening rtsp://viewer:hunter2@10.0.0.7:554/main",
                "rtsp://hunter2@camera/",
                "rtsp://viewer:a@hunter2@10.0.0.7/main",
                "rtsp://viewer:a/hunter2@10.0.0.7/main",
                "rtsp://viewer:a<hunter2>'@10.0.0.7/main",
                "Authorization: Bearer hunter2.abc",
                "Authorization: Digest username=\"a\", response=\"hunter2\"",
                "{\"user\":\"a\",\"password\":\"hunter2\"}",
                "{\"user\":\"a\",\"password\":\"a\\\"hunter2\"}",
                "\"{\\\"password\\\":\\\"a hunter2\\\"}\"",
                "password='a hunter2'",
                "password=\"a hunter2",
                "password=hunter2&next=1",
                "mật khẩu: hunter2",
                "MẬT KHẨU=hunter2",
                "accessToken: hunter2",
                "pwd=hunter2 stream=0",
                "{\"pass\": \"hunter2\"}"
            })
    void masksWhatLooksSecret(String line) {
        assertThat(Redacted.of(line)).doesNotContain("hunter2").contains("***");
    }

    /** How cameras and signed addresses carry what opens them; each in a whole address and in a request's path alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "auth",
                "authbasic",
                "sig",
                "sign",
                "signature",
                "access_token",
                "key",
                "apikey",
                "pwd",
                "psw",
                "password",
                "pass",
                "loginpas",
                "loginuse",
                "usr",
                "user",
                "sessionid",
                "wowzatokenhash",
                "X-Amz-Signature",
                "X-Amz-Credential",
                "X-Amz-Security-Token"
            })
    void masksWhatOpensAStreamInAQuery(String name) {
        for (String line : new String[] {
            "DESCRIBE rtsp://10.0.0.7/live?channel=1&" + name + "=hunter2 RTSP/1.0",
            "GET /live?" + name + "=hunter2&channel=1",
            "opening 'rtsps://h:322/live?" + name + "=hunter2' failed",
            "at /live;" + name + "=hunter2"
        }) {
            assertThat(Redacted.of(line)).as(line).doesNotContain("hunter2").contains(name + "=***");
        }
    }

    @Test
    void everyValueOfAnAddressesQueryIsMaskedWhateverItIsCalled() {
        assertThat(Redacted.of("at rtsp://10.0.0.7/live?channel=1&zz=hunter2, twice"))
                .isEqualTo("at rtsp://10.0.0.7/live?channel=***&zz=*** twice");
        assertThat(Redacted.of("at http://10.0.0.7/live?hunter2")).isEqualTo("at http://10.0.0.7/live?***");
    }

    /** One vendor's cameras have all in the path. */
    @Test
    void masksAPasswordInAPath() {
        assertThat(Redacted.of("rtsp://10.0.0.7:554/user=admin&password=hunter2&channel=1&stream=0.sdp"))
                .doesNotContain("hunter2");
        assertThat(Redacted.of("rtsp://10.0.0.7:554/user=admin_password=hunter2_channel=1_stream=0.sdp"))
                .doesNotContain("hunter2");
    }

    @Test
    void masksADigestsProofAndTokensByTheirLook() {
        assertThat(Redacted.of("algorithm=MD5, response=\"6629fae49393a05397450978507c4ef1\", qop=auth"))
                .doesNotContain("6629fae4")
                .contains("qop=");
        assertThat(Redacted.of(
                        "asked with tca_Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4 and tcr_Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4"))
                .isEqualTo("asked with tca_*** and tcr_***");
        assertThat(Redacted.of("got eyJhbGciOiJIUzI1NiJ9abcd.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"))
                .isEqualTo("got eyJ***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camera 17 at rtsp://10.0.0.7:554/main: 3 packets lost, digest stale",
                "no text for key settings.open in VI; key frame every 50, monkey=3",
                "worker 3: CREDENTIALS: 401, tokens used 5, author: me",
                "Camera Cửa Nam (số 17): mất hình 3 s, đường rtsp://10.0.0.7/a=b",
                "ở http://127.0.0.1:8088 lúc 2026-11-25T22:53:32Z"
            })
    void leavesOrdinaryLinesAlone(String line) {
        assertThat(Redacted.of(line)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "://", "password=\"\\", "?", "?auth", "bearer ", "eyJ", ";", " \t", "response="})
    void aLongLineCostsNoMoreThanItsLength(String piece) {
        String line = piece.repeat(200_000 / piece.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Redacted.of(line));
    }
}
