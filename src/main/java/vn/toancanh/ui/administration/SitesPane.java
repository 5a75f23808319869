package vn.toancanh.ui.administration;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.Sending;
import vn.toancanh.administration.SiteLines;
import vn.toancanh.administration.SiteVersion;
import vn.toancanh.base.Texts;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.kit.Tokens;

/** The tree of sites, and the form of the chosen one. */
final class SitesPane extends ListPane<SiteLines.Line> {
    private static final double STEP = Tokens.SPACE_16;

    private final AdministrationModel model;
    private final Sending removing = new Sending(this::told);
    private Runnable overtaken = () -> {};

    SitesPane(AdministrationModel model, Texts texts, Overlay overlay) {
        super(
                texts,
                overlay,
                texts.get("administration.searchSites"),
                texts.get("administration.addSite"),
                texts.get("administration.sitesHint"));
        this.model = model;
    }

    @Override
    double lineHeight() {
        return Tokens.TARGET;
    }

    @Override
    List<SiteLines.Line> matching(String typed) {
        return model.book().lines().matching(typed);
    }

    @Override
    String key(SiteLines.Line item) {
        return item.site().id().value();
    }

    @Override
    Optional<SiteLines.Line> find(String key) {
        return key.isEmpty() ? Optional.empty() : model.book().lines().find(new SiteId(key));
    }

    @Override
    ListCell<SiteLines.Line> cell() {
        return new SiteCell();
    }

    @Override
    Form form(SiteLines.Line item) {
        if (!mayChange(item.site())) {
            return new SiteCard(item, texts);
        }
        SiteForm form = new SiteForm(model, item.site(), item.site().parent(), texts, overlay, this::saved);
        Button below = new Button(texts.get("administration.addBelow"));
        below.setOnAction(event -> leave(() -> putFresh(fresh(item.site().id()))));
        Button out = new Button(texts.get("administration.removeSite"));
        out.setOnAction(event -> form.withSeen(seen -> remove(seen, form)));
        FlowPane ways = new FlowPane(Tokens.SPACE_8, Tokens.SPACE_8, below, out);
        form.getChildren().addAll(form.foot(), ways, Form.dim(texts.get("administration.siteWords")));
        return form;
    }

    @Override
    Form fresh() {
        Optional<SiteId> chosen = present()
                .map(line -> line.site().id())
                .filter(id -> model.doors().get().configures(model.book().lines(), id));
        return fresh(chosen.orElse(null));
    }

    private Form fresh(@Nullable SiteId above) {
        SiteForm form = new SiteForm(model, null, above, texts, overlay, this::saved);
        form.getChildren().add(form.foot());
        return form;
    }

    @Override
    String nothing(String typed) {
        return texts.get(typed.isBlank() ? "administration.noSites" : "administration.noneFound");
    }

    private void saved(SiteVersion stored) {
        showSaved(line(stored));
        model.book().reload();
    }

    /** As far as it is known before the list is asked for again. */
    private static SiteLines.Line line(SiteVersion stored) {
        return new SiteLines.Line(stored.site(), 0, stored.site().name());
    }

    /** Of a site that is so new that no list has it, the one it hangs in is asked about. */
    private boolean mayChange(Site site) {
        SiteLines lines = model.book().lines();
        SiteId known = lines.find(site.id()).isPresent() ? site.id() : site.parent();
        return known == null
                ? model.doors().get().wholeCity()
                : model.doors().get().configures(lines, known);
    }

    private void remove(SiteVersion site, SiteForm form) {
        overtaken = form::fetch;
        overlay.ask(
                texts.get("administration.removeSiteTitle", site.site().name()),
                texts.get("administration.removeSiteWords"),
                texts.get("administration.removeSite"),
                () -> removing.<Boolean>send(answer -> model.service().remove(site, answer), any -> {
                    shut();
                    model.book().reload();
                }));
    }

    private void told(Sending.State state) {
        if (state.phase() == Sending.Phase.OVERTAKEN) {
            say(texts.get("administration.overtakenDoing"));
            overtaken.run();
            model.book().reload();
        } else {
            say(state.failure().map(texts::of).orElse(""));
        }
    }

    /** A line set in by how deep it hangs. */
    private static final class SiteCell extends ListCell<SiteLines.Line> {
        private final Label name = new Label();
        private final StackPane box = new StackPane(name);

        SiteCell() {
            StackPane.setAlignment(name, javafx.geometry.Pos.CENTER_LEFT);
            box.setMinWidth(0);
            box.setPrefWidth(1);
        }

        @Override
        protected void updateItem(SiteLines.@Nullable Line item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            name.setText(item.site().name());
            StackPane.setMargin(name, new Insets(0, 0, 0, STEP * item.depth()));
            setAccessibleText(item.path());
            setGraphic(box);
        }
    }
}
