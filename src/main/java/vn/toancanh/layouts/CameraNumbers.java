package vn.toancanh.layouts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.Layout;

/**
 * Cameras by their numbers in a text, by their ids on a wall. A number that no camera has stands for one, {@code #1201}: its tile says so,
 * and shows the camera once there is one of that number in the file's next turn.
 */
public final class CameraNumbers {
    private static final Pattern NUMBER = Pattern.compile("#([1-9][0-9]{0,5})");

    private CameraNumbers() {}

    /** Stands for the camera of that number. */
    public static CameraId id(int number) {
        return new CameraId("#" + number);
    }

    /** The number that an id stands for; empty where it is a camera's own. */
    public static OptionalInt number(CameraId id) {
        var matcher = NUMBER.matcher(id.value());
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** The same with the ids of the cameras that have these numbers. */
    public static WallText known(WallText text, IntFunction<Optional<CameraId>> byNumber) {
        return changed(text, id -> {
            OptionalInt number = number(id);
            return number.isPresent() ? byNumber.apply(number.getAsInt()).orElse(id) : id;
        });
    }

    /** The same with numbers in place of the ids of cameras that have one. */
    public static WallText numbered(WallText text, Function<CameraId, OptionalInt> numbers) {
        return changed(text, id -> {
            OptionalInt number = numbers.apply(id);
            return number.isPresent() ? id(number.getAsInt()) : id;
        });
    }

    /** All cameras of it, each once, in the order of the tiles. */
    public static Set<CameraId> of(WallText text) {
        Set<CameraId> all = new LinkedHashSet<>();
        text.screens()
                .forEach(screen -> screen.layout()
                        .cells()
                        .forEach(cell -> all.addAll(cell.content().cameras())));
        return all;
    }

    private static WallText changed(WallText text, UnaryOperator<CameraId> change) {
        return new WallText(
                text.name(),
                text.scope(),
                text.screens().stream()
                        .map(screen -> new WallText.Screen(screen.number(), changed(screen.layout(), change)))
                        .toList());
    }

    private static Layout changed(Layout layout, UnaryOperator<CameraId> change) {
        return new Layout(
                layout.id(),
                layout.name(),
                layout.scope(),
                layout.grid(),
                layout.cells().stream()
                        .map(cell -> cell.with(changed(cell.content(), change)))
                        .toList(),
                layout.version());
    }

    private static CellContent changed(CellContent content, UnaryOperator<CameraId> change) {
        return switch (content) {
            case CellContent.OfCamera of -> new CellContent.OfCamera(change.apply(of.camera()), of.choice(), of.view());
            case Carousel(List<Carousel.Stop> stops) ->
                new Carousel(stops.stream()
                        .map(stop -> new Carousel.Stop(change.apply(stop.camera()), stop.seconds()))
                        .toList());
            case CellContent.Empty empty -> empty;
            case CellContent.Hotspot hotspot -> hotspot;
            case CellContent.Unknown unknown -> unknown;
        };
    }
}
