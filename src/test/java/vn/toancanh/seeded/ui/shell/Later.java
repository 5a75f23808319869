package vn.toancanh.seeded.ui.shell;

import javafx.application.Platform;

/** Breaks "runLater only in FxLane". */
final class Later {
    void later(Runnable work) {
        Platform.runLater(work);
    }
}
