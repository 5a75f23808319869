package vn.toancanh.ui.testing;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import vn.toancanh.base.Language;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.desk.WallReading;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.shell.Shell;

/** Opens the main window over a desk of fakes and takes pictures of the screen, to be looked at by people. */
final class ScreenLook implements AutoCloseable {
    /** What is looked at in one language. */
    interface Scenes {
        void in(Language language) throws Exception;
    }

    private static final long CALM_MS = 900;

    private final Path folder;
    private final ThreadLane compute = new ThreadLane("compute");
    private final FxLane lane = new FxLane();

    /** @param folder where the pictures go; made where it is not there */
    ScreenLook(String folder) throws Exception {
        this.folder = Files.createDirectories(Path.of(folder));
        Fx.needed();
    }

    /** All of it in every language; says what the style sheets complain of. */
    void everywhere(Scenes scenes) throws Exception {
        for (Language language : Language.values()) {
            scenes.in(language);
        }
        Fx.complaints().forEach(line -> System.err.println("css: " + line));
    }

    /** A desk at which nobody is signed in yet. */
    Desk desk(Language language) throws Exception {
        Map<String, String> kept = Map.of(
                "language",
                language.locale().getLanguage(),
                "signIn.server",
                "https://trungtam.hanoi.vn:8443",
                "signIn.user",
                "ban1");
        return Fx.on(() -> new Desk(lane, compute, 1400, 4, kept, false, () -> new WallReading(15, 13, 8100, 0)));
    }

    Shell open(Desk desk) throws Exception {
        return Fx.on(() -> {
            Stage stage = new Stage();
            Shell shell = new Shell(stage, desk.parts);
            shell.show();
            stage.setMaximized(true);
            return shell;
        });
    }

    /** Opens it, signs in and waits for the cameras. */
    Shell openSignedIn(Desk desk) throws Exception {
        Shell shell = open(desk);
        type(shell, FakeSessions.PASSWORD);
        Fx.until("cameras", () -> desk.catalogue.snapshot().size() > 0);
        Fx.settle(shell.scene());
        return shell;
    }

    static void type(Shell shell, String password) throws Exception {
        Fx.run(() -> {
            TextField field = (TextField) shell.scene().lookup(".password-field");
            field.setText(password);
            field.requestFocus();
            Fx.press(field, KeyCode.ENTER, false);
        });
        Fx.settle(shell.scene());
    }

    /** Takes the screen as it is when nothing moves any more. */
    void screen(String name) throws Exception {
        Thread.sleep(CALM_MS);
        BufferedImage image = Fx.on(() -> {
            WritableImage shot =
                    new Robot().getScreenCapture(null, Screen.getPrimary().getBounds());
            int width = (int) shot.getWidth();
            int height = (int) shot.getHeight();
            int[] argb = new int[width * height];
            shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            BufferedImage made = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            made.setRGB(0, 0, width, height, argb, 0, width);
            return made;
        });
        ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
    }

    @Override
    public void close() {
        Platform.exit();
        lane.close();
        compute.close();
    }
}
