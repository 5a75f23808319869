package vn.toancanh.ui.testing;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import vn.toancanh.access.ShownCertificate.Why;
import vn.toancanh.base.Language;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.desk.WallReading;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.shell.Shell;

/** Takes pictures of the question about a certificate and of the lock, to be looked at by people: {@code LookAtDoors DIR}. */
public final class LookAtDoors {
    private final Path folder;
    private final ThreadLane compute = new ThreadLane("compute");
    private final FxLane lane = new FxLane();

    private LookAtDoors(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        LookAtDoors look = new LookAtDoors(Files.createDirectories(Path.of(args[0])));
        Fx.needed();
        for (Language language : Language.values()) {
            look.trust(language);
            look.lock(language);
        }
        Fx.complaints().forEach(line -> System.err.println("css: " + line));
        Platform.exit();
        look.lane.close();
        look.compute.close();
    }

    private Desk desk(Language language) throws Exception {
        Map<String, String> kept = Map.of(
                "language",
                language.locale().getLanguage(),
                "signIn.server",
                "https://trungtam.hanoi.vn:8443",
                "signIn.user",
                "ban1");
        return Fx.on(() -> new Desk(lane, compute, 1400, 4, kept, false, () -> new WallReading(15, 13, 8100, 0)));
    }

    private Shell open(Desk desk) throws Exception {
        return Fx.on(() -> {
            Stage stage = new Stage();
            Shell shell = new Shell(stage, desk.parts);
            shell.show();
            stage.setMaximized(true);
            return shell;
        });
    }

    private static void type(Shell shell, String password) throws Exception {
        Fx.run(() -> {
            TextField field = (TextField) shell.scene().lookup(".password-field");
            field.setText(password);
            Fx.press(field, KeyCode.ENTER, false);
        });
    }

    private void trust(Language language) throws Exception {
        for (Why why : Why.values()) {
            Desk desk = desk(language);
            Fx.run(() -> desk.sessions.failWith(Untrusted.failure("trungtam.hanoi.vn:8443", why)));
            Shell shell = open(desk);
            type(shell, FakeSessions.PASSWORD);
            Fx.settle(shell.scene());
            screen("trust-" + why + "-" + language);
            if (why == Why.CHANGED) {
                Fx.run(() -> ((CheckBox) shell.scene().lookup(".check-box")).setSelected(true));
                screen("trust-compared-" + language);
            }
            Fx.run(shell::close);
        }
    }

    private void lock(Language language) throws Exception {
        Desk desk = desk(language);
        Shell shell = open(desk);
        type(shell, FakeSessions.PASSWORD);
        Fx.until("cameras", () -> desk.catalogue.snapshot().size() > 0);
        Fx.settle(shell.scene());
        Fx.run(() -> ((MenuButton) shell.scene().lookup(".tc-lock-menu")).show());
        screen("lock-menu-" + language);
        Fx.run(() -> ((MenuButton) shell.scene().lookup(".tc-lock-menu")).hide());
        Fx.run(() -> desk.lock.now());
        screen("locked-" + language);
        type(shell, "sai");
        screen("locked-wrong-" + language);
        Fx.run(() -> shell.wallOnly(true));
        screen("locked-bare-" + language);
        Fx.run(shell::close);
    }

    private void screen(String name) throws Exception {
        Thread.sleep(900);
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
}
