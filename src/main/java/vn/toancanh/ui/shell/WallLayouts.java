package vn.toancanh.ui.shell;

import vn.toancanh.base.Texts;
import vn.toancanh.desk.LayoutDesk;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.ui.layouts.LayoutsModel;
import vn.toancanh.wall.Unsent;

/** The layouts of the desk as one wall's window needs them. FX thread. */
public record WallLayouts(LayoutsModel model, WallDesk wall) {
    /** How what stands on the wall stands to what was saved; empty where there is nothing to say. */
    String mark(Texts texts) {
        boolean asks = !model.desk().questions().isEmpty();
        if (asks) {
            return texts.get("layouts.markAsks");
        }
        boolean changed = model.desk().standing(wall) == LayoutDesk.Standing.CHANGED;
        if (changed) {
            return texts.get("shell.unsaved");
        }
        if (model.desk()
                .unsent(wall)
                .filter(each -> each.state() == Unsent.State.WAITING)
                .isPresent()) {
            return texts.get(model.desk().offered() ? "layouts.markWaits" : "layouts.markHere");
        }
        return model.desk().standing(wall) == LayoutDesk.Standing.BEHIND ? texts.get("layouts.markBehind") : "";
    }

    boolean editing() {
        return model.desk().editing().on();
    }
}
