package vn.toancanh.ui.administration;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tokens;

/** Rows of a kind in a form, below their title, with a button that adds one. */
final class Rows<R extends Row> extends VBox {
    private final Form form;
    private final String pointer;
    private final String none;
    private final List<R> rows = new ArrayList<>();
    private final VBox place = new VBox(Tokens.SPACE_8);

    /**
     * @param pointer where the server finds them in what is sent
     * @param none what is said where there is none
     * @param add makes one more and adds it
     */
    Rows(Form form, String pointer, String title, String none, String addWords, Runnable add) {
        super(Tokens.SPACE_8);
        this.form = form;
        this.pointer = pointer;
        this.none = none;
        Button more = new Button(addWords, Icons.ADD.at(Tokens.ICON_16));
        more.setOnAction(event -> {
            add.run();
            if (!rows.isEmpty()) {
                rows.getLast().takeFocus();
            }
        });
        getChildren().addAll(Form.title(title), place, more);
        lay();
    }

    void add(R row) {
        rows.add(row);
        lay();
    }

    void remove(R row) {
        int at = rows.indexOf(row);
        rows.remove(row);
        form.sending.typed();
        lay();
        if (!rows.isEmpty()) {
            rows.get(Math.min(at, rows.size() - 1)).takeFocus();
        } else {
            getChildren().getLast().requestFocus();
        }
    }

    void clear() {
        rows.clear();
        lay();
    }

    List<R> all() {
        return List.copyOf(rows);
    }

    /** The server names rows by their place, which is another after each that was taken out. */
    private void lay() {
        form.forget(pointer + "/");
        for (int i = 0; i < rows.size(); i++) {
            form.at(pointer + "/" + i, rows.get(i));
        }
        place.getChildren().setAll(rows);
        if (rows.isEmpty()) {
            place.getChildren().add(Form.dim(none));
        }
    }
}
