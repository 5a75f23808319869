package vn.toancanh.ui.layouts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.layouts.TextDiff;
import vn.toancanh.layouts.WallText;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.PictureView;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.Unsent;

/** Layouts and what differs between them, in words. */
final class LayoutWords {
    /** One thing that two layouts say differently: where, and what each has there. */
    record Line(String place, String before, String after) {}

    private final Texts texts;
    private final Function<Instant, String> moment;
    private final Function<CameraId, Optional<Camera>> cameras;

    /** @param moment a point in time as people read it now */
    LayoutWords(Texts texts, Function<Instant, String> moment, Function<CameraId, Optional<Camera>> cameras) {
        this.texts = texts;
        this.moment = moment;
        this.cameras = cameras;
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

    String locked(LayoutFacts.Lock lock) {
        Instant since = lock.since();
        String when = since == null ? "" : moment.apply(since);
        return lock.own() ? texts.get("layouts.lockedByYou", when) : texts.get("layouts.lockedBy", lock.by(), when);
    }

    /** How it stands with what was saved here; empty where nobody needs to know more than that. */
    String state(Unsent unsent) {
        return switch (unsent.state()) {
            case WAITING -> texts.get("layouts.waits", moment.apply(unsent.at()));
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

    /** What differs, in the order of a file of layouts. */
    List<Line> between(Layout before, Layout after) {
        List<Line> lines = new ArrayList<>();
        for (TextDiff.Change change : TextDiff.between(WallText.of(named(before)), WallText.of(named(after)))) {
            int tile = change.place().tile();
            lines.add(
                    switch (change.place().part()) {
                        case NAME -> new Line(texts.get("layouts.name"), before.name(), after.name());
                        case SCOPE ->
                            new Line(texts.get("layouts.forWhom"), scope(before.scope()), scope(after.scope()));
                        case RASTER -> new Line(texts.get("layouts.ofShape"), shape(before), shape(after));
                        case TILE ->
                            new Line(texts.get("layouts.ofTile", tile), content(before, tile), content(after, tile));
                    });
        }
        return lines;
    }

    /** A file has a name, a wall perhaps none yet. */
    private static Layout named(Layout layout) {
        return layout.name().isBlank() ? layout.as(null, "-", layout.scope(), 0) : layout;
    }

    private String shape(Layout layout) {
        return GridShape.of(layout)
                .map(GridShape::id)
                .orElse(layout.grid().columns() + "×" + layout.grid().rows());
    }

    private String content(Layout layout, int tile) {
        if (tile > layout.cells().size()) {
            return texts.get("layouts.noTile");
        }
        Cell cell = layout.cells().get(tile - 1);
        return content(cell.content());
    }

    private String content(CellContent content) {
        return switch (content) {
            case CellContent.Empty empty -> texts.get("layouts.nothing");
            case CellContent.OfCamera of -> camera(of.camera()) + view(of.view());
            case CellContent.Carousel turns ->
                texts.get(
                        "layouts.turns",
                        turns.stops().size(),
                        camera(turns.stops().getFirst().camera()));
            case CellContent.Hotspot hotspot -> texts.get("layouts.hotspot");
            case CellContent.Unknown(String type, String json) -> texts.get("layouts.unknownContent", type);
        };
    }

    private String view(PictureView view) {
        return view.quarters() == 0 ? "" : " " + 90 * view.quarters() + "°";
    }

    /** Number and name; one that is gone or may not be seen is said to be so, with what names it. */
    private String camera(CameraId id) {
        return cameras.apply(id)
                .map(camera -> camera.number() == null ? camera.name() : camera.number() + " " + camera.name())
                .orElseGet(() -> texts.get("layouts.noCamera", id.value()));
    }
}
