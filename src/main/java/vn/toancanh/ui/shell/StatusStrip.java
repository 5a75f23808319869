package vn.toancanh.ui.shell;

import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import vn.toancanh.access.Connection;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.DeskState;
import vn.toancanh.desk.WallReading;
import vn.toancanh.ui.kit.Moments;
import vn.toancanh.ui.kit.Tokens;

/** The line at the foot: how much is live, the server, the network, the processors, the clock. */
final class StatusStrip extends HBox {
    private final Texts texts;
    private final Moments moments;
    private final Label live = new Label();
    private final Label server = new Label();
    private final Label network = new Label();
    private final Label load = new Label();
    private final Label clock = new Label();

    StatusStrip(Texts texts, Moments moments) {
        super(Tokens.SPACE_24);
        this.texts = texts;
        this.moments = moments;
        getStyleClass().addAll("tc-status-strip", "tc-figures", "tc-small");
        setAlignment(Pos.CENTER_LEFT);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        live.setMinWidth(USE_PREF_SIZE);
        clock.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(live, server, network, load, between, clock);
    }

    void show(DeskState state, Instant now) {
        WallReading wall = state.wall();
        boolean all = wall.notLive() == 0;
        live.setText(
                wall.shown() == 0
                        ? texts.get("shell.nothingShown")
                        : all
                                ? texts.get("shell.live", wall.live(), wall.shown())
                                : texts.get("shell.notLive", wall.notLive(), wall.shown()));
        weigh(live, all ? "tc-dim" : "tc-red-text", !all);
        Connection connection = state.session().connection();
        server.setText(
                switch (connection.phase()) {
                    case ONLINE -> texts.get("shell.serverOnline");
                    case AWAY, WAITING, LAPSED -> {
                        Instant since = connection.since();
                        yield texts.get("shell.serverAway", since == null ? "" : moments.since(since, now));
                    }
                    case EXPIRED -> texts.get("shell.serverExpired");
                    case SIGNED_OUT -> texts.get("shell.serverSignedOut");
                });
        weigh(server, connection.isOnline() ? "tc-dim" : "tc-amber-text", false);
        network.setText(texts.get("shell.network", wall.bitrateKbps() / 1000.0, wall.lostPerSecond()));
        weigh(network, wall.lostPerSecond() > 0 ? "tc-amber-text" : "tc-dim", false);
        load.setText(texts.get(
                "shell.load", state.load().decodePercent(), state.load().screenPercent()));
        weigh(load, "tc-dim", false);
        tick(now);
    }

    void tick(Instant now) {
        clock.setText(moments.clock(now));
    }

    private static void weigh(Label label, String colour, boolean strong) {
        label.getStyleClass().setAll("label", colour);
        if (strong) {
            label.getStyleClass().add("tc-strong-figures");
        }
    }
}
