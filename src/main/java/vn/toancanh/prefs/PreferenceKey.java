package vn.toancanh.prefs;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.toancanh.base.Language;

/**
 * One setting: its name on disk, what holds while nothing was chosen, and how it is written. Passwords are never settings.
 *
 * @param name stable, lower case, dotted
 * @param fallback the value while none is kept or the kept one cannot be read
 */
public record PreferenceKey<T>(
        String name, T fallback, Function<T, String> writer, Function<String, Optional<T>> reader) {
    /** The language of the program; Vietnamese at first. */
    public static final PreferenceKey<Language> LANGUAGE = new PreferenceKey<>(
            "language",
            Language.VI,
            language -> language.locale().getLanguage(),
            text -> Optional.of(Language.ofTag(text)));

    /** Where the main window was. */
    public static final PreferenceKey<WindowBounds> WINDOW =
            new PreferenceKey<>("window.main", WindowBounds.NONE, WindowBounds::write, WindowBounds::read);

    /** Width of the camera panel, logical pixels. */
    public static final PreferenceKey<Double> PANEL_WIDTH =
            new PreferenceKey<>("panel.width", 280.0, String::valueOf, PreferenceKey::readWidth);

    /** After how many minutes without a touch the desk locks; 0: never. */
    public static final PreferenceKey<Integer> LOCK_MINUTES =
            new PreferenceKey<>("lock.minutes", 15, String::valueOf, PreferenceKey::readCount);

    /** Whether urgent alarms take tiles of the wall for a while. */
    public static final PreferenceKey<Boolean> ALARMS_TO_TILES = flag("alarms.toTiles", true);

    /** The lowest priority of an alarm that takes a tile, 1 to 100. */
    public static final PreferenceKey<Integer> ALARMS_LEAST =
            new PreferenceKey<>("alarms.least", 70, String::valueOf, PreferenceKey::readPriority);

    /** How long an alarm that nobody accepts stays in a tile, seconds; 0: until somebody does. */
    public static final PreferenceKey<Integer> ALARMS_STAY_SECONDS =
            new PreferenceKey<>("alarms.staySeconds", 60, String::valueOf, PreferenceKey::readCount);

    /** Whether a tone sounds while alarms are not accepted. */
    public static final PreferenceKey<Boolean> ALARMS_SOUND = flag("alarms.sound", true);

    /** Whether the layouts of the walls may be changed by hand. */
    public static final PreferenceKey<Boolean> EDIT_MODE = flag("wall.edit", true);

    /** Which layouts stand on the windows of this desk alone at which hours, a line each; empty: none but those of the server. */
    public static final PreferenceKey<String> SHIFTS = text("wall.shifts");

    /** Whether those were offered to be moved to a server that keeps such. */
    public static final PreferenceKey<Boolean> SHIFTS_OFFERED = flag("wall.shiftsOffered", false);

    /** The address last signed in at; empty at first. */
    public static final PreferenceKey<String> LAST_SERVER = text("signIn.server");

    /** The user last signed in; empty at first. */
    public static final PreferenceKey<String> LAST_USER = text("signIn.user");

    /** Server and user who were signed in last and have not signed out, see {@code desk.SignIn}; empty: nobody. */
    public static final PreferenceKey<String> AT_WORK = text("signIn.atWork");

    /** Before the model of a stick: what its axes and buttons do, see {@code ptz.stick.StickMapping}. */
    public static final String STICKS = "stick.";

    /** Those that go along with a person from desk to desk; all others are of the desk. */
    public static final List<PreferenceKey<?>> ALONG =
            List.of(LANGUAGE, ALARMS_TO_TILES, ALARMS_LEAST, ALARMS_STAY_SECONDS, ALARMS_SOUND);

    /** True of the name of one that goes along with a person. */
    static boolean goesAlong(String name) {
        return ALONG.stream().anyMatch(key -> key.name().equals(name));
    }

    /** A setting of free text, empty at first. */
    public static PreferenceKey<String> text(String name) {
        return new PreferenceKey<>(name, "", Function.identity(), Optional::of);
    }

    /** A setting that is on or off. */
    public static PreferenceKey<Boolean> flag(String name, boolean fallback) {
        return new PreferenceKey<>(name, fallback, String::valueOf, text -> Optional.of(Boolean.parseBoolean(text)));
    }

    private static Optional<Integer> readCount(String text) {
        return text.matches("[0-9]{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Integer> readPriority(String text) {
        return readCount(text).filter(priority -> priority >= 1 && priority <= 100);
    }

    private static Optional<Double> readWidth(String text) {
        try {
            double width = Double.parseDouble(text);
            return width >= 0 && width <= 10_000 ? Optional.of(width) : Optional.empty();
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
