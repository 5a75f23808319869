package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetteringTest {
    @Test
    void aNameIsCutBehindALetter() {
        String name = "Cầu Chương Dương – đầu cầu";
        assertThat(Lettering.cut(name, 20)).isEqualTo("Cầu Chương Dương – đ…");
        for (int letters = 16; letters <= 19; letters++) {
            assertThat(Lettering.cut(name, letters)).isEqualTo("Cầu Chương Dương…");
        }
        assertThat(Lettering.cut(name, 0)).isEmpty();
        assertThat(Lettering.cut(" – ga", 3)).isEmpty();
    }
}
