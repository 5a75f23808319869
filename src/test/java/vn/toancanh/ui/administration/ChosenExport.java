package vn.toancanh.ui.administration;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;

/** Chooses where an export is to lie, in place of the system's chooser. */
public final class ChosenExport {
    private ChosenExport() {}

    /**
     * Has the view ask that instead.
     *
     * @param view one that shows the audit trail
     * @param chooser from the suggested name to the file; empty: given up
     */
    public static void in(Node view, Function<String, Optional<Path>> chooser) {
        ((TrailPane) view.lookup(".tc-trail")).chooseBy((window, name) -> chooser.apply(name));
    }
}
