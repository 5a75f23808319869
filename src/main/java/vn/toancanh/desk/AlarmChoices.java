package vn.toancanh.desk;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import vn.toancanh.alarms.AlarmTerms;
import vn.toancanh.base.Handle;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;

/** What was chosen about alarms, at this desk or by whoever is signed in: whether they take tiles, from which priority, how long, and with a tone. Lane: DESK. */
public final class AlarmChoices {
    /** Priorities on offer. */
    public static final List<Integer> PRIORITIES = List.of(50, 70, 90);

    /** Stays on offer, seconds; 0: until somebody accepts. */
    public static final List<Integer> STAYS = List.of(30, 60, 180, 0);

    private static final Set<String> OURS = Set.of(
            PreferenceKey.ALARMS_TO_TILES.name(),
            PreferenceKey.ALARMS_LEAST.name(),
            PreferenceKey.ALARMS_STAY_SECONDS.name(),
            PreferenceKey.ALARMS_SOUND.name());

    private final Preferences preferences;

    public AlarmChoices(Preferences preferences) {
        this.preferences = preferences;
    }

    public AlarmTerms terms() {
        return new AlarmTerms(
                preferences.get(PreferenceKey.ALARMS_TO_TILES),
                preferences.get(PreferenceKey.ALARMS_LEAST),
                Duration.ofSeconds(preferences.get(PreferenceKey.ALARMS_STAY_SECONDS)),
                AlarmTerms.LINGER);
    }

    public boolean sound() {
        return preferences.get(PreferenceKey.ALARMS_SOUND);
    }

    public void toTiles(boolean on) {
        preferences.set(PreferenceKey.ALARMS_TO_TILES, on);
    }

    /**
     * From which priority alarms take tiles.
     *
     * @param priority 1 to 100
     */
    public void least(int priority) {
        preferences.set(PreferenceKey.ALARMS_LEAST, priority);
    }

    /**
     * How long an alarm stays that nobody accepts.
     *
     * @param seconds 0: until somebody accepts
     */
    public void stay(int seconds) {
        preferences.set(PreferenceKey.ALARMS_STAY_SECONDS, seconds);
    }

    public void sound(boolean on) {
        preferences.set(PreferenceKey.ALARMS_SOUND, on);
    }

    /** Tells when any of them is another, until the handle is closed. */
    public Handle onChange(Runnable changed) {
        return preferences.onChange(key -> {
            if (OURS.contains(key.name())) {
                changed.run();
            }
        });
    }
}
