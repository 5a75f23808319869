package vn.toancanh.ui.administration;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.Sending;
import vn.toancanh.administration.SiteLines;
import vn.toancanh.administration.SiteVersion;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Texts;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/**
 * Name and place of a site, new or not. One that is stored is fetched first: the list it was chosen from may be older than what
 * there is, and a version must never be sent with what was seen of another.
 */
final class SiteForm extends Form {
    private final AdministrationModel model;
    private final Consumer<SiteVersion> saved;
    private final Field<TextField> name;
    private final Field<SiteButton> parent;
    private final Label title;

    /** What the fields began with; null: a new one. */
    private @Nullable Site stored;

    /** The same with its version; null while that has not come. */
    private @Nullable SiteVersion seen;

    /** What somebody else made of it while something was typed here, until one says whose stands. */
    private @Nullable SiteVersion newer;

    /**
     * @param stored null: a new one
     * @param above where it hangs; null: at the root, or where that is not seen
     * @param saved told of the site as it stands at the server then
     */
    SiteForm(
            AdministrationModel model,
            @Nullable Site stored,
            @Nullable SiteId above,
            Texts texts,
            Overlay overlay,
            Consumer<SiteVersion> saved) {
        super(texts, texts.get(stored == null ? "administration.addSite" : "administration.save"));
        this.model = model;
        this.stored = stored;
        this.saved = saved;
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
        title = title(stored == null ? texts.get("administration.newSite") : stored.name());
        getChildren().addAll(title, name, parent);
        movable(stored == null || city || above != null);
        fetch();
    }

    private void movable(boolean is) {
        parent.setVisible(is);
        parent.setManaged(is);
    }

    private boolean mayBeAbove(SiteLines.Line line) {
        SiteLines lines = model.book().lines();
        SiteId id = line.site().id();
        Site own = stored;
        return model.doors().get().configures(lines, id) && (own == null || !lines.within(id, own.id()));
    }

    /** Asks for it as it is at the server now. */
    void fetch() {
        Site own = stored;
        if (own != null) {
            model.service().site(own.id(), outcome -> outcome.settle(this::came, this::note));
        }
    }

    private void came(SiteVersion told) {
        if (told.site().equals(stored)) {
            seen = told;
            newer = null;
        } else if (dirty()) {
            newer = told;
            if (sending.state().phase() != Sending.Phase.OVERTAKEN) {
                refuseOvertaken();
            }
        } else {
            take(told);
        }
    }

    private void refuseOvertaken() {
        sending.refuse(Failure.of(Failure.Kind.CONFLICT, "changed since the list was told"));
    }

    /** Shows it as it is. */
    private void take(SiteVersion told) {
        stored = told.site();
        seen = told;
        newer = null;
        title.setText(told.site().name());
        name.control().setText(told.site().name());
        parent.control().set(told.site().parent());
        movable(model.doors().get().wholeCity() || told.site().parent() != null);
    }

    private @Nullable SiteId above() {
        return parent.control().site();
    }

    @Override
    boolean dirty() {
        String typed = name.control().getText().strip();
        Site own = stored;
        return own == null ? !typed.isEmpty() : !typed.equals(own.name()) || !Objects.equals(above(), own.parent());
    }

    @Override
    void takeFocus() {
        name.takeFocus();
    }

    @Override
    void send() {
        String typed = name.control().getText().strip();
        boolean city = model.doors().get().wholeCity();
        Site own = stored;
        if (typed.isEmpty()) {
            refuse("/name", "required");
        } else if (own == null && above() == null && !city) {
            refuse("/parentId", "required");
        } else if (own == null) {
            sending.<SiteVersion>send(answer -> model.service().add(above(), typed, answer), saved);
        } else {
            change(own, typed);
        }
    }

    private void change(Site site, String typed) {
        SiteVersion known = seen;
        if (known == null && newer != null) {
            refuseOvertaken();
            return;
        }
        if (known == null) {
            // It has not come yet, or could not be had: it is asked for once more, and sent when it is there and no
            // other.
            withSeen(told -> change(site, typed));
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
        if (newer == null) {
            fetch();
        }
    }

    @Override
    void takeTheirs() {
        SiteVersion now = newer == null ? seen : newer;
        sending.drop();
        if (now != null) {
            take(now);
        }
    }

    @Override
    void overwrite() {
        seen = newer == null ? seen : newer;
        newer = null;
        sending.typed();
        send();
    }

    /** Does something with the version that is known, after asking for it where it has not come. */
    void withSeen(Consumer<SiteVersion> then) {
        Site own = stored;
        SiteVersion known = newer == null ? seen : newer;
        if (known != null) {
            then.accept(known);
        } else if (own != null) {
            sending.<SiteVersion>send(answer -> model.service().site(own.id(), answer), told -> {
                boolean same = told.site().equals(own);
                came(told);
                if (same) {
                    then.accept(told);
                }
            });
        }
    }
}
