package vn.toancanh.alarms;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmOutcome;
import vn.toancanh.model.AlarmStep;

/** How a step of an alarm stands among the deeds that wait to be told to the server: the words that both ends know. */
public final class AlarmDeed {
    public static final String ACTION = "alarm.step";
    public static final String STEP = "step";
    public static final String OUTCOME = "outcome";
    public static final String NOTE = "note";
    public static final String TITLE = "title";

    /** The version that the alarm is to have before it. */
    public static final String VERSION = "version";

    /** How many steps of the alarm waited already. */
    public static final String AFTER = "after";

    private static final String SUBJECT = "alarm/";

    private AlarmDeed() {}

    public static String subject(AlarmId id) {
        return SUBJECT + id.value();
    }

    /** The alarm that a deed's subject names. */
    public static AlarmId of(String subject) {
        return new AlarmId(subject.startsWith(SUBJECT) ? subject.substring(SUBJECT.length()) : subject);
    }

    /**
     * What is told.
     *
     * @param seen as the server had it last
     * @param after how many steps of it wait already
     * @param outcome null where it is not closed
     */
    static Map<String, String> facts(
            Alarm seen, int after, AlarmStep step, @Nullable AlarmOutcome outcome, String note) {
        Map<String, String> facts = new HashMap<>();
        facts.put(STEP, step.name());
        facts.put(VERSION, Long.toString(seen.version() + after));
        facts.put(AFTER, Integer.toString(after));
        facts.put(TITLE, seen.title());
        if (outcome != null) {
            facts.put(OUTCOME, outcome.name());
        }
        if (!note.isBlank()) {
            facts.put(NOTE, note);
        }
        return facts;
    }
}
