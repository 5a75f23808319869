package vn.toancanh.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void whatEndsALineOrTurnsItIsWrittenOut() {
        assertThat(OneLine.of("a\r\nb\u0000\u001b[2K\u0085\u2028\u2029\u202e\u2066"))
                .isEqualTo("a\\u000d\\u000ab\\u0000\\u001b[2K\\u0085\\u2028\\u2029\\u202e\\u2066");
    }

    @Test
    void anythingElseIsAsItWas() {
        String text = "Ngã tư Tràng Tiền\t→ 64 ô, «được» \\n 😀";
        assertThat(OneLine.of(text)).isSameAs(text);
    }
}
