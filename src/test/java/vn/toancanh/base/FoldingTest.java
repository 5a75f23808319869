package vn.toancanh.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class FoldingTest {
    @Test
    void marksCaseAndBlanksDoNotCount() {
        assertThat(Folding.fold("  Phố  Đường Láng\t2 ")).isEqualTo("pho duong lang 2");
        assertThat(Folding.fold("HOÀN KIẾM")).isEqualTo("hoan kiem");
        assertThat(Folding.fold("Ngã tư Trường Chinh")).isEqualTo("nga tu truong chinh");
        assertThat(Folding.fold("")).isEmpty();
    }

    @Test
    void composedAndDecomposedTextFoldAlike() {
        String text = "Ngã Tư Sở, đường Nguyễn Trãi";
        assertThat(Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFC)))
                .isEqualTo("nga tu so, duong nguyen trai");
    }
}
