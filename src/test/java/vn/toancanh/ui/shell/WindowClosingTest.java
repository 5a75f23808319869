package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.ui.testing.Fx;

/** The window of a second monitor, which somebody closes by the window manager (Alt+F4). */
@Tag("slow")
class WindowClosingTest {
    private OpenShell open;

    @BeforeEach
    void open() throws Exception {
        open = new OpenShell(20, 2);
        open.signIn();
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private static void askToClose(SecondWindow window) throws Exception {
        Fx.run(() -> {
            Window stage = window.scene().getWindow();
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
        });
    }

    private static boolean isShowing(SecondWindow window) throws Exception {
        return Fx.on(() -> window.scene().getWindow().isShowing());
    }

    @Test
    void itsOwnerClosesItSoThatItCanBeOpenedAgain() throws Exception {
        SecondWindow second = new SecondWindow(open, 2);
        askToClose(second);
        assertThat(second.closing).isEqualTo(1);
        assertThat(isShowing(second))
                .as("it does not go behind its owner's back")
                .isTrue();
        second.close();
        assertThat(isShowing(second)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereNobodyIsThereToCloseItItStays(boolean kiosk) throws Exception {
        SecondWindow second = new SecondWindow(open, 2, kiosk);
        if (!kiosk) {
            Fx.run(() -> open.desk.lock.now());
            Fx.until("locked", () -> open.desk.lock.locked());
        }
        askToClose(second);
        assertThat(second.closing).isZero();
        assertThat(isShowing(second)).isTrue();
        second.close();
    }
}
