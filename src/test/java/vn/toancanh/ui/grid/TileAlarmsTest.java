package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.base.Language;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Pictures;
import vn.toancanh.wall.GridShape;

/** What tiles say of alarms, and what keys and buttons do about them. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class TileAlarmsTest {
    private static final PseudoClass CALLING = PseudoClass.getPseudoClass("calling");
    private static final PseudoClass BEAT = PseudoClass.getPseudoClass("beat");
    private static final String TITLE = "Người vào khu vực cấm trong giờ nghỉ trưa";

    private @Nullable GridRig shown;

    @BeforeEach
    void display() throws Exception {
        Fx.needed();
    }

    @AfterEach
    void close() throws Exception {
        GridRig open = shown;
        shown = null;
        if (open != null) {
            Fx.run(open::close);
        }
    }

    private GridRig rig() {
        return Objects.requireNonNull(shown);
    }

    private void show(Language language, int side, double width, double height) throws Exception {
        GridRig rig = Fx.on(() -> new GridRig(language, GridShape.uniform(side, side), 15, side * side, width, height));
        shown = rig;
        Fx.until("it is on the screen", () -> rig.isShowing() && rig.view.getWidth() == width);
        Fx.settle(rig.view.getScene());
        Fx.run(rig.view::requestFocus);
    }

    private void mark(int tile, AlarmStep step, boolean borrowed, boolean held, int left) throws Exception {
        Instant since = rig().clock.now().minus(Duration.ofSeconds(38));
        String who = step == AlarmStep.NEW ? "" : "Trực ban 2";
        Fx.run(() -> rig().marks.put(tile, FakeMarks.mark(TITLE, step, who, tile, borrowed, held, left, since)));
        Fx.settle(rig().view.getScene());
    }

    private Set<Node> plates() throws Exception {
        return Fx.on(() -> rig().view.lookupAll(".alarm-plate"));
    }

    private List<String> words() throws Exception {
        return Fx.on(() -> rig().view.lookupAll(".alarm-plate .label").stream()
                .filter(node -> node instanceof Label && node.isVisible())
                .map(node -> ((Label) node).getText())
                .toList());
    }

    @Test
    void itSaysWhatHappenedHowUrgentHowLongAndHowTheTileGoesBack() throws Exception {
        show(Language.VI, 2, 1280, 720);
        mark(1, AlarmStep.NEW, true, false, 22);
        assertThat(words())
                .contains(TITLE + " (và 1 báo động khác)", "Mức 90 · 38 giây trước", "Tự trả lại ô sau 22 giây");
        mark(1, AlarmStep.NEW, true, true, 22);
        assertThat(words()).contains("Giữ cho tới khi bỏ chọn ô");
        mark(1, AlarmStep.ACKNOWLEDGED, true, false, 9);
        assertThat(words()).contains("Mức 90 · 38 giây trước · Trực ban 2 đã nhận");
        mark(1, AlarmStep.NEW, false, false, -1);
        assertThat(words()).contains("Camera này đang có báo động");
        Fx.run(() -> rig().marks.put(1, null));
        assertThat(plates()).isEmpty();
    }

    @Test
    void whoHearsTheTileHearsOfItsAlarmToo() throws Exception {
        show(Language.VI, 2, 1280, 720);
        mark(1, AlarmStep.NEW, true, false, 22);
        assertThat(spoken()).contains("Báo động: " + TITLE);
        mark(1, AlarmStep.ACKNOWLEDGED, true, false, 9);
        assertThat(spoken()).endsWith("Báo động: " + TITLE + " · Trực ban 2 đã nhận");
        Fx.run(() -> rig().marks.put(1, null));
        assertThat(spoken()).startsWith("Ô 2: ").doesNotContain("Báo động");
    }

    private String spoken() throws Exception {
        return Fx.on(() -> rig().view.lookupAll(".tile").stream()
                .map(Node::getAccessibleText)
                .filter(text -> text != null && text.startsWith("Ô 2:"))
                .findFirst()
                .orElse(""));
    }

    @Test
    void onlyOneThatNobodyHasAcceptedBlinksAndNotFasterThanOnceASecond() throws Exception {
        show(Language.VI, 2, 1280, 720);
        mark(0, AlarmStep.NEW, true, false, 22);
        Node plate = plates().iterator().next();
        assertThat(Fx.on(() -> plate.getPseudoClassStates().contains(CALLING))).isTrue();
        boolean before = Fx.on(() -> plate.getPseudoClassStates().contains(BEAT));
        Fx.until("it beats", () -> plate.getPseudoClassStates().contains(BEAT) != before);
        long from = System.nanoTime();
        Fx.until("it beats again", () -> plate.getPseudoClassStates().contains(BEAT) == before);
        assertThat(System.nanoTime() - from)
                .isGreaterThan(Duration.ofMillis(500).toNanos());
        mark(0, AlarmStep.ACKNOWLEDGED, true, false, 9);
        for (int look = 0; look < 5; look++) {
            assertThat(Fx.on(() -> plate.getPseudoClassStates().contains(BEAT))).isFalse();
            Thread.sleep(300);
        }
    }

    @Test
    void keysAndButtonsGiveItBackOrKeepIt() throws Exception {
        show(Language.VI, 2, 1280, 720);
        mark(2, AlarmStep.NEW, true, false, 22);
        Fx.run(() -> Fx.press(rig().view, KeyCode.B, false));
        Fx.run(() -> Fx.press(rig().view, KeyCode.K, false));
        Fx.run(() -> {
            rig().desk.selectTile(0);
            Fx.press(rig().view, KeyCode.B, false);
            rig().desk.selectTile(2);
            Fx.press(rig().view, KeyCode.K, false);
        });
        assertThat(rig().marks.done).containsExactly("back 2", "keep 2", "keep 2");
        Fx.run(() -> rig().view.lookupAll(".alarm-plate .button").forEach(each -> ((Button) each).fire()));
        assertThat(rig().marks.done.subList(3, 5)).containsExactly("back 2", "keep 2");
    }

    @Test
    void whatIsHiddenHasNoPlate() throws Exception {
        show(Language.VI, 2, 1280, 720);
        mark(2, AlarmStep.NEW, true, false, 22);
        Fx.run(() -> rig().desk.enlargeTile(0));
        assertThat(plates()).isEmpty();
        Fx.run(rig().desk::backFromEnlarged);
        assertThat(plates()).hasSize(1);
    }

    /** For people, on the whole screen there is: the pictures lie in target/look. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void itLooksLikeThis(Language language) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "look"));
        for (int side : new int[] {6, 4, 2}) {
            Rectangle2D screen = Fx.on(() -> Screen.getPrimary().getBounds());
            show(language, side, screen.getWidth(), screen.getHeight());
            mark(0, AlarmStep.NEW, true, false, 22);
            mark(1, AlarmStep.NEW, true, true, 22);
            mark(2, AlarmStep.ACKNOWLEDGED, true, false, 9);
            mark(3, AlarmStep.NEW, false, false, -1);
            Fx.run(() -> rig().desk.selectTile(1));
            Fx.until("pictures", () -> rig().view.pulses() > 20);
            Pictures.save(
                    rig().view.getScene(),
                    folder.resolve("tile-alarms-%d-%s-%.0f.png".formatted(side, language, screen.getWidth())));
            assertThat(Fx.complaints()).isEmpty();
            close();
        }
    }
}
