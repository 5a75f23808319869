package vn.toancanh.live;

import java.util.random.RandomGenerator;
import vn.toancanh.base.Lane;

/**
 * What the walls of all windows share, because cameras and networks are the same for all.
 *
 * @param pacer lets players open a few at a time
 * @param comeback tells those who wait that a network is back
 * @param warm streams that are received for tiles that may come
 * @param laggards lets tiles that lag be opened anew one at a time
 * @param standstills remembers which streams stood still
 * @param latecomers remembers which streams were late
 */
public record LiveCommons(
        OpenPacer pacer,
        Comeback comeback,
        WarmStreams warm,
        Laggards laggards,
        Standstills standstills,
        Latecomers latecomers) {
    public static LiveCommons on(Lane desk, RandomGenerator random) {
        return new LiveCommons(
                new OpenPacer(desk),
                new Comeback(desk, random),
                new WarmStreams(desk),
                new Laggards(),
                new Standstills(),
                new Latecomers());
    }
}
