package vn.toancanh.app.layout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.toancanh.app.layout.Talk.Answer;
import vn.toancanh.app.layout.Talk.Line;
import vn.toancanh.app.layout.Talk.Window;
import vn.toancanh.app.layout.WallHands.Seen;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.layouts.CameraNumbers;
import vn.toancanh.layouts.LayoutWriter;
import vn.toancanh.layouts.TextDiff;
import vn.toancanh.layouts.WallText;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.wall.WallPlan;

/** What a text would make of the walls that were looked at. Pure; any thread. */
public final class Plans {
    private final Seen seen;
    private final CatalogueSnapshot cameras;

    public Plans(Seen seen) {
        this.seen = seen;
        this.cameras = seen.cameras();
    }

    /**
     * The layouts that a text has for windows, with the ids of cameras: its screens are numbered as the monitors are counted.
     *
     * @param window which, where the text speaks of one screen
     */
    public SortedMap<Integer, Layout> targets(WallText text, int window) {
        SortedMap<Integer, Layout> targets = new TreeMap<>();
        WallText known =
                CameraNumbers.known(text, number -> cameras.number(number).map(Camera::id));
        for (WallText.Screen screen : known.screens()) {
            targets.put(text.single() ? window : seen.window(screen.number()), screen.layout());
        }
        return targets;
    }

    /** Numbers among these of windows that are not there, in one line; empty where all are. */
    String missing(Map<Integer, Layout> targets) {
        return targets.keySet().stream()
                .filter(number -> number > seen.windows().size())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    /** What becomes of each window. */
    Answer plan(SortedMap<Integer, Layout> targets) {
        List<Window> windows = new ArrayList<>();
        targets.forEach((number, after) -> windows.add(window(number, after)));
        return new Answer("", List.of(), "", fingerprint(), windows, List.of(), strangers(targets));
    }

    private Window window(int number, Layout after) {
        Layout before = seen.windows().get(number - 1);
        return new Window(
                number,
                seen.monitor(number),
                WallPlan.same(before, after),
                LayoutWriter.raster(before),
                LayoutWriter.raster(after),
                WallPlan.between(before, after).steps().stream().map(this::line).toList());
    }

    private Line line(WallPlan.Step step) {
        return new Line(
                step.kind().name(),
                step.tile() + 1,
                step.from() + 1,
                step.content().cameras().stream().map(this::called).toList(),
                switch (step.content()) {
                    case CellContent.Unknown unknown -> unknown.type();
                    case CellContent.Hotspot hotspot -> "hotspot";
                    default -> "";
                });
    }

    private String called(CameraId id) {
        Optional<Camera> camera = cameras.camera(id);
        String number =
                number(id).stream().mapToObj(Integer::toString).findFirst().orElse("");
        return camera.map(known -> (number + " " + known.name()).strip())
                .orElse(number.isEmpty() ? id.value() : number);
    }

    private OptionalInt number(CameraId id) {
        Integer number = cameras.camera(id).map(Camera::number).orElse(null);
        return number == null ? CameraNumbers.number(id) : OptionalInt.of(number);
    }

    private List<String> strangers(SortedMap<Integer, Layout> targets) {
        return targets.values().stream()
                .flatMap(layout -> layout.cells().stream())
                .flatMap(cell -> cell.content().cameras().stream())
                .distinct()
                .filter(id -> cameras.camera(id).isEmpty())
                .map(this::called)
                .toList();
    }

    /** What differs from the windows that a text speaks of. */
    Answer diff(SortedMap<Integer, Layout> targets) {
        SortedMap<Integer, Layout> now = new TreeMap<>();
        targets.keySet().forEach(number -> now.put(number, seen.windows().get(number - 1)));
        List<TextDiff.Change> changes = TextDiff.between(text(now), text(targets));
        return new Answer("", List.of(), "", fingerprint(), List.of(), changes, strangers(targets));
    }

    /** With numbers, and without a name: a wall is often called otherwise than the file that was applied to it. */
    private WallText text(SortedMap<Integer, Layout> windows) {
        List<WallText.Screen> screens = new ArrayList<>();
        windows.forEach((number, layout) -> screens.add(new WallText.Screen(seen.monitor(number), layout)));
        screens.sort(Comparator.comparingInt(WallText.Screen::number));
        return CameraNumbers.numbered(new WallText("-", Scope.PRIVATE, screens), this::number);
    }

    /** All windows as a file has them, in the order of their monitors, with the names of cameras beside their numbers. */
    Answer export(String name) {
        String called = name.isBlank()
                ? seen.windows().stream()
                        .map(Layout::name)
                        .filter(each -> !each.isBlank())
                        .findFirst()
                        .orElse("-")
                : name;
        Scope scope = seen.windows().getFirst().scope();
        List<Layout> fromTheLeft = seen.order().stream()
                .map(window -> seen.windows().get(window - 1))
                .toList();
        WallText text = CameraNumbers.numbered(WallText.of(called, scope, fromTheLeft), this::number);
        String written = LayoutWriter.write(
                text,
                id -> CameraNumbers.number(id).isPresent()
                        ? cameras.number(CameraNumbers.number(id).getAsInt()).map(Camera::name)
                        : cameras.camera(id).map(Camera::name));
        return new Answer("", List.of(), written, fingerprint(), List.of(), List.of(), List.of());
    }

    /** Stands for what was seen; another wall has another. */
    String fingerprint() {
        try {
            String all = LayoutWriter.write(WallText.of("-", Scope.PRIVATE, seen.windows()));
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
