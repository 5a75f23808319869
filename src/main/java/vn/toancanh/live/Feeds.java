package vn.toancanh.live;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.live.StreamGrants.Wish;

/** The stream that a tile has on show, and the one that is on its way to follow it. Lane: DESK, one for each tile. */
final class Feeds implements Handle {
    @Nullable
    Feed shown;

    @Nullable
    Feed coming;

    Stream<Feed> all() {
        return Stream.of(shown, coming).filter(Objects::nonNull);
    }

    /** The grant of that stream is of no use any more, because of that. */
    void lapsed(Wish wish, Verdicts.Verdict why) {
        all().filter(feed -> feed.wish().equals(wish)).toList().forEach(feed -> feed.lapse(why));
    }

    /** Adds the streams, so that their grants are renewed. */
    void collectWishes(Set<Wish> wishes) {
        all().forEach(feed -> wishes.add(feed.wish()));
    }

    /** What is on show is of no use, because of that. */
    void giveUp(Verdicts.Verdict why) {
        if (shown != null) {
            shown.giveUp(why);
        }
    }

    PictureSource pictures() {
        return shown == null ? PictureSource.NONE : shown.pictures();
    }

    @Nullable
    StreamStatistics statistics() {
        return shown == null ? null : shown.latest();
    }

    /** What is told from the pictures on show; null while nothing plays or opens. */
    @Nullable
    PictureWatch watch() {
        return shown == null ? null : shown.watch();
    }

    /** What is waited for; null where that is nothing. */
    @Nullable
    Reason awaited() {
        return coming == null && shown != null ? shown.waitsFor() : Succession.why(coming, shown);
    }

    /** Of what is on its way nothing is wanted any more. */
    void dropComing() {
        if (coming != null) {
            coming.close();
            coming = null;
        }
    }

    /** What was on show is received on for a while, because it may be wanted again; the other ends. */
    void letGo() {
        if (shown != null) {
            shown.letGo();
            shown = null;
        }
        dropComing();
    }

    @Override
    public void close() {
        all().forEach(Feed::close);
        shown = null;
        coming = null;
    }
}
