package vn.toancanh.ui.administration;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.OverrunStyle;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.SiteLines;
import vn.toancanh.base.Texts;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;

/** Says which site is chosen; pressed, it offers those that may be. */
final class SiteButton extends Button {
    private final SiteLines lines;
    private final Texts texts;
    private final String none;
    private final Runnable changed;
    private @Nullable SiteId site;

    /**
     * @param site null: none
     * @param none what none is called
     * @param mayBeNone whether none may be chosen
     */
    SiteButton(
            @Nullable SiteId site,
            SiteLines lines,
            Predicate<SiteLines.Line> fit,
            String none,
            boolean mayBeNone,
            Texts texts,
            Overlay overlay,
            Runnable changed) {
        this.site = site;
        this.lines = lines;
        this.texts = texts;
        this.none = none;
        this.changed = changed;
        getStyleClass().add("tc-site-button");
        setGraphic(Icons.OPENED.at(Tokens.ICON_16));
        setMaxWidth(Double.MAX_VALUE);
        setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        setMinWidth(0);
        setOnAction(event -> overlay.pick(lines, fit, mayBeNone ? none : "", this::take));
        say();
    }

    private void take(Optional<SiteId> chosen) {
        site = chosen.orElse(null);
        say();
        changed.run();
    }

    private void say() {
        String words = site == null ? none : RightWords.place(site, lines, texts);
        setText(words);
        setTooltip(Tips.of(words, ""));
        setAccessibleText(texts.get("administration.site") + ": " + words);
    }

    /** Says that one instead, or none; nobody has chosen it. */
    void set(@Nullable SiteId now) {
        site = now;
        say();
    }

    @Nullable
    SiteId site() {
        return site;
    }
}
