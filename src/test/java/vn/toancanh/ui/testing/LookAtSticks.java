package vn.toancanh.ui.testing;

import javafx.scene.input.KeyCode;
import vn.toancanh.base.Language;
import vn.toancanh.ptz.stick.FakeSticks;
import vn.toancanh.ptz.stick.Stick;
import vn.toancanh.ui.shell.Shell;

/** Takes pictures of joysticks over the wall as they are set up and taught, to be looked at by people: {@code LookAtSticks DIR}. */
public final class LookAtSticks {
    private final ScreenLook look;

    private LookAtSticks(ScreenLook look) {
        this.look = look;
    }

    public static void main(String[] args) throws Exception {
        try (ScreenLook look = new ScreenLook(args[0])) {
            LookAtSticks sticks = new LookAtSticks(look);
            look.everywhere(sticks::all);
        }
    }

    /** What was looked at in one go comes to DESK in two. */
    private static void go(DeskSticks sticks, Runnable work) throws Exception {
        Fx.run(work);
        Fx.run(() -> sticks.pass(40));
    }

    private void all(Language language) throws Exception {
        Desk desk = look.desk(language);
        Shell shell = look.openSignedIn(desk);
        DeskSticks sticks = desk.sticks;
        Fx.run(() -> {
            sticks.begin();
            desk.parts.watch().look();
            Fx.press(shell.scene().getRoot(), KeyCode.J, true);
            sticks.pass(300);
        });
        look.screen("sticks-none-" + language);
        Stick stick = Fx.on(() -> sticks.port.plug(1, FakeSticks.MODEL, 0, 0, 0));
        go(sticks, () -> {
            sticks.pass(300);
            sticks.put(stick, new double[] {0.62, -0.4, 0.05}, 2, 5);
        });
        look.screen("sticks-one-" + language);
        Stick unknown = Fx.on(() -> sticks.port.plug(2, "0aaa:0001", 0.35, 0, 0, 0, -1, -1));
        go(sticks, () -> sticks.pass(300));
        go(sticks, () -> sticks.setUp.touch(unknown));
        look.screen("sticks-unknown-" + language);
        go(sticks, () -> {
            sticks.port.pull(unknown);
            sticks.put(stick, new double[] {0, 0, 0});
        });
        go(sticks, sticks.setUp::teach);
        look.screen("sticks-rest-" + language);
        go(sticks, () -> {
            sticks.pass(1200);
            sticks.put(stick, new double[] {1, 0.1, 0});
        });
        look.screen("sticks-heard-" + language);
        go(sticks, () -> {
            sticks.put(stick, new double[] {0, 0, 0});
            sticks.put(stick, new double[] {0, -1, 0.9});
        });
        look.screen("sticks-two-" + language);
        go(sticks, () -> {
            sticks.put(stick, new double[] {0, -1, 0});
            sticks.put(stick, new double[] {0, 0, 0});
        });
        go(sticks, sticks.setUp::skip);
        look.screen("sticks-modifier-" + language);
        go(sticks, () -> {
            sticks.put(stick, new double[] {0, 0, 0}, 5);
            sticks.put(stick, new double[] {0.7, -0.5, 0});
        });
        look.screen("sticks-try-" + language);
        go(sticks, () -> {
            sticks.port.pull(stick);
            sticks.pass(100);
        });
        look.screen("sticks-gone-" + language);
        go(sticks, () -> {
            sticks.setUp.giveUp();
            sticks.port.plug(3, "0aaa:0003");
            sticks.pass(300);
        });
        look.screen("sticks-no-axes-" + language);
        Fx.run(() -> {
            Fx.press(shell.scene().getRoot(), KeyCode.ESCAPE, false);
            Fx.press(shell.scene().getRoot(), KeyCode.F1, false);
        });
        look.screen("sticks-keys-" + language);
        Fx.run(shell::close);
    }
}
