package vn.toancanh.ui.alarms;

import java.util.function.IntConsumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import vn.toancanh.alarms.AlarmTerms;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.AlarmChoices;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;

/**
 * What is chosen about alarms: whether they come to tiles, from which priority, how long, and with a tone. Whoever signs in brings his own, so
 * that it is looked up each time it is opened.
 */
final class AlarmMenu extends MenuButton {
    AlarmMenu(Texts texts, AlarmChoices choices) {
        super(null, Icons.SETTINGS.at(Tokens.ICON_20));
        getStyleClass().addAll("tc-quiet", "tc-icon-only", "tc-alarm-menu");
        setAccessibleText(texts.get("alarms.settings"));
        setTooltip(Tips.of(texts.get("alarms.settings"), ""));
        fill(texts, choices);
        setOnShowing(event -> fill(texts, choices));
    }

    private void fill(Texts texts, AlarmChoices choices) {
        AlarmTerms terms = choices.terms();
        CheckMenuItem toTiles = new CheckMenuItem(texts.get("alarms.toTiles"));
        toTiles.setSelected(terms.on());
        Menu least = new Menu(texts.get("alarms.least"));
        ToggleGroup priorities = new ToggleGroup();
        for (int priority : AlarmChoices.PRIORITIES) {
            String words = texts.get("alarms.leastFrom", priority);
            least.getItems().add(choice(priorities, words, priority, terms.least(), choices::least));
        }
        Menu stay = new Menu(texts.get("alarms.stay"));
        ToggleGroup stays = new ToggleGroup();
        for (int seconds : AlarmChoices.STAYS) {
            String words = seconds == 0 ? texts.get("alarms.stayUntil") : texts.get("alarms.staySeconds", seconds);
            stay.getItems().add(choice(stays, words, seconds, (int) terms.stay().toSeconds(), choices::stay));
        }
        least.setDisable(!terms.on());
        stay.setDisable(!terms.on());
        toTiles.setOnAction(event -> {
            choices.toTiles(toTiles.isSelected());
            least.setDisable(!toTiles.isSelected());
            stay.setDisable(!toTiles.isSelected());
        });
        CheckMenuItem sound = new CheckMenuItem(texts.get("alarms.sound"));
        sound.setSelected(choices.sound());
        sound.setOnAction(event -> choices.sound(sound.isSelected()));
        getItems().setAll(toTiles, least, stay, new SeparatorMenuItem(), sound);
    }

    private static RadioMenuItem choice(ToggleGroup one, String words, int value, int present, IntConsumer choose) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setToggleGroup(one);
        item.setSelected(value == present);
        item.setOnAction(event -> choose.accept(value));
        return item;
    }
}
