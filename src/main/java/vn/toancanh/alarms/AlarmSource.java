package vn.toancanh.alarms;

import java.util.List;
import java.util.function.Consumer;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmOutcome;
import vn.toancanh.model.AlarmStep;

/** The port to whoever knows the alarms: the central server. Lane: DESK; every answer comes on DESK, once. */
public interface AlarmSource {
    /** Hears of changes. DESK. */
    interface News {
        /** An alarm came, changed, or a picture of it came. */
        void changed(AlarmId id, long version, AlarmStep step);

        /** Some news may have been missed: ask for all of it. */
        void afresh();

        /**
         * A step that had waited for the server ({@link AlarmDeed}) did not come about.
         *
         * @param by who was faster; empty where the server would not have it
         */
        default void late(AlarmId id, String title, String by) {
            afresh();
        }
    }

    /** Whether the server that is signed in at has alarms at all. */
    boolean offered();

    /** All that are open. */
    void open(Consumer<Outcome<List<Alarm>>> answer);

    void get(AlarmId id, Consumer<Outcome<Alarm>> answer);

    /** Takes an alarm a step on; fails as a conflict where somebody was faster than what was {@code seen}. */
    void move(Alarm seen, AlarmStep next, Consumer<Outcome<Alarm>> answer);

    /**
     * Closes an alarm and says what came of it; fails as {@link #move} does.
     *
     * @param note for the record; empty where there is nothing to say
     */
    void finish(Alarm seen, AlarmOutcome outcome, String note, Consumer<Outcome<Alarm>> answer);

    /** The picture that came with it, JPEG or PNG. */
    void picture(AlarmId id, Consumer<Outcome<byte[]>> answer);

    /** Tells of changes until the handle is closed. */
    Handle onNews(News news);
}
