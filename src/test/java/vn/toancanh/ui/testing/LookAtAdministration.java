package vn.toancanh.ui.testing;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.administration.FakeAdministration;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Language;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.shell.Shell;

/** Takes pictures of administration and of the second person's sign-in, to be looked at by people: {@code … DIR}. */
public final class LookAtAdministration {
    private final ScreenLook look;

    private LookAtAdministration(ScreenLook look) {
        this.look = look;
    }

    public static void main(String[] args) throws Exception {
        try (ScreenLook look = new ScreenLook(args[0])) {
            LookAtAdministration all = new LookAtAdministration(look);
            look.everywhere(language -> {
                all.second(language);
                all.city(language);
                all.ward(language);
                all.certificates(language);
            });
        }
    }

    private Desk desk(Language language, List<Right> rights) throws Exception {
        Desk desk = look.desk(language);
        Fx.run(() -> {
            desk.administrationServer.city();
            desk.publishingServer.city();
            desk.sessions.rights = rights;
            desk.sessions.roles = List.of("administrator");
        });
        return desk;
    }

    private void second(Language language) throws Exception {
        Desk desk = desk(language, List.of());
        Fx.run(() -> desk.sessions.failWith(FakeSessions.secondPerson()));
        Shell shell = look.open(desk);
        ScreenLook.type(shell, FakeSessions.PASSWORD);
        look.screen("second-" + language);
        Fx.run(() -> {
            desk.sessions.failWith(Failure.of(Failure.Kind.FORBIDDEN, "403"));
            ((TextField) shell.scene().lookup(".tc-second-person .text-field")).setText("ban2");
        });
        ScreenLook.type(shell, "mat-khau");
        look.screen("second-not-entitled-" + language);
        Fx.run(shell::close);
    }

    private void city(Language language) throws Exception {
        Desk desk = desk(language, List.of(new Right(Level.CONFIGURE, null, List.of())));
        Shell shell = look.openSignedIn(desk);
        look.screen("bar-" + language);
        press(shell, KeyCode.F7);
        look.screen("users-" + language);
        choose(shell, 4);
        look.screen("user-" + language);
        press(shell, "administration.setPassword", desk);
        look.screen("user-password-" + language);
        press(shell, "administration.lockUser", desk);
        look.screen("user-lock-" + language);
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
        look.screen("user-taken-" + language);
        press(shell, "administration.roles", desk);
        look.screen("roles-" + language);
        choose(shell, 2);
        look.screen("role-builtin-" + language);
        choose(shell, 3);
        look.screen("role-" + language);
        Fx.run(() -> ((Button) shell.scene().lookup(".tc-site-button")).fire());
        look.screen("role-site-" + language);
        press(shell, KeyCode.ESCAPE);
        press(shell, "administration.sites", desk);
        choose(shell, 4);
        look.screen("site-" + language);
        Fx.run(() -> {
            desk.administrationServer.changed(
                    new Site(new SiteId("hoan-kiem"), new SiteId("ha-noi"), "Phường Hoàn Kiếm mở rộng"));
            ((TextField) shell.scene().lookup(".tc-form .text-field")).setText("Phường Hoàn Kiếm mới");
        });
        press(shell, "administration.save", desk);
        look.screen("site-overtaken-" + language);
        press(shell, "administration.takeTheirs", desk);
        press(shell, "administration.published", desk);
        look.screen("published-" + language);
        Fx.run(() -> ((CheckBox) shell.scene().lookup(".tc-published > .check-box")).fire());
        Fx.run(() -> desk.publishingServer.refusing = Failure.of(Failure.Kind.FORBIDDEN, "403"));
        Fx.run(() -> ((CheckBox) shell.scene().lookup(".tc-published .list-cell .check-box")).fire());
        look.screen("published-refused-" + language);
        press(shell, "administration.policy", desk);
        look.screen("policy-" + language);
        Fx.run(() -> {
            ComboBox<?> way = (ComboBox<?>) shell.scene().lookup(".tc-form .combo-box");
            way.getSelectionModel().select(1);
        });
        press(shell, "administration.save", desk);
        look.screen("policy-ask-" + language);
        press(shell, KeyCode.ESCAPE);
        press(shell, "administration.own", desk);
        look.screen("own-" + language);
        Fx.run(shell::close);
    }

    private void certificates(Language language) throws Exception {
        Desk desk = desk(language, List.of(new Right(Level.CONFIGURE, null, List.of())));
        Fx.run(desk.certificatesServer::city);
        Shell shell = look.openSignedIn(desk);
        press(shell, KeyCode.F7);
        press(shell, "administration.certificates", desk);
        look.screen("certificates-" + language);
        Fx.run(() -> certificatesOf(shell).getSelectionModel().select(0));
        look.screen("certificates-accepted-" + language);
        Fx.run(() -> certificatesOf(shell).getSelectionModel().select(1));
        look.screen("certificates-changed-" + language);
        press(shell, "administration.certificateWithdraw", desk);
        look.screen("certificates-withdraw-" + language);
        press(shell, KeyCode.ESCAPE);
        Fx.run(() -> {
            TextField number = (TextField) shell.scene().lookup(".tc-certificates .text-field");
            number.requestFocus();
            number.setText("1202");
            Fx.press(number, KeyCode.ENTER, false);
        });
        look.screen("certificates-new-" + language);
        Fx.run(shell::close);
    }

    private static ListView<?> certificatesOf(Shell shell) {
        return (ListView<?>) shell.scene().lookup(".tc-certificates .list-view");
    }

    private void ward(Language language) throws Exception {
        Desk desk = desk(language, List.of(new Right(Level.CONFIGURE, new SiteId("hoan-kiem"), List.of())));
        Fx.run(() -> {
            desk.administrationServer.sites.removeIf(site -> !List.of("hoan-kiem", "trang-tien", "hang-bai")
                    .contains(site.id().value()));
            desk.administrationServer.roles.removeIf(role -> !role.id().equals("r-hk"));
            desk.administrationServer.accounts.removeIf(user -> !user.roleId().equals("r-hk"));
        });
        Shell shell = look.openSignedIn(desk);
        press(shell, KeyCode.F7);
        press(shell, "administration.published", desk);
        look.screen("ward-published-" + language);
        press(shell, "administration.roles", desk);
        press(shell, "administration.addRole", desk);
        Fx.run(() -> Fx.press(shell.scene().getRoot(), KeyCode.F1, false));
        press(shell, "administration.addRight", desk);
        press(shell, "administration.addHours", desk);
        look.screen("ward-role-" + language);
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
}
