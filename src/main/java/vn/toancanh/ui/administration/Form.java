package vn.toancanh.ui.administration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.toancanh.administration.FieldRefused;
import vn.toancanh.administration.Sending;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/**
 * Something to be filled in and sent. What is refused is said at the field that it concerns, or at the foot; nothing that was
 * typed goes away with a refusal. FX thread.
 */
abstract class Form extends VBox {
    final Texts texts;
    final Sending sending = new Sending(this::told);
    private final Map<String, Complaint> places = new LinkedHashMap<>();
    private final MessageLine whole = new MessageLine();
    private final Button save = new Button();
    private final HBox ways = new HBox(Tokens.SPACE_8);
    private final String saveWords;

    /** @param save what the button says that sends it */
    Form(Texts texts, String save) {
        super(Tokens.SPACE_12);
        this.texts = texts;
        this.saveWords = save;
        getStyleClass().add("tc-form");
        this.save.setText(save);
        this.save.getStyleClass().add("tc-primary");
        this.save.setMinWidth(USE_PREF_SIZE);
        this.save.setOnAction(event -> send());
        addEventHandler(KeyEvent.KEY_TYPED, event -> sending.typed());
    }

    /** True where something stands here that is not sent. */
    abstract boolean dirty();

    /** Sends it. */
    abstract void send();

    /** Brings the keyboard to the first thing to be filled in. */
    abstract void takeFocus();

    /** Takes what there is now at the server, in place of what was typed; only where somebody else was faster. */
    void takeTheirs() {}

    /** Sends what was typed all the same; only where somebody else was faster. */
    void overwrite() {}

    /** What it means that the server forbids this. */
    String forbidden() {
        return texts.get("administration.forbidden");
    }

    /** True where {@link #takeTheirs} and {@link #overwrite} do something. */
    boolean settles() {
        return false;
    }

    /** Somebody else was faster, and what there is now should be fetched. */
    void overtaken() {}

    /** Makes a field the place of the pointer's faults, and of those below it. */
    <C extends Complaint> C at(String pointer, C place) {
        places.put(pointer, place);
        return place;
    }

    /** No row is the place of those any more. */
    void forget(String pointerStart) {
        places.keySet().removeIf(pointer -> pointer.startsWith(pointerStart));
    }

    private Optional<Complaint> find(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Complaint place = places.get(at);
            if (place != null) {
                return Optional.of(place);
            }
            if (at.lastIndexOf('/') < 0) {
                break;
            }
        }
        return Optional.empty();
    }

    /** The foot: what is wrong with all of it, and the button that sends it. */
    VBox foot(Node... more) {
        HBox line = new HBox(Tokens.SPACE_8, save);
        line.getChildren().addAll(more);
        return new VBox(Tokens.SPACE_8, whole, ways, line);
    }

    static Label title(String words) {
        Label title = sentence(words);
        title.getStyleClass().addAll("tc-strong", "tc-medium");
        return title;
    }

    static Label dim(String words) {
        Label label = sentence(words);
        label.getStyleClass().add("tc-dim");
        return label;
    }

    static Label sentence(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /** Refuses it here, at that field, without asking the server. */
    void refuse(String pointer, String code) {
        sending.refuse(Failure.of(
                Failure.Kind.BAD_INPUT,
                pointer + " " + code,
                new FieldRefused(List.of(new FieldRefused.Fault(pointer, code)))));
    }

    private void told(Sending.State state) {
        places.values().forEach(Complaint::right);
        whole.clear();
        ways.getChildren().clear();
        save.setDisable(state.sending());
        save.setText(state.sending() ? texts.get("administration.sending") : saveWords);
        switch (state.phase()) {
            case READY, SENDING -> {
                // Nothing to say.
            }
            case REFUSED -> state.failure().ifPresent(failure -> refused(failure, state.faults()));
            case OVERTAKEN -> sayOvertaken();
        }
        shown(state);
    }

    /** What else of the form follows how it stands. */
    void shown(Sending.State state) {}

    private void refused(Failure failure, List<FieldRefused.Fault> faults) {
        List<Complaint> wrong = new ArrayList<>();
        for (FieldRefused.Fault fault : faults) {
            find(fault.pointer()).ifPresent(place -> {
                place.wrong(FaultWords.of(fault, texts));
                wrong.add(place);
            });
        }
        if (wrong.isEmpty()) {
            whole.say(Weight.ACT, failure.kind() == Failure.Kind.FORBIDDEN ? forbidden() : texts.of(failure));
            save.requestFocus();
        } else {
            wrong.getFirst().takeFocus();
        }
    }

    private void sayOvertaken() {
        whole.say(Weight.LOOK, texts.get("administration.overtaken"));
        overtaken();
        if (settles()) {
            Button theirs = new Button(texts.get("administration.takeTheirs"));
            theirs.setOnAction(event -> takeTheirs());
            Button mine = new Button(texts.get("administration.overwrite"));
            mine.setOnAction(event -> overwrite());
            ways.getChildren().setAll(theirs, mine);
        }
    }

    /** Says at the foot what went well. */
    void tell(String sentence) {
        whole.say(Weight.INFORMATION, sentence);
    }

    /** Says at the foot what went wrong without anybody having asked: the keyboard stays where it is. */
    void note(Failure failure) {
        whole.say(Weight.LOOK, texts.of(failure));
    }

    /** What is said at the foot; empty: nothing. */
    String words() {
        return whole.words();
    }
}
