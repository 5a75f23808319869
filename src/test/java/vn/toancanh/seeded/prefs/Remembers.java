package vn.toancanh.seeded.prefs;

import java.util.concurrent.atomic.AtomicInteger;

/** Breaks "no mutable statics". */
final class Remembers {
    static final AtomicInteger COUNT = new AtomicInteger();

    private Remembers() {}
}
