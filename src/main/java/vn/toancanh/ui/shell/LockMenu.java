package vn.toancanh.ui.shell;

import java.util.List;
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
        MenuItem at = new MenuItem(texts.get("shell.lockNow"));
        at.setOnAction(event -> now.run());
        getItems().addAll(at, new SeparatorMenuItem());
        ToggleGroup one = new ToggleGroup();
        for (int minutes : MINUTES) {
            getItems().add(choice(one, texts.get("shell.lockAfter", minutes), minutes, lock));
        }
        getItems().add(choice(one, texts.get("shell.lockNever"), 0, lock));
        setVisible(lock.possible());
        setManaged(lock.possible());
    }

    private static MenuItem choice(ToggleGroup one, String words, int minutes, LockDesk lock) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setToggleGroup(one);
        item.setSelected(lock.minutes() == minutes);
        item.setOnAction(event -> lock.after(minutes));
        return item;
    }
}
