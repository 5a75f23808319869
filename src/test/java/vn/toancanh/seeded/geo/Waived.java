package vn.toancanh.seeded.geo;

import vn.toancanh.base.Waiver;

/** Breaks "threads only from base", waived. */
@Waiver(fence = "threads only from base", reason = "a seed that shows a waiver lets its class through")
final class Waived {
    Thread spawn() {
        return Thread.ofPlatform().unstarted(() -> {});
    }
}
