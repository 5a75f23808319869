package vn.toancanh.ui.layouts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.StreamChoice;

/** What stands in a tile, in words that tell it from what another layout has there. Any thread. */
final class ContentWords {
    /** So many of the turns that differ are named. */
    private static final int MOST_TURNS = 6;

    private final Texts texts;
    private final Function<CameraId, Optional<Camera>> cameras;

    ContentWords(Texts texts, Function<CameraId, Optional<Camera>> cameras) {
        this.texts = texts;
        this.cameras = cameras;
    }

    /**
     * A tile beside that of another layout.
     *
     * @param cell null where there is no such tile
     * @param other null where the other has none; where it lies is told where that differs
     */
    String of(@Nullable Cell cell, @Nullable Cell other) {
        if (cell == null) {
            return texts.get("layouts.noTile");
        }
        String words = content(cell.content(), other == null ? CellContent.EMPTY : other.content());
        boolean elsewhere = other != null && !cell.with(CellContent.EMPTY).equals(other.with(CellContent.EMPTY));
        return elsewhere
                ? words + " " + texts.get("layouts.place", cell.x() + 1, cell.y() + 1, cell.width(), cell.height())
                : words;
    }

    private String content(CellContent content, CellContent other) {
        return switch (content) {
            case CellContent.Empty empty -> texts.get("layouts.nothing");
            case CellContent.OfCamera of ->
                String.join(" · ", parts(camera(of.camera()), stream(of.choice()), fit(of.view()), turned(of.view())));
            case Carousel turns -> turns(turns, other);
            case CellContent.Hotspot hotspot -> texts.get("layouts.hotspot");
            case CellContent.Unknown unknown ->
                CellContent.withheld(unknown)
                        ? texts.get("layouts.withheld")
                        : texts.get("layouts.unknownContent", unknown.type());
        };
    }

    private static List<String> parts(String... parts) {
        return List.of(parts).stream().filter(each -> !each.isEmpty()).toList();
    }

    private String stream(StreamChoice choice) {
        return switch (choice) {
            case AUTO -> "";
            case MAIN -> texts.get("layouts.mainStream");
            case SUB -> texts.get("layouts.subStream");
        };
    }

    private String fit(PictureView view) {
        return switch (view.fit()) {
            case USUAL -> "";
            case WHOLE -> texts.get("layouts.whole");
            case FILL -> texts.get("layouts.fill");
        };
    }

    private static String turned(PictureView view) {
        return view.quarters() == 0 ? "" : 90 * view.quarters() + "°";
    }

    private String turns(Carousel turns, CellContent other) {
        List<String> named = new ArrayList<>();
        if (other instanceof Carousel beside) {
            int most = Math.max(turns.stops().size(), beside.stops().size());
            int differ = 0;
            for (int at = 0; at < most && differ < MOST_TURNS; at++) {
                Carousel.Stop stop = stop(turns, at);
                if (!Objects.equals(stop, stop(beside, at))) {
                    differ++;
                    if (stop != null) {
                        named.add(texts.get("layouts.turn", at + 1, camera(stop.camera()), stop.seconds()));
                    }
                }
            }
        }
        int count = turns.stops().size();
        return named.isEmpty()
                ? texts.get(
                        "layouts.turns", count, camera(turns.stops().getFirst().camera()))
                : texts.get("layouts.turnsOtherwise", count, String.join("; ", named));
    }

    private static Carousel.@Nullable Stop stop(Carousel turns, int at) {
        return at < turns.stops().size() ? turns.stops().get(at) : null;
    }

    /** Number and name; one that is gone or may not be seen is said to be so, with what names it. */
    private String camera(CameraId id) {
        return cameras.apply(id)
                .map(camera -> camera.number() == null ? camera.name() : camera.number() + " " + camera.name())
                .orElseGet(() -> texts.get("layouts.noCamera", id.value()));
    }
}
