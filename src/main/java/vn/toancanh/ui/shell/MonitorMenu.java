package vn.toancanh.ui.shell;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.MonitorDesk;
import vn.toancanh.desk.MonitorDesk.Window;
import vn.toancanh.model.Monitor;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;

/**
 * The windows of the wall and the monitors they are on: opens one on a monitor and closes it again, and says which waits for its
 * monitor.
 */
final class MonitorMenu extends MenuButton {
    private final Texts texts;
    private final MonitorDesk desk;

    MonitorMenu(Texts texts, MonitorDesk desk) {
        super(null, Icons.MONITORS.at(Tokens.ICON_20));
        this.texts = texts;
        this.desk = desk;
        getStyleClass().addAll("tc-quiet", "tc-icon-only", "tc-lock-menu", "tc-monitor-menu");
        setAccessibleText(texts.get("shell.monitors"));
        setTooltip(Tips.of(texts.get("shell.monitors"), "F5"));
        setOnShowing(event -> fill());
        fill();
    }

    /** Monitors came or went, or windows were opened or closed. */
    void fill() {
        getItems().clear();
        for (Window window : desk.windows()) {
            getItems().add(line(window));
        }
        for (Monitor free : desk.free()) {
            CheckMenuItem item = new CheckMenuItem(MonitorActions.words(free, texts));
            item.setOnAction(event -> desk.open(free));
            getItems().add(item);
        }
        MenuItem all = new MenuItem(texts.get("shell.monitorsAll"));
        all.setDisable(desk.free().isEmpty());
        all.setOnAction(event -> desk.openAll());
        getItems().addAll(new SeparatorMenuItem(), all);
    }

    private CheckMenuItem line(Window window) {
        String home = MonitorActions.words(window.home(), texts);
        boolean elsewhere = window.isMain() && desk.mainStandsIn();
        CheckMenuItem item = new CheckMenuItem(texts.get(
                window.away()
                        ? "shell.monitorAway"
                        : elsewhere
                                ? "shell.monitorStandsIn"
                                : window.isMain() ? "shell.monitorMain" : "shell.monitorOn",
                window.number(),
                home));
        item.setSelected(!window.away());
        item.setDisable(window.isMain());
        item.setOnAction(event -> desk.close(window.id()));
        return item;
    }
}
