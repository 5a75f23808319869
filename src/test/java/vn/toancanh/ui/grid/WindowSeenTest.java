package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Handle;
import vn.toancanh.ui.testing.Fx;

class WindowSeenTest {
    private final List<Boolean> told = new ArrayList<>();

    @BeforeEach
    void screen() throws Exception {
        Fx.needed();
    }

    @Test
    void whoseWindowIsHiddenOrAnIconCannotBeSeen() throws Exception {
        Fx.run(() -> {
            StackPane node = new StackPane();
            Handle following = WindowSeen.follow(node, told::add);
            Stage stage = new Stage();
            stage.setScene(new Scene(node, 320, 200));
            assertThat(told).as("not shown yet").containsExactly(false);
            stage.show();
            stage.hide();
            stage.show();
            assertThat(told).containsExactly(false, true, false, true);
            stage.setIconified(true);
            assertThat(told).endsWith(false);
            following.close();
            int before = told.size();
            stage.hide();
            assertThat(told).hasSize(before);
        });
    }
}
