package vn.toancanh.ui.grid;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Texts;
import vn.toancanh.live.Cause;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.TileState;
import vn.toancanh.live.TileWords;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CellContent;

/**
 * What a tile says in words, at one moment.
 *
 * @param number the camera's number, empty where it has none
 * @param name the camera's name, its identity where the catalogue does not know it
 * @param clock when the newest picture came, or how late it is
 * @param large what is wrong, large in the middle; empty while the picture speaks for itself
 * @param small what it means and what happens next
 * @param lock true where rights are missing
 */
record TileCaption(String number, String name, String clock, String large, String small, boolean lock) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTES_FROM = 120;

    static TileCaption of(LiveTile tile, Texts texts, Clock clock, ZoneId zone) {
        TileState state = tile.state();
        long now = clock.nanos();
        long age = tile.newestAtNanos() == 0 ? 0 : Math.max(0, now - tile.newestAtNanos());
        String right = tile.newestAtNanos() == 0 ? "" : timeOf(clock.now().minusNanos(age), zone);
        String small = because(texts, state);
        return switch (state.phase()) {
            case EMPTY -> new TileCaption("", "", "", Integer.toString(tile.index() + 1), "", false);
            case LIVE -> titled(tile, right, "", "", false);
            case LATE -> titled(tile, texts.get("grid.late", age / 1e9), "", "", false);
            case UNCHANGED, BLACK, REDUCED, QUARANTINED -> titled(tile, right, "", word(texts, state), false);
            case FROZEN -> titled(tile, right, age(texts, age), texts.get("grid.frozen"), false);
            case RECONNECTING -> titled(tile, right, word(texts, state), reconnecting(texts, state, now), false);
            case OPENING -> titled(tile, right, "", word(texts, state), false);
            case NO_RIGHTS -> titled(tile, "", word(texts, state), texts.get("grid.noRights"), true);
            case PAUSED, UNSUPPORTED, FAILED -> titled(tile, right, word(texts, state), small, false);
        };
    }

    private static TileCaption titled(LiveTile tile, String clock, String large, String small, boolean lock) {
        Camera camera = tile.camera().orElse(null);
        if (camera == null) {
            String id = tile.content() instanceof CellContent.OfCamera of
                    ? of.camera().value()
                    : "";
            return new TileCaption("", id, clock, large, small, lock);
        }
        Integer number = camera.number();
        return new TileCaption(number == null ? "" : number.toString(), camera.name(), clock, large, small, lock);
    }

    private static String timeOf(Instant at, ZoneId zone) {
        return CLOCK.format(at.atZone(zone));
    }

    private static String word(Texts texts, TileState state) {
        return texts.get(TileWords.of(state.phase()));
    }

    private static String because(Texts texts, TileState state) {
        Cause cause = state.cause();
        return cause == null ? "" : texts.get(cause.textKey());
    }

    private static String age(Texts texts, long nanos) {
        long seconds = nanos / SECOND;
        return seconds < MINUTES_FROM
                ? texts.get("grid.ageSeconds", seconds)
                : texts.get("grid.ageMinutes", seconds / 60);
    }

    private static String reconnecting(Texts texts, TileState state, long now) {
        String why = because(texts, state);
        if (state.dueNanos() <= now) {
            return texts.get("grid.trying", state.attempt(), why);
        }
        return texts.get("grid.waiting", state.attempt(), (state.dueNanos() - now + SECOND - 1) / SECOND, why);
    }

    /** The tile in one line, for screen readers. */
    String spoken(Texts texts, LiveTile tile) {
        return texts.get(
                "grid.tile",
                tile.index() + 1,
                (number + " " + name).strip(),
                texts.get(TileWords.of(tile.state().phase())));
    }
}
