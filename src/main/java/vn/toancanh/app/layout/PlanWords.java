package vn.toancanh.app.layout;

import java.util.ArrayList;
import java.util.List;
import vn.toancanh.app.layout.Talk.Answer;
import vn.toancanh.app.layout.Talk.Line;
import vn.toancanh.app.layout.Talk.Window;
import vn.toancanh.base.Texts;
import vn.toancanh.layouts.TextDiff;
import vn.toancanh.wall.WallPlan.Kind;

/** Plans and differences as lines for a person. */
final class PlanWords {
    private static final int MOST_NAMED = 4;

    private final Texts texts;

    PlanWords(Texts texts) {
        this.texts = texts;
    }

    List<String> plan(Answer plan) {
        List<String> lines = new ArrayList<>();
        for (Window window : plan.windows()) {
            if (window.same()) {
                lines.add(texts.get("layout.windowSame", called(window)));
                continue;
            }
            lines.add(texts.get(
                    "layout.window",
                    called(window),
                    window.before().equals(window.after())
                            ? raster(window.after())
                            : raster(window.before()) + " → " + raster(window.after()),
                    count(window, Kind.OPENS),
                    count(window, Kind.MOVES),
                    count(window, Kind.CHANGES),
                    count(window, Kind.STAYS),
                    count(window, Kind.CLOSES)));
            window.lines().stream()
                    .filter(line -> !line.kind().equals(Kind.STAYS.name()))
                    .map(this::line)
                    .forEach(lines::add);
        }
        return lines;
    }

    private String called(Window window) {
        return window.monitor() == 0 || window.monitor() == window.number()
                ? Integer.toString(window.number())
                : texts.get("layout.windowOn", window.number(), window.monitor());
    }

    private static String raster(String written) {
        return written.replaceFirst("^shape: ", "");
    }

    private static long count(Window window, Kind kind) {
        return window.lines().stream()
                .filter(line -> line.kind().equals(kind.name()))
                .count();
    }

    private String line(Line line) {
        return switch (Kind.valueOf(line.kind())) {
            case OPENS -> texts.get("layout.opens", line.tile(), what(line));
            case MOVES -> texts.get("layout.moves", line.tile(), what(line), line.from());
            case CHANGES -> texts.get("layout.changes", line.tile(), what(line));
            case STAYS -> texts.get("layout.stays", line.tile(), what(line));
            case CLOSES -> texts.get("layout.closes", line.tile(), what(line));
        };
    }

    private String what(Line line) {
        if (!line.other().isEmpty()) {
            return line.other();
        }
        if (line.cameras().size() <= 1) {
            return String.join("", line.cameras());
        }
        List<String> some =
                line.cameras().subList(0, Math.min(MOST_NAMED, line.cameras().size()));
        String more = line.cameras().size() > MOST_NAMED ? ", …" : "";
        return texts.get("layout.turns", line.cameras().size(), String.join(", ", some) + more);
    }

    List<String> changes(List<TextDiff.Change> changes) {
        List<String> lines = new ArrayList<>();
        for (TextDiff.Change change : changes) {
            String place = place(change.place());
            if (change.before() != null) {
                lines.add("- " + place + change.before());
            }
            if (change.after() != null) {
                lines.add("+ " + place + change.after());
            }
        }
        return lines;
    }

    private String place(TextDiff.Place place) {
        String screen = place.screen() == 0 ? "" : texts.get("layout.placeScreen", place.screen()) + " ";
        return screen
                + switch (place.part()) {
                    case NAME -> "name: ";
                    case SCOPE -> "scope: ";
                    case RASTER -> "";
                    case TILE -> texts.get("layout.placeTile", place.tile()) + ": ";
                };
    }
}
