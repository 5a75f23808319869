package vn.toancanh.ui.tree;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Texts;
import vn.toancanh.catalogue.CatalogueState;
import vn.toancanh.ui.kit.Tokens;

/** What stands where there is no camera to list: why, and what to do. */
final class EmptyTree extends VBox {
    private final Texts texts;
    private final Label what = new Label();
    private final Label then = new Label();
    private final Button again;

    EmptyTree(Texts texts, Runnable refresh) {
        super(Tokens.SPACE_8);
        this.texts = texts;
        getStyleClass().add("tc-tree-empty");
        setAlignment(Pos.TOP_LEFT);
        what.getStyleClass().add("tc-strong");
        what.setWrapText(true);
        then.getStyleClass().add("tc-dim");
        then.setWrapText(true);
        again = new Button(texts.get("tree.again"));
        again.setOnAction(event -> refresh.run());
        getChildren().addAll(what, then, again);
    }

    /** @param query what was searched for in vain; empty where the whole tree is empty */
    void say(String query, CatalogueState state) {
        @Nullable Failure failure = state.failure();
        boolean vain = !query.isBlank();
        if (vain) {
            what.setText(texts.get("tree.nothingFound", query));
            then.setText(texts.get("tree.nothingFoundThen"));
        } else if (state.fetching()) {
            what.setText(texts.get("tree.fetching"));
            then.setText("");
        } else if (failure != null) {
            what.setText(texts.get("tree.notFetched"));
            then.setText(texts.of(failure));
        } else if (state.asOf() == null) {
            what.setText(texts.get("tree.awaited"));
            then.setText(texts.get("tree.awaitedThen"));
        } else {
            what.setText(texts.get("tree.none"));
            then.setText(texts.get("tree.noneThen"));
        }
        again.setVisible(!vain && !state.fetching());
    }
}
