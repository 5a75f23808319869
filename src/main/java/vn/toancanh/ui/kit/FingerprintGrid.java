package vn.toancanh.ui.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import vn.toancanh.base.Fingerprint;

/** A fingerprint in four lines of eight pairs, pairs below pairs, to be compared by eye. FX thread. */
public final class FingerprintGrid extends GridPane {
    /** Letters differ in width and digits do not. */
    private static final double PAIR = 27;

    /** @param name what it is of, for who hears it */
    public FingerprintGrid(String name, Fingerprint fingerprint) {
        super(0, Tokens.SPACE_4);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(name + ": " + fingerprint);
        int row = 0;
        for (String line : fingerprint.lines()) {
            int column = 0;
            for (String pair : line.split(" ", -1)) {
                Label label = new Label(pair);
                label.getStyleClass().addAll("tc-figures", "tc-fingerprint");
                label.setMinWidth(PAIR);
                add(label, column++, row);
            }
            row++;
        }
    }
}
