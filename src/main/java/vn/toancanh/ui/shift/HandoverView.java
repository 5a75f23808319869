package vn.toancanh.ui.shift;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Texts;
import vn.toancanh.shift.Handover;
import vn.toancanh.shift.Report;
import vn.toancanh.ui.kit.CardHead;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.kit.Tokens;

/**
 * Handing over and taking over, over the wall, which goes on behind: the shifts at the left, the report of the chosen one beside
 * them, and below it what is to be done with it. FX thread.
 */
public final class HandoverView extends StackPane {
    private static final double WIDTH = 1320;
    /** What a report of a whole night takes; on most screens there is less, and it is scrolled. */
    private static final double HEIGHT = 1320;

    private static final double LIST_WIDTH = 300;

    private final ShiftModel model;
    private final Texts texts;
    private final ReportWords words;
    private final Label title = new Label();
    private final HandoverList list;
    private final ReportPane report;
    private final HandOverForm give;
    private final TakeOverForm takeOver;
    private final Label settled = new Label();
    private final StackPane foot = new StackPane();
    private final KeepButtons keep;
    private final ChangeListener<ShiftModel.Shown> onShown = (any, before, now) -> show(now);
    private Handle following = Handle.NONE;
    private Optional<UUID> chosen = Optional.empty();
    private Optional<UUID> awaited = Optional.empty();

    /** @param close takes the view away */
    public HandoverView(ShiftModel model, Texts texts, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.words = new ReportWords(texts, model.zone());
        getStyleClass().add("tc-handover");
        getStylesheets().add(Theme.sheet(HandoverView.class, "shift.css"));
        list = new HandoverList(model, texts, words, this::choose);
        list.setMinWidth(LIST_WIDTH);
        list.setPrefWidth(LIST_WIDTH);
        report = new ReportPane(words, texts);
        VBox.setVgrow(report, Priority.ALWAYS);
        give = new HandOverForm(model, texts, words, this::handedOver);
        takeOver = new TakeOverForm(model, texts);
        settled.setWrapText(true);
        settled.setMinHeight(USE_PREF_SIZE);
        foot.setAlignment(Pos.TOP_LEFT);
        foot.getStyleClass().add("tc-handover-foot");
        keep = new KeepButtons(model, texts);
        title.getStyleClass().addAll("tc-strong", "tc-medium");
        HBox line = new HBox(Tokens.SPACE_8, title, between(), keep);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox right = new VBox(Tokens.SPACE_12, line, keep.message(), report, foot);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox row = new HBox(Tokens.SPACE_16, list, right);
        VBox.setVgrow(row, Priority.ALWAYS);
        row.setMinHeight(0);
        VBox card =
                new VBox(Tokens.SPACE_16, new CardHead(texts.get("shift.title"), texts.get("shift.close"), close), row);
        card.getStyleClass().add("tc-handover-card");
        card.setMaxSize(WIDTH, HEIGHT);
        StackPane.setMargin(card, new Insets(Tokens.SPACE_24));
        getChildren().add(card);
        sceneProperty().addListener((any, was, now) -> follow(now != null));
    }

    private static Region between() {
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        return between;
    }

    /** Holds on to the model only while it is on show. */
    private void follow(boolean shown) {
        model.shown().removeListener(onShown);
        following.close();
        following = Handle.NONE;
        if (shown) {
            model.shown().addListener(onShown);
            following = model.follow();
            show(model.shown().get());
        }
    }

    private void choose(@Nullable Handover handover) {
        chosen = Optional.ofNullable(handover).map(Handover::id);
        keep.message().clear();
        show(model.shown().get());
    }

    /** What was handed over just now is shown, so that it can be signed. */
    private void handedOver(UUID id) {
        awaited = Optional.of(id);
        keep.message().clear();
        show(model.shown().get());
    }

    private void show(ShiftModel.Shown shown) {
        if (shown.handovers().stream().map(Handover::id).anyMatch(id -> awaited.equals(Optional.of(id)))) {
            chosen = awaited;
            awaited = Optional.empty();
        }
        list.show(shown, chosen);
        Handover handover = chosen.flatMap(id -> shown.handovers().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst())
                .orElse(null);
        if (handover == null) {
            chosen = Optional.empty();
            list.chooseOpen();
            showOpen(shown);
        } else {
            list.choose(handover.id());
            show(handover);
        }
    }

    private void showOpen(ShiftModel.Shown shown) {
        Report open = shown.open().orElse(null);
        if (open == null) {
            title.setText(texts.get("shift.current"));
            report.say(List.of(texts.get("shift.noShift")));
            foot.getChildren().clear();
            keep.nothing();
            return;
        }
        title.setText(words.period(open.beganAt(), open.endedAt()));
        report.show(open, List.of());
        keep.offer(() -> Sheet.of(open, model.comment().get(), texts, words), Optional.empty());
        put(give);
    }

    private void show(Handover handover) {
        title.setText(words.period(handover.beganAt(), handover.endedAt()));
        List<String> before = new ArrayList<>();
        String by = handover.by().isEmpty() ? texts.get("shift.oneself") : handover.by();
        before.add(texts.get("shift.handedOverBy", by, words.moment(handover.signedAt())));
        if (!handover.comment().isBlank()) {
            before.add(handover.comment());
        }
        Report told = handover.report();
        if (told == null) {
            before.add(texts.get("shift.unreadable"));
            report.say(before);
        } else {
            report.show(told, before);
        }
        keep.offer(() -> Sheet.of(handover, texts, words), Optional.of(handover.id()));
        if (handover.open() && model.signingOffered()) {
            takeOver.of(handover.id());
            put(takeOver);
        } else {
            settled.setText(settled(handover));
            put(settled);
        }
    }

    private String settled(Handover handover) {
        Handover.Acceptance acceptance = handover.acceptance();
        if (acceptance == null) {
            return texts.get(
                    switch (handover.standing()) {
                        case REFUSED -> "shift.refusedMeaning";
                        case WAITING -> "shift.waitingMeaning";
                        case KEPT -> "shift.nobodySigns";
                    });
        }
        String signed = texts.get("shift.signedByAt", acceptance.by(), words.moment(acceptance.signedAt()));
        return acceptance.comment().isBlank() ? signed : signed + "\n" + acceptance.comment();
    }

    private void put(Region part) {
        if (!foot.getChildren().contains(part)) {
            foot.getChildren().setAll(part);
        }
    }

    /** For tests, which have no chooser of the system's. */
    void chooseFilesBy(BiFunction<Window, String, Optional<Path>> chooser) {
        keep.chooseBy(chooser);
    }

    /** Brings the keyboard to where one begins. */
    public void takeFocus() {
        if (chosen.isEmpty() && foot.getChildren().contains(give)) {
            give.takeFocus();
        } else {
            list.takeFocus();
        }
    }
}
