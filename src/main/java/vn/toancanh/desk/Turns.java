package vn.toancanh.desk;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.CellContent.Carousel.Stop;

/** How the cameras of one tile take their turns. Lane: DESK. */
final class Turns {
    final Carousel cameras;
    final Set<Integer> dead = new HashSet<>();
    /** The same for those that began together and come round together, as pages do. */
    final Object step;

    /** Whose turn it is, from 0. */
    int at;

    Duration shown = Duration.ZERO;
    boolean seenLive;
    boolean expected;
    boolean waits;

    Turns(Carousel cameras, Object step) {
        this.cameras = cameras;
        this.step = step;
    }

    /** The seconds after which the first has its turn again. */
    static int round(Carousel cameras) {
        return cameras.stops().stream().mapToInt(Stop::seconds).sum();
    }

    Stop stop(int from) {
        return cameras.stops().get(Math.floorMod(at + from, cameras.stops().size()));
    }

    void go(int steps) {
        at = Math.floorMod(at + steps, cameras.stops().size());
        shown = Duration.ZERO;
        seenLive = false;
        expected = false;
    }

    /** That camera has its turn from its beginning, where it has one. */
    void goTo(CameraId camera) {
        List<CameraId> all = cameras.cameras();
        if (all.contains(camera)) {
            go(all.indexOf(camera) - at);
        }
    }

    /** Is where another is by now; true where another camera has its turn for that. */
    boolean follow(Turns other) {
        Duration into = other.shown;
        for (int i = 0; i < other.at; i++) {
            into = into.plusSeconds(other.cameras.stops().get(i).seconds());
        }
        int next = 0;
        while (next < cameras.stops().size() - 1
                && into.compareTo(Duration.ofSeconds(cameras.stops().get(next).seconds())) >= 0) {
            into = into.minusSeconds(cameras.stops().get(next).seconds());
            next++;
        }
        boolean another = next != at;
        if (another) {
            go(next - at);
        }
        shown = into;
        return another;
    }
}
