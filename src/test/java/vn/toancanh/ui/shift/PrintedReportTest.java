package vn.toancanh.ui.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.ui.kit.Fonts;
import vn.toancanh.ui.shift.PrintedReport.Paragraph;
import vn.toancanh.ui.testing.Fx;

@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class PrintedReportTest {
    private static final double WIDTH = 500;
    private static final double HEIGHT = 200;

    @BeforeAll
    static void start() throws Exception {
        Fx.needed();
        Fx.run(Fonts::load);
    }

    private static List<String> words(VBox page) {
        return page.getChildren().stream().map(line -> ((Text) line).getText()).toList();
    }

    @Test
    void everythingStandsOnSomePageOnceAndNoPageIsTallerThanThePaper() throws Exception {
        List<Paragraph> content = new ArrayList<>();
        for (int i = 0; i < 121; i++) {
            Paragraph.Kind kind = i % 7 == 0 ? Paragraph.Kind.HEAD : Paragraph.Kind.LINE;
            content.add(new Paragraph(i + " Ngã tư Hàng Bài ".repeat(1 + i % 9), kind));
        }
        List<VBox> pages = Fx.on(() -> PrintedReport.pages(content, WIDTH, HEIGHT));
        assertThat(pages).hasSizeGreaterThan(5);
        assertThat(pages.stream().flatMap(page -> words(page).stream()).toList())
                .isEqualTo(content.stream().map(Paragraph::words).toList());
        for (VBox page : pages) {
            assertThat(Fx.on(() -> page.prefHeight(-1))).isLessThanOrEqualTo(HEIGHT);
            assertThat(content.get(content.stream()
                                    .map(Paragraph::words)
                                    .toList()
                                    .indexOf(words(page).getLast()))
                            .kind())
                    .as("a heading alone at the foot")
                    .isEqualTo(Paragraph.Kind.LINE);
        }
    }

    @Test
    void aReportOfNothingIsOnePage() throws Exception {
        assertThat(Fx.on(() -> PrintedReport.pages(List.of(), WIDTH, HEIGHT))).hasSize(1);
    }
}
