package vn.toancanh.ui.testing;

import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import vn.toancanh.access.ShownCertificate.Why;
import vn.toancanh.base.Language;
import vn.toancanh.ui.shell.Shell;

/** Takes pictures of the question about a certificate and of the lock, to be looked at by people: {@code LookAtDoors DIR}. */
public final class LookAtDoors {
    private final ScreenLook look;

    private LookAtDoors(ScreenLook look) {
        this.look = look;
    }

    public static void main(String[] args) throws Exception {
        try (ScreenLook look = new ScreenLook(args[0])) {
            LookAtDoors doors = new LookAtDoors(look);
            look.everywhere(language -> {
                doors.trust(language);
                doors.lock(language);
                doors.lockOfTheRole(language);
            });
        }
    }

    private void trust(Language language) throws Exception {
        for (Why why : Why.values()) {
            Desk desk = look.desk(language);
            Fx.run(() -> desk.sessions.failWith(Untrusted.failure("trungtam.hanoi.vn:8443", why)));
            Shell shell = look.open(desk);
            ScreenLook.type(shell, FakeSessions.PASSWORD);
            look.screen("trust-" + why + "-" + language);
            if (why == Why.CHANGED) {
                Fx.run(() -> ((CheckBox) shell.scene().lookup(".check-box")).setSelected(true));
                look.screen("trust-compared-" + language);
            }
            Fx.run(shell::close);
        }
    }

    private void lock(Language language) throws Exception {
        Desk desk = look.desk(language);
        Shell shell = look.openSignedIn(desk);
        Fx.run(() -> ((MenuButton) shell.scene().lookup(".tc-lock-menu")).show());
        look.screen("lock-menu-" + language);
        Fx.run(() -> ((MenuButton) shell.scene().lookup(".tc-lock-menu")).hide());
        Fx.run(() -> desk.lock.now());
        look.screen("locked-" + language);
        ScreenLook.type(shell, "sai");
        look.screen("locked-wrong-" + language);
        Fx.run(() -> shell.wallOnly(true));
        look.screen("locked-bare-" + language);
        Fx.run(shell::close);
    }

    private void lockOfTheRole(Language language) throws Exception {
        Desk desk = look.desk(language);
        Fx.run(() -> desk.sessions.lockMinutes = 15);
        Shell shell = look.openSignedIn(desk);
        Fx.run(() -> ((MenuButton) shell.scene().lookup(".tc-lock-menu")).show());
        look.screen("lock-menu-role-" + language);
        Fx.run(() -> ((MenuButton) shell.scene().lookup(".tc-lock-menu")).hide());
        Fx.run(shell::close);
    }
}
