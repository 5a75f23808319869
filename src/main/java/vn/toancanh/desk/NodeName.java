package vn.toancanh.desk;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * The wall that this desk shows, as whoever started it named it.
 *
 * @param wall name or id
 * @param screen number or id of the main window's screen; empty: as the monitor says
 */
public record NodeName(String wall, String screen) {
    /** Of a desk that shows no wall of the city. */
    public static final NodeName NONE = new NodeName("", "");

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ID = 64;
    private static final String ID = "[\\p{L}\\p{N}._-]{1,64}";

    /** Reads {@code NAME} or {@code NAME/SCREEN}; empty where it is neither. */
    public static Optional<NodeName> read(String text) {
        int cut = text.lastIndexOf('/');
        String wall = (cut < 0 ? text : text.substring(0, cut)).strip();
        String screen = cut < 0 ? "" : text.substring(cut + 1).strip();
        boolean right = !wall.isEmpty()
                && wall.length() <= LONGEST_NAME
                && wall.chars().noneMatch(Character::isISOControl)
                && (cut < 0 || isId(screen));
        return right ? Optional.of(new NodeName(wall, screen)) : Optional.empty();
    }

    /** True for what may be the id of a wall or a screen. */
    static boolean isId(String text) {
        return text.matches(ID);
    }

    /** The id that a new wall of that name gets. */
    String id() {
        String plain = Normalizer.normalize(wall, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        String id = plain.replaceAll("^-+|-+$", "");
        return id.isEmpty() ? "wall" : id.substring(0, Math.min(LONGEST_ID, id.length()));
    }
}
