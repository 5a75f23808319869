package vn.toancanh.ui.testing;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.administration.FakeAdministration;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Language;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.desk.WallReading;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.shell.Shell;

/** Takes pictures of administration and of the second person's sign-in, to be looked at by people: {@code … DIR}. */
public final class LookAtAdministration {
    private final Path folder;
    private final ThreadLane compute = new ThreadLane("compute");
    private final FxLane lane = new FxLane();

    private LookAtAdministration(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        LookAtAdministration look = new LookAtAdministration(Files.createDirectories(Path.of(args[0])));
        Fx.needed();
        for (Language language : Language.values()) {
            look.second(language);
            look.city(language);
            look.ward(language);
        }
        Fx.complaints().forEach(line -> System.err.println("css: " + line));
        Platform.exit();
        look.lane.close();
        look.compute.close();
    }

    private Desk desk(Language language, List<Right> rights) throws Exception {
        Map<String, String> kept = Map.of(
                "language",
                language.locale().getLanguage(),
                "signIn.server",
                "https://trungtam.hanoi.vn",
                "signIn.user",
                "ban1");
        return Fx.on(() -> {
            Desk made = new Desk(lane, compute, 1400, 4, kept, false, () -> new WallReading(15, 13, 8100, 0));
            made.administrationServer.city();
            made.sessions.rights = rights;
            made.sessions.roles = List.of("administrator");
            return made;
        });
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
            field.requestFocus();
            Fx.press(field, KeyCode.ENTER, false);
        });
    }

    private void second(Language language) throws Exception {
        Desk desk = desk(language, List.of());
        Fx.run(() -> desk.sessions.failWith(FakeSessions.secondPerson()));
        Shell shell = open(desk);
        type(shell, FakeSessions.PASSWORD);
        screen("second-" + language);
        Fx.run(() -> {
            desk.sessions.failWith(Failure.of(Failure.Kind.FORBIDDEN, "403"));
            ((TextField) shell.scene().lookup(".tc-second-person .text-field")).setText("ban2");
        });
        type(shell, "mat-khau");
        screen("second-not-entitled-" + language);
        Fx.run(shell::close);
    }

    private void city(Language language) throws Exception {
        Desk desk = desk(language, List.of(new Right(Level.CONFIGURE, null, List.of())));
        Shell shell = open(desk);
        type(shell, FakeSessions.PASSWORD);
        Fx.until("cameras", () -> desk.catalogue.snapshot().size() > 0);
        screen("bar-" + language);
        press(shell, KeyCode.F7);
        screen("users-" + language);
        choose(shell, 4);
        screen("user-" + language);
        press(shell, "administration.setPassword", desk);
        screen("user-password-" + language);
        press(shell, "administration.lockUser", desk);
        screen("user-lock-" + language);
        press(shell, KeyCode.ESCAPE);
        press(shell, "administration.addUser", desk);
        Fx.run(() -> {
            List<TextField> fields = shell.scene().getRoot().lookupAll(".tc-form .text-field").stream()
                    .filter(TextField.class::isInstance)
                    .map(TextField.class::cast)
                    .toList();
            fields.get(0).setText("tran.van.dung");
            fields.get(1).setText("Trần Văn Dũng");
            ((ComboBox<?>) shell.scene().lookup(".tc-form .combo-box"))
                    .getSelectionModel()
                    .select(1);
            fields.get(4).setText("mat-khau-moi");
            fields.get(5).setText("mat-khau-moi");
            desk.administrationServer.refusing = FakeAdministration.fault("/username", "taken");
            fields.get(5).requestFocus();
            Fx.press(fields.get(5), KeyCode.ENTER, false);
            desk.administrationServer.refusing = null;
        });
        screen("user-taken-" + language);
        press(shell, "administration.roles", desk);
        screen("roles-" + language);
        choose(shell, 2);
        screen("role-builtin-" + language);
        choose(shell, 3);
        screen("role-" + language);
        Fx.run(() -> ((Button) shell.scene().lookup(".tc-site-button")).fire());
        screen("role-site-" + language);
        press(shell, KeyCode.ESCAPE);
        press(shell, "administration.sites", desk);
        choose(shell, 4);
        screen("site-" + language);
        Fx.run(() -> {
            desk.administrationServer.changed(
                    new Site(new SiteId("hoan-kiem"), new SiteId("ha-noi"), "Phường Hoàn Kiếm mở rộng"));
            ((TextField) shell.scene().lookup(".tc-form .text-field")).setText("Phường Hoàn Kiếm mới");
        });
        press(shell, "administration.save", desk);
        screen("site-overtaken-" + language);
        press(shell, "administration.takeTheirs", desk);
        press(shell, "administration.policy", desk);
        screen("policy-" + language);
        Fx.run(() -> {
            ComboBox<?> way = (ComboBox<?>) shell.scene().lookup(".tc-form .combo-box");
            way.getSelectionModel().select(1);
        });
        press(shell, "administration.save", desk);
        screen("policy-ask-" + language);
        press(shell, KeyCode.ESCAPE);
        press(shell, "administration.own", desk);
        screen("own-" + language);
        Fx.run(shell::close);
    }

    private void ward(Language language) throws Exception {
        Desk desk = desk(language, List.of(new Right(Level.CONFIGURE, new SiteId("hoan-kiem"), List.of())));
        Fx.run(() -> {
            desk.administrationServer.sites.removeIf(site -> !List.of("hoan-kiem", "trang-tien", "hang-bai")
                    .contains(site.id().value()));
            desk.administrationServer.roles.removeIf(role -> !role.id().equals("r-hk"));
            desk.administrationServer.accounts.removeIf(user -> !user.roleId().equals("r-hk"));
        });
        Shell shell = open(desk);
        type(shell, FakeSessions.PASSWORD);
        Fx.until("cameras", () -> desk.catalogue.snapshot().size() > 0);
        press(shell, KeyCode.F7);
        press(shell, "administration.roles", desk);
        press(shell, "administration.addRole", desk);
        Fx.run(() -> Fx.press(shell.scene().getRoot(), KeyCode.F1, false));
        press(shell, "administration.addRight", desk);
        press(shell, "administration.addHours", desk);
        screen("ward-role-" + language);
        Fx.run(shell::close);
    }

    private static void press(Shell shell, KeyCode code) throws Exception {
        Fx.run(() -> Fx.press(shell.scene().getRoot(), code, false));
        Fx.settle(shell.scene());
    }

    private static void choose(Shell shell, int line) throws Exception {
        Fx.run(() -> {
            ListView<?> list = (ListView<?>) shell.scene().lookup(".tc-list-pane .list-view");
            list.requestFocus();
            list.getSelectionModel().select(line);
        });
        Fx.settle(shell.scene());
    }

    private static void press(Shell shell, String key, Desk desk) throws Exception {
        String words = desk.language.texts().get(key);
        Fx.run(() -> {
            Node root = shell.scene().lookup(".tc-administration");
            Node found = Stream.concat(root.lookupAll(".button").stream(), root.lookupAll(".toggle-button").stream())
                    .filter(node -> node instanceof Labeled labeled && words.equals(labeled.getText()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + words));
            if (found instanceof ToggleButton toggle) {
                toggle.fire();
            } else {
                ((Button) found).fire();
            }
        });
        Fx.settle(shell.scene());
    }

    private void screen(String name) throws Exception {
        Thread.sleep(500);
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
