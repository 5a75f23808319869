package vn.toancanh.live;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.live.StreamGrants.Answer;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.Camera;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.model.StreamGrant;
import vn.toancanh.model.StreamProfile;

/** Opens one stream to rest among the warm ones, quietly: what goes wrong, its tile will be told when it comes. Lane: DESK. */
final class Warming implements Player.Listener {
    private final LiveParts parts;
    private final Wish wish;
    private final String label;
    private Handle turn = Handle.NONE;

    private Warming(LiveParts parts, Wish wish, String label) {
        this.parts = parts;
        this.wish = wish;
        this.label = label;
    }

    /** The stream by which a camera would be shown next in a tile of that size; null where it has none that can be played. */
    static @Nullable Wish wish(Camera camera, PixelSize tile, int openTiles, long nowNanos) {
        StreamProfile profile = new StreamChooser()
                .first(camera, StreamChoice.AUTO, tile, false, openTiles, nowNanos)
                .profile();
        return profile == null ? null : new Wish(camera.id(), profile.role());
    }

    static void begin(LiveParts parts, GrantDesk grants, Wish wish, String label, long generation) {
        if (parts.commons().warm().keepsNone()) {
            return;
        }
        Warming one = new Warming(parts, wish, label);
        grants.want(wish, answer -> one.granted(answer, generation));
    }

    private void granted(Answer answer, long generation) {
        StreamGrant grant = answer.grant();
        if (grant == null) {
            return;
        }
        String host = Objects.requireNonNullElse(grant.uri().getHost(), "?");
        turn = parts.commons().pacer().submitAhead(host, () -> {
            if (parts.commons().warm().expects(wish)) {
                turn.close();
            } else {
                PlayRequest request = new PlayRequest(generation, label, grant, null);
                parts.commons().warm().hold(OpenStream.of(wish, host, parts.players(), request, this), turn);
            }
        });
    }

    @Override
    public void statistics(StreamStatistics statistics) {}

    @Override
    public void failed(Failure failure) {}
}
