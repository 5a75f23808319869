package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.toancanh.ui.kit.Fonts;
import vn.toancanh.ui.kit.Palette;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.testing.Fx;

class LetteringTest {
    private static final List<String> WORDS = List.of("Đống Đa", "Ngã tư Sở", "17", "phường Ô Chợ Dừa", "Ỷ Lan");

    @Test
    void wordsDrawnTogetherAreAsThoseDrawnAlone() throws Exception {
        Fx.needed();
        for (double scale : new double[] {1, 1.25, 2}) {
            Fx.run(() -> {
                Palette palette = Theme.NIGHT.palette();
                Lettering together = new Lettering(palette, scale);
                List<Lettering.Word> all = WORDS.stream()
                        .map(word -> drawn(together, word, palette))
                        .toList();
                together.drawPending();
                for (int i = 0; i < all.size(); i++) {
                    Lettering alone = new Lettering(palette, scale);
                    Lettering.Word one = drawn(alone, WORDS.get(i), palette);
                    assertThat(pixels(one)).as("clear until drawn").containsOnly(0);
                    alone.drawPending();
                    assertThat(pixels(all.get(i))).as(WORDS.get(i)).isEqualTo(pixels(one));
                    assertThat(Arrays.stream(pixels(one))
                                    .filter(pixel -> pixel != 0)
                                    .count())
                            .isGreaterThan(20);
                }
            });
        }
    }

    private static Lettering.Word drawn(Lettering lettering, String word, Palette palette) {
        return lettering.draw(word, Fonts.text(13), palette.of(Palette.Tone.OVER_VIDEO));
    }

    private static int[] pixels(Lettering.Word word) {
        return IntStream.range(0, word.width() * word.height())
                .map(at -> word.pixel(at % word.width(), at / word.width()))
                .toArray();
    }

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
