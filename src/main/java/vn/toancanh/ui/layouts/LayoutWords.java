package vn.toancanh.ui.layouts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.layouts.TextDiff;
import vn.toancanh.layouts.WallText;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.Unsent;

/** Layouts and what differs between them, in words. */
final class LayoutWords {
    /** One thing that two layouts say differently: where, and what each has there. */
    record Line(String place, String before, String after) {}

    private final Texts texts;
    private final Function<Instant, String> moment;
    private final ContentWords contents;

    /** @param moment a point in time as people read it now */
    LayoutWords(Texts texts, Function<Instant, String> moment, Function<CameraId, Optional<Camera>> cameras) {
        this.texts = texts;
        this.moment = moment;
        this.contents = new ContentWords(texts, cameras);
    }

    Locale locale() {
        return texts.language().locale();
    }

    String of(String key, Object... args) {
        return texts.get(key, args);
    }

    String scope(Layout.Scope scope) {
        return texts.get(
                switch (scope) {
                    case PRIVATE -> "layouts.private";
                    case ROLE -> "layouts.role";
                    case CITY -> "layouts.city";
                });
    }

    /** Who saved it and when; empty where neither is known. */
    String saved(String by, @Nullable Instant at) {
        if (at == null) {
            return by;
        }
        return by.isEmpty() ? moment.apply(at) : texts.get("layouts.savedBy", by, moment.apply(at));
    }

    /** Who set it and when; empty where neither is known. */
    String setBy(String by, @Nullable Instant at) {
        return by.isEmpty() || at == null ? saved(by, at) : texts.get("layouts.setBy", by, moment.apply(at));
    }

    String locked(LayoutFacts.Lock lock) {
        Instant since = lock.since();
        String when = since == null ? "" : moment.apply(since);
        return lock.own() ? texts.get("layouts.lockedByYou", when) : texts.get("layouts.lockedBy", lock.by(), when);
    }

    /**
     * How it stands with what was saved here; empty where nobody needs to know more than that.
     *
     * @param offered false where the server keeps no layouts, so that it waits for nothing
     */
    String state(Unsent unsent, boolean offered) {
        return switch (unsent.state()) {
            case WAITING -> texts.get(offered ? "layouts.waits" : "layouts.keptHere", moment.apply(unsent.at()));
            case OVERTAKEN -> texts.get("layouts.overtaken", other(unsent));
            case LOCKED -> texts.get("layouts.heldUp");
            case GONE -> texts.get("layouts.gone");
            case REFUSED ->
                texts.get("layouts.refused", texts.get(unsent.why().isEmpty() ? "failure.internal" : unsent.why()));
            case ASIDE -> texts.get("layouts.aside", moment.apply(unsent.at()));
        };
    }

    private String other(Unsent unsent) {
        var theirs = unsent.theirs();
        return theirs == null ? "" : saved(theirs.savedBy(), theirs.savedAt());
    }

    /** What differs, in the order of a file of layouts; no line reads the same on both sides. */
    List<Line> between(Layout before, Layout after) {
        List<Line> lines = new ArrayList<>();
        for (TextDiff.Change change : TextDiff.between(WallText.of(named(before)), WallText.of(named(after)))) {
            int tile = change.place().tile();
            Line line = switch (change.place().part()) {
                case NAME -> new Line(texts.get("layouts.name"), before.name(), after.name());
                case SCOPE -> new Line(texts.get("layouts.forWhom"), scope(before.scope()), scope(after.scope()));
                case RASTER -> new Line(texts.get("layouts.ofShape"), shape(before), shape(after));
                case TILE -> tile(tile, cell(before, tile), cell(after, tile));
            };
            boolean same = line.before().equals(line.after());
            if (!same) {
                lines.add(line);
            } else if (change.place().part() != TextDiff.Part.TILE
                    || !Objects.equals(cell(before, tile), cell(after, tile))) {
                // Of two that people call the same, what a file has tells them apart.
                lines.add(new Line(line.place(), raw(change.before()), raw(change.after())));
            }
        }
        return lines;
    }

    private Line tile(int tile, @Nullable Cell before, @Nullable Cell after) {
        return new Line(texts.get("layouts.ofTile", tile), contents.of(before, after), contents.of(after, before));
    }

    private String raw(@Nullable String written) {
        return written == null ? texts.get("layouts.nothing") : written;
    }

    private static @Nullable Cell cell(Layout layout, int tile) {
        return tile > layout.cells().size() ? null : layout.cells().get(tile - 1);
    }

    /** A file has a name, a wall perhaps none yet. */
    private static Layout named(Layout layout) {
        return layout.name().isBlank() ? layout.as(null, "-", layout.scope(), 0) : layout;
    }

    private String shape(Layout layout) {
        return GridShape.of(layout)
                .map(GridShape::id)
                .orElseGet(() -> texts.get(
                        "layouts.ownShape",
                        layout.grid().columns(),
                        layout.grid().rows(),
                        layout.cells().size()));
    }
}
