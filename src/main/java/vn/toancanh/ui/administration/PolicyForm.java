package vn.toancanh.ui.administration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.StreamPolicy;
import vn.toancanh.administration.StreamPolicy.Way;
import vn.toancanh.base.Texts;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Weight;

/** Which way streams take from cameras to desks, for the city and for sites that differ. */
final class PolicyForm extends Form implements SectionPane {
    private final AdministrationModel model;
    private final Overlay overlay;
    private final Field<ComboBox<Way>> city;
    private final Rows<WayRow> sites;
    private final Field<TextField> relay;
    private @Nullable StreamPolicy seen;

    PolicyForm(AdministrationModel model, Texts texts, Overlay overlay) {
        super(texts, texts.get("administration.save"));
        this.model = model;
        this.overlay = overlay;
        city = at("/access", new Field<>(texts.get("administration.cityWay"), WayRow.box(texts)));
        city.control().setMaxWidth(USE_PREF_SIZE);
        city.control().valueProperty().addListener((any, before, now) -> sending.typed());
        sites = new Rows<>(
                this,
                "/sites",
                texts.get("administration.exceptions"),
                texts.get("administration.noExceptions"),
                texts.get("administration.addException"),
                this::addRow);
        relay = at("/relayUrl", Field.text(texts.get("administration.relayUrl"), ""));
        relay.control().setPromptText(texts.get("administration.relayPrompt"));
        relay.control().setOnAction(event -> send());
        MessageLine warning = new MessageLine();
        warning.say(Weight.LOOK, texts.get("administration.directWords"));
        getChildren()
                .addAll(
                        title(texts.get("administration.policy")),
                        dim(texts.get("administration.relayWords")),
                        warning,
                        city,
                        sites,
                        relay,
                        foot());
        enable(false);
    }

    /** Asks for the policy; what is typed in the meantime, or stands here and is not sent, stays. */
    @Override
    public void reload() {
        if (!dirty()) {
            model.service().policy(outcome -> outcome.settle(this::came, this::note));
        }
    }

    private void came(StreamPolicy told) {
        if (!dirty()) {
            show(told);
        }
    }

    /** Nothing can be typed before there is something to be changed. */
    private void enable(boolean known) {
        List.of(city, sites, relay).forEach(each -> each.setDisable(!known));
    }

    private void fetch() {
        sending.<StreamPolicy>send(answer -> model.service().policy(answer), this::show);
    }

    private void show(StreamPolicy told) {
        seen = told;
        enable(true);
        city.control().setValue(told.city());
        sites.clear();
        told.sites().forEach((site, way) -> sites.add(row(site, way)));
        relay.control().setText(told.relayUrl());
        sending.typed();
    }

    private WayRow row(@Nullable SiteId site, Way way) {
        return new WayRow(site, way, model, texts, overlay, sending::typed, row -> sites.remove(row));
    }

    private void addRow() {
        sites.add(row(null, city.control().getValue() == Way.DIRECT ? Way.RELAY : Way.DIRECT));
    }

    private StreamPolicy typed() {
        Map<SiteId, Way> words = new LinkedHashMap<>();
        for (WayRow row : sites.all()) {
            SiteId site = row.site();
            if (site != null) {
                words.put(site, row.way());
            }
        }
        Way chosen = city.control().getValue();
        return new StreamPolicy(
                chosen == null ? Way.RELAY : chosen,
                words,
                relay.control().getText().strip());
    }

    @Override
    boolean dirty() {
        StreamPolicy before = seen;
        return before != null
                && (!typed().equals(before) || sites.all().stream().anyMatch(row -> row.site() == null));
    }

    @Override
    public void takeFocus() {
        city.takeFocus();
    }

    @Override
    void send() {
        StreamPolicy before = seen;
        if (before == null) {
            fetch();
            return;
        }
        List<WayRow> rows = sites.all();
        for (int i = 0; i < rows.size(); i++) {
            SiteId site = rows.get(i).site();
            if (site == null) {
                refuse("/sites/" + i, "required");
                return;
            }
            if (rows.stream().limit(i).anyMatch(earlier -> site.equals(earlier.site()))) {
                refuse("/sites/" + i, "duplicate");
                return;
            }
        }
        StreamPolicy wanted = typed();
        if (wanted.opensMoreThan(before)) {
            overlay.ask(
                    texts.get("administration.directTitle"),
                    texts.get("administration.directWords"),
                    texts.get("administration.directYes"),
                    () -> put(before, wanted));
        } else {
            put(before, wanted);
        }
    }

    private void put(StreamPolicy before, StreamPolicy wanted) {
        sending.<StreamPolicy>send(answer -> model.service().change(before, wanted, answer), stored -> {
            show(stored);
            tell(texts.get("administration.saved"));
        });
    }

    @Override
    boolean settles() {
        return true;
    }

    @Override
    void takeTheirs() {
        sending.drop();
        fetch();
    }

    @Override
    void overwrite() {
        sending.drop();
        StreamPolicy mine = typed();
        sending.<StreamPolicy>send(answer -> model.service().policy(answer), now -> {
            seen = now;
            if (!mine.equals(now)) {
                send();
            } else {
                show(now);
            }
        });
    }
}
