package vn.toancanh.ui.grid;

import java.time.Duration;
import java.time.Instant;
import vn.toancanh.alarms.AlarmTiles;
import vn.toancanh.base.Texts;
import vn.toancanh.model.Alarm;

/**
 * What a tile says of its alarm.
 *
 * @param title what happened
 * @param facts how urgent, how long ago, and who has accepted
 * @param way how the tile goes back
 */
record AlarmWords(String title, String facts, String way) {
    private static final long MINUTES_FROM = 120;
    private static final long HOURS_FROM = 120 * 60;

    static AlarmWords of(AlarmTiles.Mark mark, Texts texts, Instant now) {
        Alarm alarm = mark.alarm();
        String title = mark.more() == 0 ? alarm.title() : texts.get("grid.alarmMore", alarm.title(), mark.more());
        String facts = texts.get("grid.alarmFacts", alarm.priority(), ago(texts, alarm.raisedAt(), now));
        if (!mark.unaccepted()) {
            facts += " · " + taken(alarm, texts);
        }
        return new AlarmWords(title, facts, way(mark, texts));
    }

    /** The same in a few words that do not change with every second, for screen readers. */
    static String spoken(AlarmTiles.Mark mark, Texts texts) {
        Alarm alarm = mark.alarm();
        String said = texts.get("grid.alarmSpoken", alarm.title());
        return mark.unaccepted() ? said : said + " · " + taken(alarm, texts);
    }

    private static String taken(Alarm alarm, Texts texts) {
        return alarm.assignee().isEmpty()
                ? texts.get("grid.alarmTaken")
                : texts.get("grid.alarmTakenBy", alarm.assignee());
    }

    private static String way(AlarmTiles.Mark mark, Texts texts) {
        if (!mark.borrowed()) {
            return texts.get("grid.alarmHere");
        }
        if (mark.held()) {
            return texts.get("grid.alarmHeld");
        }
        return mark.left()
                .map(left -> texts.get("grid.alarmBackIn", (left.toMillis() + 999) / 1000))
                .orElse(texts.get("grid.alarmBackOnAccept"));
    }

    private static String ago(Texts texts, Instant raised, Instant now) {
        long seconds = Math.max(0, Duration.between(raised, now).toSeconds());
        if (seconds < MINUTES_FROM) {
            return texts.get("grid.alarmSeconds", seconds);
        }
        return seconds < HOURS_FROM
                ? texts.get("grid.alarmMinutes", seconds / 60)
                : texts.get("grid.alarmHours", seconds / 3600);
    }
}
