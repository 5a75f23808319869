package vn.toancanh.ui.walls;

import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import vn.toancanh.desk.PushDesk;
import vn.toancanh.desk.Said;

/** Clears what somebody typed for a wall once it is done; what was refused stays where it was typed. FX thread. */
final class Typed {
    private final PushDesk desk;
    private final TextField field;
    private @Nullable String sent;
    private @Nullable Said before;

    Typed(PushDesk desk, TextField field) {
        this.desk = desk;
        this.field = field;
    }

    /** Gives the order that is made of what stands in the field; what is typed next takes its place meanwhile. */
    void send(Runnable order) {
        sent = field.getText();
        before = desk.said().orElse(null);
        order.run();
        field.selectAll();
        settle();
    }

    /** Something else may have been said of what was done. */
    @SuppressWarnings("ReferenceEquality") // the same words may be said twice, and the second time of another order
    void settle() {
        String was = sent;
        Said now = desk.said().orElse(null);
        if (was == null || now == null || now == before || now.kind() == Said.Kind.UNDER_WAY) {
            return;
        }
        sent = null;
        if (now.kind() == Said.Kind.DONE && field.getText().equals(was)) {
            field.clear();
        }
    }
}
