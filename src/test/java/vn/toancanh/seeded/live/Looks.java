package vn.toancanh.seeded.live;

/** Breaks "clocks only through Clock". */
final class Looks {
    long look() {
        return System.nanoTime();
    }
}
