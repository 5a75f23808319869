package vn.toancanh.ui.shell;

import java.time.Duration;
import java.time.Instant;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.Connection;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.DeskState;
import vn.toancanh.desk.Notices;
import vn.toancanh.ui.kit.Banner;
import vn.toancanh.ui.kit.Moments;
import vn.toancanh.ui.kit.Weight;

/** What is wrong with the desk, in one sentence above the wall, and the ways out of it. FX thread. */
final class DeskBanner extends Banner {
    /** How long a notice lies over the tiles of a bare wall, where nobody may sit who could say that he has read it. It waits where there is room. */
    static final Duration OVER_TILES = Duration.ofSeconds(30);

    private final ShellParts parts;
    private final Texts texts;
    private final Button again;
    private final Button signInAgain;
    private final Button otherServer;
    private final Button read;
    private Notices.@Nullable Notice told;
    private Instant toldAt = Instant.EPOCH;

    DeskBanner(ShellParts parts, ShellActions actions) {
        this.parts = parts;
        this.texts = parts.language().texts();
        setMaxHeight(USE_PREF_SIZE);
        again = new Button(texts.get("shell.tryNow"));
        again.setOnAction(event -> parts.signIn().tryNow());
        signInAgain = new Button(texts.get("shell.signInAgain"));
        signInAgain.setOnAction(event -> actions.signInAgain());
        otherServer = new Button(texts.get("shell.otherServer"));
        otherServer.setOnAction(event -> actions.otherServer());
        read = new Button(texts.get("shell.read"));
        read.setOnAction(event -> parts.notices().dismiss());
    }

    /** Over a bare wall only what nobody could know from its tiles: that they wait, and what was told at the start. */
    void show(DeskState state, boolean wallOnly, Instant now) {
        Connection connection = state.session().connection();
        boolean waits = connection.phase() == Connection.Phase.WAITING
                || connection.phase() == Connection.Phase.LAPSED
                || connection.why() != null;
        BannerWords.of(state, texts, new Moments(texts.language(), parts.zone()), now)
                .filter(said -> waits || !wallOnly)
                .ifPresentOrElse(
                        said -> say(said.weight(), said.sentence(), ways(said.way())), () -> showNotice(wallOnly, now));
    }

    private void showNotice(boolean wallOnly, Instant now) {
        Notices.@Nullable Notice notice = parts.notices().present().orElse(null);
        if (notice == null) {
            told = null;
            hide();
            return;
        }
        if (!notice.equals(told)) {
            toldAt = now;
        }
        if (wallOnly && !now.isBefore(toldAt.plus(OVER_TILES))) {
            hide();
        } else {
            say(notice);
        }
    }

    /** Of two that read the same each leads where it says. */
    private void say(Notices.Notice notice) {
        String sentence = texts.get(notice.textKey(), notice.args().toArray());
        if (!notice.equals(told) || !sentence.equals(words())) {
            told = notice;
            show(Weight.LOOK, sentence, ways(notice));
        }
    }

    /** Shows a sentence anew only where it is another, so that nobody loses the button under his hand. */
    private void say(Weight weight, String sentence, Button... ways) {
        if (!sentence.equals(words())) {
            show(weight, sentence, ways);
        }
    }

    private Button[] ways(Notices.Notice notice) {
        Notices.Way way = notice.way();
        if (way == null) {
            return new Button[] {read};
        }
        Button there = new Button(texts.get(way.textKey()));
        there.setOnAction(event -> {
            parts.notices().withdraw(notice);
            way.there().run();
        });
        return new Button[] {there, read};
    }

    private Button[] ways(BannerWords.Way way) {
        return switch (way) {
            case SIGN_IN -> new Button[] {signInAgain};
            case ASK_AGAIN -> new Button[] {again};
            case ASK_OR_LEAVE -> new Button[] {again, otherServer};
            case NONE -> new Button[0];
        };
    }
}
