package vn.toancanh.ui.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import vn.toancanh.access.Connection;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Language;
import vn.toancanh.base.Secret;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.catalogue.CatalogueOwner;
import vn.toancanh.desk.Notices;
import vn.toancanh.desk.WallReading;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.shell.Shell;
import vn.toancanh.ui.shell.WindowPicture;

/** Takes pictures of the windows with fakes behind them, to be looked at by people: {@code Look DIR}. */
public final class Look {
    private final Path folder;
    private final ThreadLane compute = new ThreadLane("compute");
    private final FxLane lane = new FxLane();

    private Look(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Look look = new Look(Files.createDirectories(Path.of(args[0])));
        Fx.needed();
        for (Language language : Language.values()) {
            look.signIn(language);
            look.operator(language);
            look.grid(language);
            look.away(language);
            look.empty(language);
            LookAlarms.show(look, language);
        }
        look.wall();
        Fx.complaints().forEach(line -> System.err.println("css: " + line));
        Platform.exit();
        look.lane.close();
        look.compute.close();
    }

    Desk desk(Language language, int cameras, int side, WallReading reading) throws Exception {
        String tag = language.locale().getLanguage();
        Map<String, String> kept =
                Map.of("language", tag, "signIn.server", "https://trungtam.hanoi.vn", "signIn.user", "ban1");
        return Fx.on(() -> new Desk(lane, compute, cameras, side, kept, false, () -> reading));
    }

    Shell open(Desk desk) throws Exception {
        return Fx.on(() -> {
            Shell shell = new Shell(new Stage(), desk.parts);
            shell.show();
            return shell;
        });
    }

    private static void type(Shell shell, String password) {
        TextField field = (TextField) shell.scene().lookup(".password-field");
        field.setText(password);
        Fx.press(field, KeyCode.ENTER, false);
    }

    private void signIn(Language language) throws Exception {
        Desk desk = desk(language, 40, 4, WallReading.NOTHING);
        Shell shell = open(desk);
        save(shell, "sign-in-" + language);
        Fx.run(() -> type(shell, "sai"));
        save(shell, "sign-in-wrong-" + language);
        Fx.run(() -> {
            desk.sessions.hold();
            type(shell, "sai");
        });
        save(shell, "sign-in-busy-" + language);
        Fx.run(shell::close);
    }

    /** The server does not answer: the form's offer, the desk with what is kept, the bare wall, and a notice. */
    private void away(Language language) throws Exception {
        String tag = language.locale().getLanguage();
        Map<String, String> kept = Map.of(
                "language",
                tag,
                "signIn.server",
                "https://trungtam.hanoi.vn",
                "signIn.user",
                "ban1",
                "signIn.atWork",
                "https://trungtam.hanoi.vn ban1");
        Desk desk = Fx.on(() -> new Desk(lane, compute, 1400, 4, kept, false, () -> new WallReading(9, 0, 0, 0)));
        desk.kept.contents.put(new CatalogueOwner(URI.create("https://trungtam.hanoi.vn"), "ban1"), City.of(1400));
        desk.wasHere(URI.create("https://trungtam.hanoi.vn"), "ban1");
        desk.sessions.fail(Failure.Kind.UNREACHABLE);
        desk.source.fail(Failure.Kind.UNREACHABLE);
        Shell shell = open(desk);
        Fx.run(() -> type(shell, FakeSessions.PASSWORD));
        save(shell, "away-sign-in-" + language);
        Fx.run(() -> desk.signIn.whenBack(
                "https://trungtam.hanoi.vn", "ban1", Secret.of(FakeSessions.PASSWORD), answer -> {}));
        Fx.until("cameras", () -> desk.catalogue.snapshot().size() > 0);
        save(shell, "away-kept-" + language);
        Fx.run(() -> shell.wallOnly(true));
        save(shell, "away-wall-only-" + language);
        Fx.run(() -> desk.sessions.connection(
                new Connection(Connection.Phase.LAPSED, desk.parts.clock().now())));
        save(shell, "away-lapsed-" + language);
        Fx.run(() -> {
            shell.wallOnly(false);
            desk.sessions.fail(null);
            desk.source.fail(null);
            desk.signIn.tryNow();
            desk.notices.tell(new Notices.Notice(
                    "client.otherLayouts", List.of("Ca ngày", "Ca đêm, Cửa ngõ thành phố, Quanh Hồ Hoàn Kiếm")));
        });
        save(shell, "notice-" + language);
        Fx.run(shell::close);
    }

    private void operator(Language language) throws Exception {
        Desk desk = desk(language, 1400, 4, new WallReading(15, 13, 8100, 0));
        Shell shell = open(desk);
        enter(desk, shell);
        save(shell, "operator-folded-" + language);
        Failure full = Failure.of(Failure.Kind.RESOURCES, "full")
                .withText("store.nothingKept", "/home/truc/.local/share/toan-canh");
        Fx.run(() -> {
            desk.keeping.set(Optional.of(full));
            desk.parts.watch().look();
        });
        save(shell, "operator-not-kept-" + language);
        Fx.run(() -> desk.keeping.set(Optional.empty()));
        Fx.run(() -> {
            desk.wall.put(List.of(new CameraId("camera-0"), new CameraId("camera-4"), new CameraId("camera-9")));
            ((TextField) shell.scene().lookup(".tc-search")).setText("hoan kiem");
            Fx.press(shell.scene().getRoot(), KeyCode.F10, false);
        });
        Fx.until(
                "it is searched",
                () -> shell.scene().lookup(".list-view") instanceof ListView<?> list
                        && list.getItems().size() > 50);
        save(shell, "operator-search-" + language);
        Fx.run(() -> {
            ((TextField) shell.scene().lookup(".tc-search")).setText("khong co dau ca");
            Connection.Phase phase = language == Language.VI ? Connection.Phase.AWAY : Connection.Phase.EXPIRED;
            desk.sessions.connection(new Connection(phase, Instant.parse("2026-11-21T07:00:00Z")));
        });
        Thread.sleep(600);
        save(shell, "operator-away-" + language);
        Fx.run(() -> {
            Node button = shell.scene().lookup(".tc-top-bar .tc-figures");
            button.requestFocus();
            Fx.press(button, KeyCode.SPACE, false);
        });
        Thread.sleep(600);
        popup("shapes-" + language);
        Fx.run(shell::close);
    }

