package vn.toancanh.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final String HEX = "00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF";
    private static final String PAIRS =
            "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:" + "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF";

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEX,
                PAIRS,
                "  " + PAIRS + "\n",
                "sha256 Fingerprint=" + PAIRS,
                "SHA-256: " + PAIRS,
                "SHA256:00112233 44556677 8899aabb ccddeeff 00112233 44556677 8899aabb ccddeeff"
            })
    void isReadAsPeopleCopyIt(String text) {
        assertThat(Fingerprint.read(text)).contains(new Fingerprint(HEX));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEE",
                "00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF00",
                "G0112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF",
                "MD5:" + PAIRS
            })
    void whatIsNoneIsRefused(String text) {
        assertThat(Fingerprint.read(text)).isEmpty();
    }

    @Test
    void isShownInPairsAndInFourLinesForTheEye() {
        Fingerprint fingerprint = new Fingerprint(HEX);
        assertThat(fingerprint).hasToString(PAIRS);
        assertThat(fingerprint.lines())
                .containsExactly(
                        "00 11 22 33 44 55 66 77",
                        "88 99 AA BB CC DD EE FF",
                        "00 11 22 33 44 55 66 77",
                        "88 99 AA BB CC DD EE FF");
    }
}
