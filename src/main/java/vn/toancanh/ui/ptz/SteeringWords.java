package vn.toancanh.ui.ptz;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Texts;
import vn.toancanh.ptz.HeadLease;
import vn.toancanh.ptz.HeadReading;
import vn.toancanh.ptz.HeadStanding.LastMover;

/** What is said of a head. Pure. */
final class SteeringWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private SteeringWords() {}

    /** What it does, or why it does not. */
    static String state(HeadReading reading, Texts texts) {
        Failure cause = reading.cause();
        if (cause != null) {
            return cause.kind() == Kind.UNREACHABLE || cause.kind() == Kind.TIMEOUT
                    ? texts.get("ptz.serverGone")
                    : texts.of(cause);
        }
        return switch (reading.phase()) {
            case IDLE -> texts.get("ptz.idle");
            case MOVING -> texts.get("ptz.moving");
            case STOPPING -> texts.get("ptz.stopping");
            case STOPPED -> texts.get("ptz.stopped");
            case REFUSED -> texts.get("ptz.refused");
        };
    }

    /** Who holds it, else who moved it last; empty where nobody is known. */
    static String holder(HeadReading reading, Texts texts, ZoneId zone) {
        HeadLease lease = reading.standing().lease();
        LastMover mover = reading.standing().mover();
        if (lease != null) {
            return lease.own() ? texts.get("ptz.mine") : texts.get("ptz.theirs", lease.holder());
        }
        return mover == null
                ? ""
                : texts.get(
                        "ptz.lastMover", mover.name(), TIME.format(mover.at().atZone(zone)));
    }
}
