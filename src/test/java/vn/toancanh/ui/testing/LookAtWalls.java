package vn.toancanh.ui.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import vn.toancanh.base.Language;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.desk.WallReading;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.shell.Shell;

/** Takes pictures of what is done with walls, to be looked at by people: {@code LookAtWalls DIR}, as large as the screen is. */
public final class LookAtWalls {
    private final Path folder;
    private final ThreadLane compute = new ThreadLane("compute");
    private final FxLane lane = new FxLane();

    private LookAtWalls(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        LookAtWalls look = new LookAtWalls(Files.createDirectories(Path.of(args[0])));
        Fx.needed();
        for (Language language : Language.values()) {
            look.show(language);
        }
        Fx.complaints().forEach(line -> System.err.println("css: " + line));
        Platform.exit();
        look.lane.close();
        look.compute.close();
    }

    private void show(Language language) throws Exception {
        Map<String, String> kept = Map.of(
                "language", language.locale().getLanguage(), "signIn.server", "https://may.vn", "signIn.user", "ban1");
        Desk desk = Fx.on(() -> new Desk(lane, compute, 1400, 4, kept, false, () -> new WallReading(9, 0, 0, 0)));
        OpeningWall wall = Fx.on(() -> new OpeningWall(lane, desk.catalogue, 4));
        Shell shell = Fx.on(() -> {
            Stage stage = new Stage();
            Shell made = new Shell(stage, desk.partsWith(wall.part));
            made.show();
            stage.setWidth(Screen.getPrimary().getBounds().getWidth());
            stage.setHeight(Screen.getPrimary().getBounds().getHeight());
            stage.setX(0);
            stage.setY(0);
            return made;
        });
        Look.enter(desk, shell);
        Fx.run(() -> {
            for (int i = 0; i < 9; i++) {
                wall.desk.showCamera(i, new CameraId("camera-" + i));
            }
            wall.desk.selectTile(9);
            wall.desk
                    .chosen()
                    .rotate(List.of(new CameraId("camera-20"), new CameraId("camera-21"), new CameraId("camera-22")));
            wall.desk.hotspots().toggle(15);
            wall.desk.hotspots().toggle(14);
            wall.desk.chosen().exactly(Set.of(1, 2, 5, 6));
            wall.callUp.salvos().keep(4, List.of(new CameraId("camera-1"), new CameraId("camera-2")));
        });
        save(shell, "selected-" + language);
        Fx.run(() -> wall.desk.chosen().merge());
        save(shell, "merged-" + language);
        Fx.run(wall.part::togglePalette);
        save(shell, "palette-open-" + language);
        write(shell, "hoan");
        save(shell, "palette-hoan-" + language);
        write(shell, language == Language.VI ? "luong" : "stream");
        save(shell, "palette-stream-" + language);
        write(shell, "1204");
        Fx.run(() -> Fx.press(shell.scene().getFocusOwner(), KeyCode.TAB, false));
        save(shell, "palette-number-" + language);
        write(shell, "khong co gi");
        save(shell, "palette-nothing-" + language);
        Fx.run(wall.part::togglePalette);
        Fx.run(() -> {
            wall.part.togglePalette();
            wall.callUp.salvos().keep(1204, List.of(new CameraId("camera-7"), new CameraId("camera-8")));
            wall.desk.chosen().exactly(Set.of(0, 1, 2, 4));
        });
        write(shell, language == Language.VI ? "cac nhom" : "salvos and");
        Fx.run(() -> Fx.press(shell.scene().getFocusOwner(), KeyCode.ENTER, false));
        ImageIO.write(
                LookAtScreen.now(),
                "png",
                folder.resolve("salvos-" + language + ".png").toFile());
        Fx.run(() -> Window.getWindows().stream()
                .filter(each -> each instanceof Popup && each.isShowing())
                .toList()
                .forEach(Window::hide));
        Fx.run(() -> Fx.press(shell.scene().getRoot(), KeyCode.F1, false));
        save(shell, "keys-" + language);
        Fx.run(() -> {
            shell.close();
            wall.close();
        });
    }

    private static void write(Shell shell, String words) throws Exception {
        Fx.run(() -> ((TextField) shell.scene().lookup(".tc-palette .text-field")).setText(words));
        Thread.sleep(400);
    }

    private void save(Shell shell, String name) throws Exception {
        int width = (int) Fx.on(() -> shell.scene().getWidth()).doubleValue();
        Pictures.save(shell.scene(), folder.resolve(name + "-" + width + ".png"));
    }
}
