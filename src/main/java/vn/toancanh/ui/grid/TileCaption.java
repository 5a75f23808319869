package vn.toancanh.ui.grid;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.Carousels;
import vn.toancanh.desk.WallDesk;
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
 * @param small what it means and what happens next, a line or two
 * @param sign the shape that stands beside {@code large}
 * @param aside true where the words leave the picture free and stand in its lower corner
 */
record TileCaption(String number, String name, String clock, String large, String small, Sign sign, boolean aside) {
    /** A shape that says as much as a colour does. */
    enum Sign {
        NONE,
        /** Rights are missing. */
        LOCK,
        /** Look at it. */
        LOOK,
        /** Do something. */
        ACT
    }

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTES_FROM = 120;

    /** @param hasPicture true where a picture of its camera stands there, be it an old one */
    static TileCaption of(LiveTile tile, boolean hasPicture, Texts texts, Clock clock, ZoneId zone) {
        TileState state = tile.state();
        long now = clock.nanos();
        long age = tile.newestAtNanos() == 0 ? 0 : Math.max(0, now - tile.newestAtNanos());
        String at = tile.newestAtNanos() == 0 ? "" : timeOf(clock.now().minusNanos(age), zone);
        String old = hasPicture ? at : "";
        TileCaption plain = titled(tile, at);
        String word = texts.get(TileWords.of(state.phase()));
        String small = withOld(texts, because(texts, state), old);
        return switch (state.phase()) {
            case EMPTY -> new TileCaption("", "", "", Integer.toString(tile.index() + 1), "", Sign.NONE, false);
            case LIVE -> plain;
            // In the lower corner, too: the header of an upper tile may lie under a notice.
            case LATE -> titled(tile, texts.get("grid.late", age / 1e9)).saying("", word, Sign.NONE, true);
            case REDUCED, QUARANTINED -> plain.saying("", word, Sign.NONE, true);
            case UNCHANGED -> plain.saying(word, unchanged(texts, tile, clock, zone), Sign.LOOK, false);
            case BLACK -> plain.saying(word, texts.get("grid.black"), Sign.ACT, false);
            case FROZEN -> plain.saying(age(texts, age), frozen(texts, state), Sign.NONE, false);
            case RECONNECTING ->
                plain.saying(word, withOld(texts, reconnecting(texts, state, now), old), Sign.NONE, false);
            case OPENING -> plain.saying("", withOld(texts, opening(texts, state, word), old), Sign.NONE, false);
            case NO_RIGHTS -> titled(tile, "").saying(word, noRights(texts, state), Sign.LOCK, false);
            case PAUSED -> plain.saying(word, small, Sign.NONE, false);
            case FAILED -> plain.saying(word, small, Sign.ACT, false);
            case UNSUPPORTED -> titled(tile, "").saying(word, because(texts, state), Sign.ACT, false);
        };
    }

    private static String frozen(Texts texts, TileState state) {
        return state.cause() == Cause.NO_VIDEO || state.cause() == Cause.NOT_PAINTED
                ? texts.get("grid.frozenBecause", because(texts, state))
                : texts.get("grid.frozen");
    }

    private static String opening(Texts texts, TileState state, String word) {
        return state.cause() == null ? word : texts.get("grid.openingBecause", because(texts, state));
    }

    /** The same with a hint below. */
    TileCaption hinting(String hint) {
        return new TileCaption(number, name, clock, large, hint, sign, aside);
    }

    /** The same with how far somebody has gone into the picture, since it is not all of it. */
    TileCaption zoomed(Texts texts, double factor) {
        return factor <= 1
                ? this
                : new TileCaption(
                        number, texts.get("grid.zoomed", factor) + " · " + name, clock, large, small, sign, aside);
    }

    /** The same with whose turn it is, where the cameras of the tile take turns, or that the tile is a hotspot. */
    TileCaption turning(Texts texts, WallDesk desk, int tile) {
        if (desk.hotspots().at(tile)) {
            String mark = texts.get("grid.hotspot");
            return name.isEmpty()
                    ? new TileCaption(number, mark, clock, large, texts.get("grid.hotspotWaits"), sign, aside)
                    : new TileCaption(number, mark + " · " + name, clock, large, small, sign, aside);
        }
        return desk.lent().has(tile)
                ? this
                : desk.carousels()
                        .at(tile)
                        .map(turns -> new TileCaption(
                                number, turn(texts, turns) + " · " + name, clock, large, small, sign, aside))
                        .orElse(this);
    }

    private static String turn(Texts texts, Carousels.Reading turns) {
        String whose = texts.get(turns.waits() ? "grid.turnWaits" : "grid.turnOf", turns.at(), turns.of());
        return turns.dead() == 0 ? whose : texts.get("grid.turnDead", whose, turns.dead());
    }

    private TileCaption saying(String newLarge, String newSmall, Sign newSign, boolean isAside) {
        return new TileCaption(number, name, clock, newLarge, newSmall, newSign, isAside);
    }

    private static TileCaption titled(LiveTile tile, String clock) {
        Camera camera = tile.camera().orElse(null);
        if (camera == null) {
            String id = tile.content() instanceof CellContent.OfCamera of
                    ? of.camera().value()
                    : "";
            return new TileCaption("", id, clock, "", "", Sign.NONE, false);
        }
        Integer number = camera.number();
        return new TileCaption(number == null ? "" : number.toString(), camera.name(), clock, "", "", Sign.NONE, false);
    }

    private static String unchanged(Texts texts, LiveTile tile, Clock clock, ZoneId zone) {
        long since = Math.max(0, clock.nanos() - tile.changedAtNanos());
        return texts.get("grid.unchanged", timeOf(clock.now().minusNanos(since), zone));
    }

    /** What is said, and below it how old the picture is that still stands there. */
    private static String withOld(Texts texts, String said, String at) {
        if (at.isEmpty()) {
            return said;
        }
        String old = texts.get("grid.old", at);
        return said.isEmpty() ? old : said + "\n" + old;
    }

    private static String timeOf(Instant at, ZoneId zone) {
        return CLOCK.format(at.atZone(zone));
    }

    private static String because(Texts texts, TileState state) {
        Cause cause = state.cause();
        return cause == null ? "" : texts.get(cause.textKey());
    }

    /** The server's refusal has words of its own; an end that came by itself says which. */
    private static String noRights(Texts texts, TileState state) {
        Cause cause = state.cause();
        boolean own = cause == Cause.RIGHTS_OVER || cause == Cause.NOT_FOR_VISITORS || cause == Cause.WITHHELD;
        return own ? because(texts, state) : texts.get("grid.noRights");
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
        String word = texts.get(TileWords.of(tile.state().phase()));
        return texts.get("grid.tile", tile.index() + 1, (number + " " + name).strip(), word);
    }
}
