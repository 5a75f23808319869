package vn.toancanh.seeded.decoder;

/** Breaks "exit only in app". */
final class Leaves {
    void leave() {
        Runtime.getRuntime().halt(1);
    }
}
