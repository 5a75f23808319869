package vn.toancanh.seeded.store;

/** Breaks "stdout belongs to app". */
final class Prints {
    void print() {
        System.out.println("row");
    }
}
