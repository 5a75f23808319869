package vn.toancanh.ui.ptz;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.PlaceDesk;
import vn.toancanh.ptz.HeadLease;
import vn.toancanh.ptz.HeadPlace;
import vn.toancanh.ptz.HeadReading;
import vn.toancanh.ptz.HeadStanding.LastMover;
import vn.toancanh.ptz.PlaceReading;

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

    /** What a preset is called; where it has no name that is said, with what the head calls it. */
    static String name(HeadPlace place, Texts texts) {
        return place.name().isEmpty() ? texts.get("ptz.presetNameless", place.id()) : place.name();
    }

    /** Number and name, as far as it has them. */
    static String called(HeadPlace place, Texts texts) {
        return place.number() == null ? name(place, texts) : place.number() + " " + name(place, texts);
    }

    /**
     * What is said of presets besides themselves; empty where there is nothing to say.
     *
     * @param may whether whoever reads it may change them
     */
    static String places(PlaceReading reading, boolean may, Texts texts) {
        Failure why = reading.refused() == null ? reading.cause() : reading.refused();
        if (reading.changing()) {
            return texts.get("ptz.presetChanging");
        }
        if (why != null) {
            return texts.of(why);
        }
        return switch (reading.phase()) {
            case NONE, FAILED -> "";
            case ASKING -> texts.get("ptz.presetsAsking");
            case KNOWN ->
                reading.known().all().isEmpty()
                        ? texts.get("ptz.presetsNone")
                        : may && reading.known().full()
                                ? texts.get(
                                        "ptz.presetsFull", reading.known().all().size())
                                : "";
        };
    }

    /** What is said of a number that is typed, or that the head has no preset of; empty where there is none. */
    static String call(PlaceDesk places, Texts texts) {
        String typed = places.call().typed();
        if (typed.isEmpty()) {
            return places.unknown().isPresent()
                    ? texts.get("ptz.presetUnknown", places.unknown().getAsInt())
                    : "";
        }
        return places.meant()
                .map(place -> texts.get("ptz.presetCall", typed, name(place, texts)))
                .orElseGet(() -> texts.get("ptz.presetCallBare", typed));
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