    /** The real grid: empty, with cameras that open, under the list of keys, with the answer to why. */
    private void grid(Language language) throws Exception {
        Desk desk = desk(language, 1400, 3, new WallReading(2, 0, 0, 0));
        OpeningWall wall = Fx.on(() -> new OpeningWall(lane, desk.catalogue, 3));
        Shell shell = Fx.on(() -> {
            Shell made = new Shell(new Stage(), desk.partsWith(wall.part));
            made.show();
            return made;
        });
        enter(desk, shell);
        save(shell, "grid-empty-" + language);
        Fx.run(() -> {
            wall.part.put(List.of(new CameraId("camera-0"), new CameraId("camera-4"), new CameraId("camera-9")));
            wall.desk.selectTile(1);
        });
        save(shell, "grid-opening-" + language);
        Fx.run(() -> wall.type("5/17"));
        save(shell, "call-up-" + language);
        Fx.run(() -> wall.type("=5/999="));
        save(shell, "call-up-unknown-" + language);
        hands(shell, language);
        Fx.run(() -> Fx.press(shell.scene().getRoot(), KeyCode.F10, false));
        save(shell, "grid-details-" + language);
        Fx.run(() -> Fx.press(shell.scene().getRoot(), KeyCode.F1, false));
        save(shell, "grid-keys-" + language);
        Fx.run(() -> {
            shell.close();
            wall.close();
        });
    }

    private void empty(Language language) throws Exception {
        Shell shell = open(desk(language, 0, 4, WallReading.NOTHING));
        Fx.run(() -> type(shell, FakeSessions.PASSWORD));
        Fx.until("the tree says so", () -> shell.scene().lookup(".tc-tree-empty") != null);
        Thread.sleep(300);
        save(shell, "empty-city-" + language);
        Fx.run(shell::close);
    }

    /** What pops up over the window, as it is on the screen. */
    private void hands(Shell shell, Language language) throws Exception {
        Hand hand = new Hand();
        Node first = Fx.on(() -> shell.scene().lookup(".tile"));
        hand.click(Hand.middleOf(first), MouseButton.SECONDARY);
        screen("menu-" + language);
        hand.type(KeyCode.ESCAPE);
        hand.type(KeyCode.I);
        screen("why-" + language);
        hand.type(KeyCode.ESCAPE);
        hand.moveTo(Hand.middleOf(Fx.on(() -> shell.scene().lookup(".tc-rail-button"))));
        screen("tooltip-" + language);
        Node line = Fx.on(() -> shell.scene().getRoot().lookupAll(".list-cell").stream()
                .filter(each -> each instanceof ListCell<?> cell && !cell.isEmpty())
                .findFirst()
                .orElseThrow());
        hand.carry(Hand.middleOf(line), Hand.middleOf(first));
        screen("drag-" + language);
        hand.release(MouseButton.PRIMARY);
        hand.type(KeyCode.TAB);
        hand.type(KeyCode.TAB);
        screen("focus-" + language);
    }

    private void screen(String name) throws Exception {
        ImageIO.write(LookAtScreen.now(), "png", folder.resolve(name + ".png").toFile());
    }

    private void wall() throws Exception {
        Desk desk = desk(Language.VI, 40, 6, new WallReading(36, 34, 18_100, 12));
        Shell shell = open(desk);
        enter(desk, shell);
        save(shell, "wall-operator");
        Fx.run(() -> shell.wallOnly(true));
        save(shell, "wall-only");
        Fx.run(shell::close);
    }

    static void enter(Desk desk, Shell shell) throws Exception {
        Fx.run(() -> type(shell, FakeSessions.PASSWORD));
        Fx.until(
                "cameras",
                () -> desk.catalogue.snapshot().size() > 0 && shell.scene().lookup(".tc-shell") != null);
        Thread.sleep(300);
        if (shell.scene().lookup(".list-view") instanceof ListView<?> list) {
            Fx.run(() -> list.getSelectionModel().select(1));
        }
    }

    /** A picture of the popup that is open. */
    void popup(String name) throws Exception {
        Fx.run(() -> javafx.stage.Window.getWindows().stream()
                .filter(window -> window instanceof javafx.stage.PopupWindow)
                .findFirst()
                .ifPresent(popup -> picture(WindowPicture.of(popup.getScene()), name)));
    }

    void save(Shell shell, String name) throws Exception {
        Fx.settle(shell.scene());
        WindowPicture picture = Fx.on(() -> WindowPicture.of(shell.scene()));
        picture(picture, name);
    }

    private void picture(WindowPicture picture, String name) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        try {
            ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
