package vn.toancanh.ui.administration;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import vn.toancanh.administration.Grant;
import vn.toancanh.administration.Level;
import vn.toancanh.base.Texts;

/** One right of a role: allowed or denied, how far, where, and at which cameras. */
final class GrantRow extends Row {
    private static final double LEVEL_WIDTH = 124;
    private static final double EFFECT_WIDTH = 112;
    private static final double TAG_WIDTH = 128;

    private final ComboBox<Boolean> effect;
    private final ComboBox<Level> level;
    private final SiteButton site;
    private final TextField tag;

    GrantRow(
            Grant grant,
            AdministrationModel model,
            Texts texts,
            Overlay overlay,
            Runnable changed,
            Consumer<GrantRow> remove) {
        super(texts.get("administration.removeRight"));
        effect = box(
                List.of(true, false),
                allowed -> texts.get(allowed ? "administration.allow" : "administration.deny"),
                texts.get("administration.effect"),
                EFFECT_WIDTH);
        effect.setValue(grant.allowed());
        level = box(
                List.of(Level.values()),
                each -> RightWords.of(each, texts),
                texts.get("administration.level"),
                LEVEL_WIDTH);
        level.setValue(grant.level());
        boolean everywhere = model.doors().get().wholeCity();
        site = new SiteButton(
                grant.site(),
                model.book().lines(),
                line -> true,
                texts.get(
                        everywhere || grant.site() == null ? "administration.wholeCity" : "administration.chooseSite"),
                everywhere,
                texts,
                overlay,
                changed);
        HBox.setHgrow(site, Priority.ALWAYS);
        tag = new TextField(grant.tag());
        tag.setPromptText(texts.get("administration.allTags"));
        tag.setAccessibleText(texts.get("administration.tag"));
        tag.setPrefWidth(TAG_WIDTH);
        tag.setMinWidth(TAG_WIDTH);
        effect.valueProperty().addListener((any, before, now) -> changed.run());
        level.valueProperty().addListener((any, before, now) -> changed.run());
        lay(effect, level, site, tag);
        onOut(() -> remove.accept(this));
    }

    private static <T> ComboBox<T> box(List<T> items, Function<T, String> words, String name, double width) {
        ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(items));
        box.setConverter(new BoxWords<>(words));
        box.setAccessibleText(name);
        box.setPrefWidth(width);
        box.setMinWidth(width);
        return box;
    }

    Grant grant() {
        return new Grant(level.getValue(), site.site(), tag.getText().strip(), effect.getValue());
    }
}
