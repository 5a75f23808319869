package vn.toancanh.ui.administration;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.StreamPolicy.Way;
import vn.toancanh.base.Texts;
import vn.toancanh.model.SiteId;

/** The way of one site and what hangs below it. */
final class WayRow extends Row {
    private static final double WIDTH = 216;

    private final SiteButton site;
    private final ComboBox<Way> way;

    /** @param site null: still to be chosen */
    WayRow(
            @Nullable SiteId site,
            Way way,
            AdministrationModel model,
            Texts texts,
            Overlay overlay,
            Runnable changed,
            Consumer<WayRow> remove) {
        super(texts.get("administration.removeException"));
        this.site = new SiteButton(
                site,
                model.book().lines(),
                line -> true,
                texts.get("administration.chooseSite"),
                false,
                texts,
                overlay,
                changed);
        HBox.setHgrow(this.site, Priority.ALWAYS);
        this.way = box(texts);
        this.way.setValue(way);
        this.way.valueProperty().addListener((any, before, now) -> changed.run());
        lay(this.site, this.way);
        onOut(() -> remove.accept(this));
    }

    /** A box with both ways. */
    static ComboBox<Way> box(Texts texts) {
        ComboBox<Way> box = new ComboBox<>(FXCollections.observableArrayList(List.of(Way.values())));
        box.setConverter(new BoxWords<>(
                each -> texts.get(each == Way.RELAY ? "administration.relay" : "administration.direct")));
        box.setAccessibleText(texts.get("administration.way"));
        box.setPrefWidth(WIDTH);
        box.setMinWidth(WIDTH);
        return box;
    }

    @Nullable
    SiteId site() {
        return site.site();
    }

    Way way() {
        return way.getValue();
    }
}
