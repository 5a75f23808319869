package vn.toancanh.ui.administration;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.SiteLines;
import vn.toancanh.administration.SiteVersion;
import vn.toancanh.base.Texts;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/** Name and place of a site, new or not. One that is stored is fetched first, so that its version is the one seen here. */
final class SiteForm extends Form {
    private final AdministrationModel model;
    private final Consumer<SiteVersion> saved;
    private final Consumer<SiteVersion> show;
    private final @Nullable Site stored;
    private final Field<TextField> name;
    private final Field<SiteButton> parent;
    private @Nullable SiteVersion seen;

    /**
     * @param stored null: a new one
     * @param above where it hangs; null: at the root, or where that is not seen
     * @param saved told of the site as it stands at the server then
     * @param show shows the form of the site as somebody else made it
     */
    SiteForm(
            AdministrationModel model,
            @Nullable Site stored,
            @Nullable SiteId above,
            Texts texts,
            Overlay overlay,
            Consumer<SiteVersion> saved,
            Consumer<SiteVersion> show) {
        super(texts, texts.get(stored == null ? "administration.addSite" : "administration.save"));
        this.model = model;
        this.stored = stored;
        this.saved = saved;
        this.show = show;
        name = at("/name", Field.text(texts.get("administration.siteName"), stored == null ? "" : stored.name()));
        name.control().setOnAction(event -> send());
        boolean city = model.doors().get().wholeCity();
        parent = at(
                "/parentId",
                new Field<>(
                        texts.get("administration.siteParent"),
                        new SiteButton(
                                above,
                                model.book().lines(),
                                this::mayBeAbove,
                                texts.get(city ? "administration.siteRoot" : "administration.chooseSite"),
                                city,
                                texts,
                                overlay,
                                sending::typed)));
        getChildren().addAll(title(stored == null ? texts.get("administration.newSite") : stored.name()), name);
        boolean movable = stored == null || city || above != null;
        if (movable) {
            getChildren().add(parent);
        }
        if (stored != null) {
            fetch(stored);
        }
    }

    private boolean mayBeAbove(SiteLines.Line line) {
        SiteLines lines = model.book().lines();
        SiteId id = line.site().id();
        return model.doors().get().configures(lines, id) && (stored == null || !lines.within(id, stored.id()));
    }

    private void fetch(Site site) {
        model.service().site(site.id(), outcome -> outcome.settle(told -> seen = told, sending::refuse));
    }

    private @Nullable SiteId above() {
        return parent.control().site();
    }

    @Override
    boolean dirty() {
        String typed = name.control().getText().strip();
        return stored == null
                ? !typed.isEmpty()
                : !typed.equals(stored.name()) || !Objects.equals(above(), stored.parent());
    }

    @Override
    void takeFocus() {
        name.takeFocus();
    }

    @Override
    void send() {
        String typed = name.control().getText().strip();
        boolean city = model.doors().get().wholeCity();
        if (typed.isEmpty()) {
            refuse("/name", "required");
        } else if (stored == null && above() == null && !city) {
            refuse("/parentId", "required");
        } else if (stored == null) {
            sending.<SiteVersion>send(answer -> model.service().add(above(), typed, answer), saved);
        } else {
            change(stored, typed);
        }
    }

    private void change(Site site, String typed) {
        SiteVersion known = seen;
        if (known == null) {
            // It has not come yet, or could not be had: it is asked for once more, and sent when it is there.
            sending.<SiteVersion>send(answer -> model.service().site(site.id(), answer), told -> {
                seen = told;
                change(site, typed);
            });
            return;
        }
        SiteVersion wanted = new SiteVersion(new Site(site.id(), above(), typed), known.version());
        sending.<SiteVersion>send(answer -> model.service().change(wanted, answer), saved);
    }

    @Override
    String forbidden() {
        return texts.get("administration.siteForbidden");
    }

    @Override
    boolean settles() {
        return stored != null;
    }

    @Override
    void overtaken() {
        Optional.ofNullable(stored).ifPresent(this::fetch);
    }

    @Override
    void takeTheirs() {
        SiteVersion now = seen;
        sending.drop();
        if (now != null) {
            show.accept(now);
        }
    }

    @Override
    void overwrite() {
        sending.typed();
        send();
    }

    /** The version that was seen; empty while it has not come. */
    Optional<SiteVersion> seen() {
        return Optional.ofNullable(seen);
    }
}
