package vn.toancanh.ui.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Language;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.administration.ChosenExport;
import vn.toancanh.ui.shell.Shell;

/** Takes pictures of the audit trail, to be looked at by people: {@code … DIR}. */
public final class LookAtAudit {
    private final ScreenLook look;

    private LookAtAudit(ScreenLook look) {
        this.look = look;
    }

    public static void main(String[] args) throws Exception {
        try (ScreenLook look = new ScreenLook(args[0])) {
            LookAtAudit all = new LookAtAudit(look);
            look.everywhere(all::manager);
            look.everywhere(all::ofTheWard);
        }
    }

    private void manager(Language language) throws Exception {
        Desk desk = look.desk(language);
        Fx.run(() -> {
            desk.trailServer.night();
            desk.administrationServer.city();
            desk.sessions.rights = List.of(new Right(Level.CONFIGURE, null, List.of()));
        });
        Shell shell = look.openSignedIn(desk);
        press(shell, KeyCode.F7);
        press(shell, desk.language.texts().get("trail.title"));
        look.screen("audit-" + language);
        Fx.run(() -> {
            ListView<?> list = (ListView<?>) shell.scene().lookup(".tc-trail-entries");
            list.requestFocus();
            list.getSelectionModel().select(3);
        });
        look.screen("audit-entry-" + language);
        Fx.run(() -> ((ComboBox<?>) shell.scene().lookup(".tc-trail .combo-box")).show());
        look.screen("audit-deeds-" + language);
        Fx.run(() -> {
            ((ComboBox<?>) shell.scene().lookup(".tc-trail .combo-box")).hide();
            List<TextField> fields = shell.scene().getRoot().lookupAll(".tc-trail .text-field").stream()
                    .map(TextField.class::cast)
                    .toList();
            fields.get(0).setText("nguyen.thi.minh.khai");
            fields.get(1).setText("999999");
            fields.get(2).setText("hôm qua");
            fields.get(3).setText("21/11/2026 14:30");
            fields.get(3).requestFocus();
            Fx.press(fields.get(3), KeyCode.ENTER, false);
        });
        look.screen("audit-faults-" + language);
        press(shell, desk.language.texts().get("trail.reset"));
        press(shell, desk.language.texts().get("trail.older"));
        Fx.run(() -> ChosenExport.in(
                shell.scene().lookup(".tc-administration"), name -> Optional.of(Path.of("/home/truc/Tài liệu", name))));
        press(shell, desk.language.texts().get("trail.export"));
        look.screen("audit-exported-" + language);
        Fx.run(() -> desk.trailServer.refusing = Failure.of(Failure.Kind.UNREACHABLE, "away"));
        press(shell, desk.language.texts().get("trail.older"));
        look.screen("audit-away-" + language);
        Fx.run(shell::close);
    }

    private void ofTheWard(Language language) throws Exception {
        Desk desk = look.desk(language);
        Fx.run(() -> {
            desk.trailServer.night();
            desk.trailServer.byPart = true;
            desk.administrationServer.city();
            desk.sessions.rights = List.of(new Right(Level.MANAGE, new SiteId("hoan-kiem"), List.of()));
        });
        Shell shell = look.openSignedIn(desk);
        press(shell, KeyCode.F7);
        look.screen("audit-ward-" + language);
        Fx.run(shell::close);
    }

    private static void press(Shell shell, KeyCode code) throws Exception {
        Fx.run(() -> Fx.press(shell.scene().getRoot(), code, false));
        Fx.settle(shell.scene());
    }

    private static void press(Shell shell, String words) throws Exception {
        Fx.run(() -> {
            Node root = shell.scene().lookup(".tc-administration");
            ((ButtonBase) Stream.concat(root.lookupAll(".button").stream(), root.lookupAll(".toggle-button").stream())
                            .filter(node -> node instanceof ButtonBase button && words.equals(button.getText()))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("no " + words)))
                    .fire();
        });
        Fx.settle(shell.scene());
    }
}
