package vn.toancanh.pool;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
import vn.toancanh.control.Order;
import vn.toancanh.frames.PictureStrip;
import vn.toancanh.live.PlayRequest;
import vn.toancanh.model.Effort;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamGrant;

/** A player as the pool sees it: what was asked, which strips the worker has yet to map. Lane: POOL. */
final class PooledStream {
    private final PooledPlayer player;
    private final PlayRequest request;
    private final Map<String, PictureStrip> unmapped = new HashMap<>();
    private final Set<PictureStrip> orphans = new HashSet<>();
    private final Suspects.Key key;
    private @Nullable PictureStrip newest;
    private @Nullable WorkerSeat seat;
    private @Nullable PixelSize size;
    private Effort effort = Effort.FULL;
    private long decoded;

    PooledStream(PooledPlayer player, PlayRequest request) {
        this.player = player;
        this.request = request;
        this.key = new Suspects.Key(request.grant().camera(), request.grant().role());
        this.size = request.size();
    }

    /** Which stream of which camera. */
    Suspects.Key key() {
        return key;
    }

    /** Where it plays or is to play; while it moves, the new place. */
    @Nullable
    WorkerSeat seat() {
        return seat;
    }

    /** Its strip stays with the worker before, which has mapped it: in another place it needs one of its own. */
    void sitsIn(WorkerSeat next) {
        if (seat != null && !seat.equals(next)) {
            newest = null;
        }
        seat = next;
        decoded = 0;
    }

    /** The size last asked for; null while it rests. */
    @Nullable
    PixelSize size() {
        return size;
    }

    void wants(PixelSize next) {
        size = next;
    }

    Effort effort() {
        return effort;
    }

    void ease(Effort next) {
        effort = next;
    }

    /** Makes no pictures until a size is asked for. */
    void rests() {
        size = null;
        newest = null;
        player.forgetComing();
    }

    /** True where the decoder has brought pictures since this was asked before. */
    boolean hasDecoded(long count) {
        boolean more = count > decoded;
        decoded = count;
        return more;
    }

    int id() {
        return player.id();
    }

    PooledPlayer player() {
        return player;
    }

    String label() {
        return request.label();
    }

    /** The player's pictures come in this strip from now on. */
    void show(PictureStrip strip) {
        unmapped.put(strip.file().toString(), strip);
        newest = strip;
        player.show(strip);
    }

    /** True where its pictures come in a strip where it sits now, or will. */
    boolean hasStrip() {
        return newest != null;
    }

    /** The order that opens it in a worker, into the newest strip; into none where it rests or that is being made. */
    private Order.Open order() {
        PictureStrip strip = newest;
        // Sizes asked for while no worker was ready are of no more interest.
        for (PictureStrip earlier : List.copyOf(unmapped.values())) {
            if (earlier != strip) {
                mapped(earlier.file().toString());
            }
        }
        StreamGrant grant = request.grant();
        Secret password = grant.password();
        return new Order.Open(
                id(),
                request.label(),
                grant.uri().toString(),
                grant.user(),
                password == null ? null : password.reveal(),
                grant.tlsPins(),
                grant.way(),
                strip == null ? null : strip.file().toString());
    }

    /** The orders with which a worker begins with it. */
    List<Order> orders() {
        Order.Open open = order();
        return effort == Effort.FULL ? List.of(open) : List.of(open, new Order.Ease(id(), effort));
    }

    /** The worker has it: its name may go. */
    void mapped(String file) {
        PictureStrip strip = unmapped.remove(file);
        if (strip != null) {
            strip.unlink();
            if (orphans.remove(strip)) {
                strip.close();
            }
        }
    }

    /** No reader looks at it any more; it goes as soon as no worker can be about to map it. */
    void retire(PictureStrip strip) {
        if (unmapped.containsValue(strip)) {
            orphans.add(strip);
        } else {
            strip.close();
        }
    }

    /** No worker comes any more. */
    void over() {
        unmapped.values().forEach(PictureStrip::unlink);
        unmapped.clear();
        orphans.forEach(PictureStrip::close);
        orphans.clear();
    }

    /** Those of them that are decoded: one that rests fells nobody, unless there is nobody else. */
    static List<PooledStream> decodedOf(List<PooledStream> inside) {
        List<PooledStream> decoded =
                inside.stream().filter(stream -> stream.size() != null).toList();
        return decoded.isEmpty() ? inside : decoded;
    }
}
