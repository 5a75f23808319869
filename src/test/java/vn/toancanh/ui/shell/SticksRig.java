package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.WallReading;
import vn.toancanh.ptz.stick.FakeSticks;
import vn.toancanh.ptz.stick.Stick;
import vn.toancanh.ptz.stick.StickMapping;
import vn.toancanh.ui.ptz.stick.SticksView;
import vn.toancanh.ui.testing.DeskSticks;
import vn.toancanh.ui.testing.Fx;

/** The main window in Vietnamese with the view of joysticks open, and one that is plugged in at rest: open until it is closed. */
final class SticksRig {
    static final Texts VI = new Texts(Language.VI);
    private static final double[] REST = {0, 0, 0};

    final OpenShell open;
    final DeskSticks sticks;
    final Stick stick;

    SticksRig() throws Exception {
        Map<String, String> kept = Map.of("signIn.server", "may.vn", "signIn.user", "ban1", "language", "vi");
        open = new OpenShell(20, 2, kept, () -> WallReading.NOTHING);
        sticks = open.desk.sticks;
        open.signIn();
        stick = Fx.on(() -> sticks.port.plug(1, FakeSticks.MODEL, REST));
        Fx.run(sticks::begin);
        keys();
        pass(300);
    }

    void close() throws Exception {
        open.close();
    }

    /** Ctrl+J. */
    void keys() throws Exception {
        Fx.run(() -> Fx.press(open.scene().getRoot(), KeyCode.J, true));
        Fx.settle(open.scene());
    }

    void press(KeyCode code) throws Exception {
        Fx.run(() -> Fx.press(open.scene().getRoot(), code, false));
        Fx.settle(open.scene());
    }

    /** Sticks are looked at for so long, and what came of it is shown. */
    void pass(int millis) throws Exception {
        Fx.run(() -> sticks.pass(millis));
        show();
    }

    void put(double pan, double tilt, double zoom, int... buttons) throws Exception {
        Fx.run(() -> sticks.put(stick, new double[] {pan, tilt, zoom}, buttons));
        show();
    }

    /** What was looked at in one go comes to DESK in two. */
    private void show() throws Exception {
        Fx.settle(open.scene());
        Fx.run(() -> sticks.pass(40));
        Fx.settle(open.scene());
    }

    Optional<Node> view() throws Exception {
        return Fx.on(() -> open.scene().getRoot().getChildrenUnmodifiable().stream()
                .filter(each -> each instanceof SticksView)
                .findFirst());
    }

    /** On the FX thread: what is seen in the view of that kind. */
    <T extends Node> List<T> seen(Class<T> kind, Predicate<T> fits) {
        return open.scene().getRoot().lookupAll("*").stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(each -> isSeen(each) && fits.test(each))
                .toList();
    }

    private static boolean isSeen(Node node) {
        boolean view = false;
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
            view |= at instanceof SticksView;
        }
        return view;
    }

    /** Whether a label of the view says that. */
    boolean says(String sentence) throws Exception {
        return Fx.on(() ->
                !seen(Label.class, each -> sentence.equals(each.getText())).isEmpty());
    }

    /** On the FX thread: the control that is called so, of that part. */
    <T extends Node> T called(Class<T> kind, String of, String key) {
        return seen(kind, each -> VI.get("sticks.of", VI.get(of), VI.get(key)).equals(each.getAccessibleText()))
                .getFirst();
    }

    /** Whether a button of that text is seen. */
    boolean offers(String key) throws Exception {
        return Fx.on(() ->
                !seen(Button.class, each -> VI.get(key).equals(each.getText())).isEmpty());
    }

    /** Presses the button of that text. */
    void fire(String key) throws Exception {
        Fx.run(() -> seen(Button.class, each -> VI.get(key).equals(each.getText()))
                .getFirst()
                .fire());
        Fx.settle(open.scene());
    }

    /** What the stick does, as it is kept. */
    StickMapping kept() throws Exception {
        return Fx.on(() ->
                Optional.ofNullable(sticks.mappings.all().get(FakeSticks.MODEL)).orElse(DeskSticks.USUAL));
    }

    /** On the FX thread. */
    ListView<?> list(String key) {
        return seen(ListView.class, each -> VI.get(key).equals(each.getAccessibleText()))
                .getFirst();
    }

    /** Teaches it: right by the third axis, up by the second the other way round, no zoom, the seventh button; up to the trying. */
    void learn() throws Exception {
        fire("sticks.teach");
        assertThat(says(VI.get("sticks.askRest"))).isTrue();
        put(0, 0, 0);
        pass(1200);
        assertThat(says(VI.get("sticks.askRight"))).isTrue();
        put(0, 0, 1);
        assertThat(says(VI.get("sticks.letGo"))).isTrue();
        put(0, 0, 0);
        assertThat(says(VI.get("sticks.of", VI.get("sticks.pan"), VI.get("sticks.axis", "3"))))
                .isTrue();
        assertThat(says(VI.get("sticks.askUp"))).isTrue();
        put(1, 1, 0);
        assertThat(says(VI.get("sticks.twoAtOnce"))).isTrue();
        put(0, -1, 0);
        put(0, 0, 0);
        assertThat(says(VI.get("sticks.of", VI.get("sticks.tilt"), VI.get("sticks.heardInverted", "2"))))
                .isTrue();
        assertThat(says(VI.get("sticks.askNearer"))).isTrue();
        fire("sticks.skip");
        assertThat(says(VI.get("sticks.askModifier"))).isTrue();
        put(0, 0, 0, 7);
        put(0, 0, 0);
        assertThat(says(VI.get("sticks.askTry"))).isTrue();
    }
}
