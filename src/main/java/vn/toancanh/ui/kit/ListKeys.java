package vn.toancanh.ui.kit;

import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keys that lists keep for themselves though they have no use for them. FX thread. */
public final class ListKeys {
    private ListKeys() {}

    /** Has Esc go on to whatever the list lies in, which takes it one step back; nothing is edited in the list itself. */
    public static void letEscapeGo(ListView<?> list) {
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Parent around = list.getParent();
            if (event.getCode() == KeyCode.ESCAPE && around != null) {
                event.consume();
                Event.fireEvent(around, event.copyFor(around, around));
            }
        });
    }
}
