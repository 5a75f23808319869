package vn.toancanh.live;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.PixelSize;

/**
 * A player and whoever hears of it: a tile's {@link Feed} while its pictures are on show, {@link WarmStreams} while it rests.
 * Lane: DESK.
 */
final class OpenStream implements Player.Listener, Handle {
    private final Wish wish;
    private final String host;
    private Player.Listener owner;
    private @Nullable Player player;
    private @Nullable StreamStatistics latest;
    private boolean quarantined;
    private boolean over;

    private OpenStream(Wish wish, String host, Player.Listener owner) {
        this.wish = wish;
        this.host = host;
        this.owner = owner;
    }

    /** Opens a player. */
    static OpenStream of(Wish wish, String host, Players players, PlayRequest request, Player.Listener owner) {
        OpenStream stream = new OpenStream(wish, host, owner);
        stream.player = players.open(request, stream);
        return stream;
    }

    Wish wish() {
        return wish;
    }

    /** Where it is served. */
    String host() {
        return host;
    }

    Player player() {
        return Objects.requireNonNull(player);
    }

    @Nullable
    StreamStatistics latest() {
        return latest;
    }

    boolean quarantined() {
        return quarantined;
    }

    /** From now on that one hears of it. */
    void belongsTo(Player.Listener next) {
        owner = next;
    }

    void resize(PixelSize size) {
        player().resize(size);
    }

    @Override
    public void statistics(StreamStatistics told) {
        latest = told;
        owner.statistics(told);
    }

    @Override
    public void playing() {
        owner.playing();
    }

    @Override
    public void quarantined(boolean told) {
        quarantined = told;
        owner.quarantined(told);
    }

    @Override
    public void failed(Failure failure) {
        over = true;
        owner.failed(failure);
    }

    /** True once it has failed. */
    boolean over() {
        return over;
    }

    @Override
    public void close() {
        over = true;
        player().close();
    }
}
