package vn.toancanh.ui.shift;

import java.io.File;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/** Keeps the report on show as a file, or prints it. */
final class KeepButtons extends HBox {
    private final ShiftModel model;
    private final Texts texts;
    private final Button save = new Button();
    private final Button print = new Button();
    private final MessageLine message = new MessageLine();
    private @Nullable Supplier<Sheet> content;
    private Optional<UUID> handover = Optional.empty();

    private boolean printing;

    /** Asks where a file of that name is to lie; empty where it is given up. A test has no chooser of the system's. */
    private BiFunction<Window, String, Optional<Path>> chooser = this::ask;

    KeepButtons(ShiftModel model, Texts texts) {
        super(Tokens.SPACE_8);
        this.model = model;
        this.texts = texts;
        save.setText(texts.get("shift.save"));
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(event -> save());
        print.setText(texts.get("shift.print"));
        print.setMinWidth(USE_PREF_SIZE);
        print.setOnAction(event -> print());
        getChildren().addAll(save, print);
    }

    MessageLine message() {
        return message;
    }

    /** For tests. */
    void chooseBy(BiFunction<Window, String, Optional<Path>> other) {
        chooser = other;
    }

    /**
     * What is on show can be kept.
     *
     * @param of whose report it is; empty: the open shift's
     */
    void offer(Supplier<Sheet> sheet, Optional<UUID> of) {
        content = sheet;
        handover = of;
        save.setDisable(false);
        print.setDisable(printing);
    }

    void nothing() {
        content = null;
        save.setDisable(true);
        print.setDisable(true);
    }

    private void save() {
        Supplier<Sheet> made = content;
        if (made == null) {
            return;
        }
        message.clear();
        Sheet sheet = made.get();
        String name = texts.get(
                "shift.fileName",
                DateTimeFormatter.ofPattern("yyyyMMdd-HHmm")
                        .withZone(model.zone())
                        .format(sheet.at()));
        chooser.apply(getScene().getWindow(), name + ".html").ifPresent(file -> {
            Optional<UUID> of = handover;
            model.save(file, HtmlReport.of(sheet, texts), outcome -> saved(of, outcome));
        });
    }

    private void print() {
        Supplier<Sheet> made = content;
        if (made == null) {
            return;
        }
        message.clear();
        printing = true;
        print.setDisable(true);
        Optional<UUID> of = handover;
        PrintedReport.print(
                made.get(),
                texts,
                getScene().getWindow(),
                model.desk(),
                model.compute(),
                result -> printed(of, result));
    }

    private void printed(Optional<UUID> of, PrintedReport.Result result) {
        if (result == PrintedReport.Result.PRINTED) {
            model.kept(of, Optional.empty());
        }
        printing = false;
        print.setDisable(content == null);
        switch (result) {
            case PRINTED -> message.say(Weight.INFORMATION, texts.get("shift.printed"));
            case NO_PRINTER -> message.say(Weight.LOOK, texts.get("shift.noPrinter"));
            case FAILED -> message.say(Weight.ACT, texts.get("shift.notPrinted"));
            case GIVEN_UP -> message.clear();
        }
    }

    private void saved(Optional<UUID> of, Outcome<Path> outcome) {
        switch (outcome) {
            case Outcome.Done<Path>(Path file) -> {
                model.kept(of, Optional.of(String.valueOf(file.getFileName())));
                message.say(Weight.INFORMATION, texts.get("shift.saved", file.toString()));
            }
            case Outcome.Failed<Path>(Failure why) -> message.say(Weight.ACT, texts.of(why));
        }
    }

    private Optional<Path> ask(Window window, String suggested) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(texts.get("shift.save"));
        dialog.setInitialFileName(suggested);
        dialog.getExtensionFilters().add(new FileChooser.ExtensionFilter("HTML", "*.html"));
        return Optional.ofNullable(dialog.showSaveDialog(window)).map(File::toPath);
    }
}
