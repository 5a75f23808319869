package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.SalvoDesk;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.testing.Fx;

/** A salvo is kept by a tile's menu, and the wall says so. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class SalvoMenuTest {
    private static final Texts TEXTS = new Texts(Language.VI);

    private OpenShell open;
    private SalvoDesk salvos;

    @BeforeEach
    void open() throws Exception {
        open = new OpenShell(40, 2);
        open.signIn();
        salvos = open.wall.callUp.salvos();
        Fx.run(() -> {
            salvos.keep(1, cameras(1, 3));
            open.wall.desk.showCameras(0, cameras(20, 22));
            open.wall.desk.chosen().exactly(Set.of(0, 2));
        });
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private static List<CameraId> cameras(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> new CameraId("camera-" + i))
                .toList();
    }

    /** On the FX thread. */
    private Menu keeping() {
        return (Menu) new SalvoMenu(open.wall.desk, open.wall.callUp, TEXTS, () -> {})
                .lines()
                .get(1);
    }

    private String said() throws Exception {
        return Fx.on(() ->
                open.scene().lookup(".tc-call-up") instanceof Label plate && plate.isVisible() ? plate.getText() : "");
    }

    @Test
    void aNewOneIsSaidWithItsNumberAndHowItIsThrown() throws Exception {
        Fx.run(() -> keeping().getItems().getFirst().fire());
        assertThat(Fx.on(() -> salvos.find(2).orElseThrow().cameras()))
                .containsExactly(new CameraId("camera-20"), new CameraId("camera-22"));
        assertThat(said()).isEqualTo("Đã lưu nhóm 2: 2 camera. Gõ *2 rồi Enter để gọi.");
    }

    @Test
    void oneIsReplacedByOneStepMoreAndThatIsSaidToo() throws Exception {
        Menu asks = Fx.on(() -> (Menu) keeping().getItems().get(1));
        Fx.run(asks::fire);
        assertThat(Fx.on(() -> salvos.find(1).orElseThrow().cameras())).isEqualTo(cameras(1, 3));
        assertThat(said()).isEmpty();
        assertThat(asks.getItems())
                .singleElement()
                .satisfies(sure -> assertThat(sure.getText()).isEqualTo(TEXTS.get("shell.salvoReplaceSure", 3, 2)));
        Fx.run(() -> asks.getItems().getFirst().fire());
        assertThat(Fx.on(() -> salvos.find(1).orElseThrow().cameras())).hasSize(2);
        assertThat(said()).isEqualTo("Nhóm 1 nay là 2 camera; những camera trước đó không còn trong nhóm.");
    }
}
