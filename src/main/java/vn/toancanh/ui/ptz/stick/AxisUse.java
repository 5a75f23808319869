package vn.toancanh.ui.ptz.stick;

import vn.toancanh.base.Texts;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.ptz.stick.StickAxis;
import vn.toancanh.ptz.stick.StickLearning.Step;
import vn.toancanh.ptz.stick.StickMapping;

/** What an axis of a stick is for, in the order in which they are shown and asked for. */
enum AxisUse {
    PAN("sticks.pan", "sticks.right", "sticks.left", Step.RIGHT),
    TILT("sticks.tilt", "sticks.up", "sticks.down", Step.UP),
    ZOOM("sticks.zoom", "sticks.nearer", "sticks.farther", Step.NEARER);

    private final String title;
    private final String more;
    private final String less;
    private final Step step;

    AxisUse(String title, String more, String less, Step step) {
        this.title = title;
        this.more = more;
        this.less = less;
        this.step = step;
    }

    String title(Texts texts) {
        return texts.get(title);
    }

    /** The step of a lesson that asks for it. */
    Step step() {
        return step;
    }

    StickAxis of(StickMapping mapping) {
        return switch (this) {
            case PAN -> mapping.pan();
            case TILT -> mapping.tilt();
            case ZOOM -> mapping.zoom();
        };
    }

    /** The same mapping with that axis for this. */
    StickMapping with(StickMapping all, StickAxis axis) {
        return switch (this) {
            case PAN -> all.withAxes(axis, all.tilt(), all.zoom());
            case TILT -> all.withAxes(all.pan(), axis, all.zoom());
            case ZOOM -> all.withAxes(all.pan(), all.tilt(), axis);
        };
    }

    double of(HeadSpeed speed) {
        return switch (this) {
            case PAN -> speed.pan();
            case TILT -> speed.tilt();
            case ZOOM -> speed.zoom();
        };
    }

    /** What comes of it, in words: right 35 %, or still. */
    String words(double share, Texts texts) {
        if (share == 0) {
            return texts.get("sticks.still");
        }
        long percent = Math.max(1, Math.round(Math.abs(share) * 100));
        return texts.get(share > 0 ? more : less, percent);
    }
}
