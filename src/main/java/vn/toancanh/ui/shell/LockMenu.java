package vn.toancanh.ui.shell;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.LockDesk;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;

/** Locks the desk, and says after how long it locks by itself; not there where nobody could open it again. */
final class LockMenu extends MenuButton {
    private static final List<Integer> MINUTES = List.of(5, 15, 30, 60);

    LockMenu(Texts texts, LockDesk lock, Runnable now) {
        super(null, Icons.LOCKED.at(Tokens.ICON_20));
        getStyleClass().addAll("tc-quiet", "tc-icon-only", "tc-lock-menu");
        setAccessibleText(texts.get("shell.lock"));
        setTooltip(Tips.of(texts.get("shell.lock"), "Ctrl+L"));
        fill(texts, lock, now);
        // The role may demand something else by now.
        setOnShowing(event -> fill(texts, lock, now));
        setVisible(lock.possible());
        setManaged(lock.possible());
    }

    private void fill(Texts texts, LockDesk lock, Runnable now) {
        MenuItem at = new MenuItem(texts.get("shell.lockNow"));
        at.setOnAction(event -> now.run());
        getItems().setAll(at, new SeparatorMenuItem());
        ToggleGroup one = new ToggleGroup();
        int most = lock.mostMinutes();
        for (int minutes : choices(most)) {
            getItems().add(choice(one, texts.get("shell.lockAfter", minutes), minutes, lock));
        }
        if (most == 0) {
            getItems().add(choice(one, texts.get("shell.lockNever"), 0, lock));
        } else {
            Label why = new Label(texts.get("shell.lockMost", most));
            why.getStyleClass().add("tc-dim");
            getItems().addAll(new SeparatorMenuItem(), new CustomMenuItem(why, false));
        }
    }

    /** None that the role does not allow, and always the longest that it does. */
    private static List<Integer> choices(int most) {
        return most == 0
                ? MINUTES
                : Stream.concat(MINUTES.stream().filter(minutes -> minutes < most), Stream.of(most))
                        .toList();
    }

    private static MenuItem choice(ToggleGroup one, String words, int minutes, LockDesk lock) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setToggleGroup(one);
        item.setSelected(lock.minutes() == minutes);
        item.setOnAction(event -> lock.after(minutes));
        return item;
    }
}
