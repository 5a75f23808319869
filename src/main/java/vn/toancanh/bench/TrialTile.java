package vn.toancanh.bench;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Lane;
import vn.toancanh.live.PlayRequest;
import vn.toancanh.live.Player;
import vn.toancanh.live.Players;
import vn.toancanh.live.StreamStatistics;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamGrant;
import vn.toancanh.model.StreamRole;

/** Somebody who wants to see a stream and opens it anew whenever it ends. On DESK, but for what is counted. */
final class TrialTile implements Player.Listener {
    private static final PixelSize SIZE = new PixelSize(320, 180);
    private static final int MOST_REASONS = 5;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Players players;
    private final Lane desk;
    private final String label;
    private final URI address;
    private final Queue<String> reasons = new ConcurrentLinkedQueue<>();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong shownBefore = new AtomicLong();
    private volatile @Nullable Player player;
    private boolean closed;

    TrialTile(Players players, Lane desk, String label, URI address) {
        this.players = players;
        this.desk = desk;
        this.label = label;
        this.address = address;
    }

    void open() {
        if (closed) {
            return;
        }
        StreamGrant grant = new StreamGrant(
                label, new CameraId(label), StreamRole.SUB, address, null, null, List.of(), Instant.MAX, Instant.MAX);
        player = players.open(new PlayRequest(1, label, grant, SIZE), this);
    }

    @Override
    public void statistics(StreamStatistics statistics) {
        // What counts are pictures.
    }

    @Override
    public void failed(Failure failure) {
        failures.incrementAndGet();
        if (reasons.size() < MOST_REASONS) {
            reasons.add(failure.kind() + " " + failure.detail());
        }
        letGo();
        desk.after(PAUSE, this::open);
    }

    private void letGo() {
        Player ended = player;
        player = null;
        if (ended != null) {
            shownBefore.addAndGet(ended.pictures().published());
            ended.close();
        }
    }

    void close() {
        closed = true;
        letGo();
    }

    String label() {
        return label;
    }

    /** How often it ended by itself. Any thread. */
    long failures() {
        return failures.get();
    }

    /** Why it ended, the first few times. Any thread. */
    List<String> reasons() {
        return List.copyOf(reasons);
    }

    /** Pictures that came. Any thread. */
    long shown() {
        Player playing = player;
        return shownBefore.get() + (playing == null ? 0 : playing.pictures().published());
    }

    /** When the newest picture came, {@code Clock.nanos()}; 0: there is none. Any thread. */
    long newestNanos() {
        Player playing = player;
        return playing == null ? 0 : playing.pictures().publishedAtNanos();
    }
}
