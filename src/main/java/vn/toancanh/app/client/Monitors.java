package vn.toancanh.app.client;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import vn.toancanh.base.Texts;

/**
 * The monitors of this desktop as people number them: from 1, from left to right, then from top to bottom. The system's own
 * order depends on plugs. FX thread.
 */
final class Monitors {
    static final Comparator<Rectangle2D> ORDER =
            Comparator.comparingDouble(Rectangle2D::getMinX).thenComparingDouble(Rectangle2D::getMinY);

    private final List<Screen> screens;
    private final Screen primary;

    private Monitors(List<Screen> screens, Screen primary) {
        this.screens = screens;
        this.primary = primary;
    }

    /** Those there are now. */
    static Monitors now() {
        List<Screen> sorted = Screen.getScreens().stream()
                .sorted(Comparator.comparing(Screen::getBounds, ORDER))
                .toList();
        return new Monitors(sorted, Screen.getPrimary());
    }

    /** The monitor of that number; empty where there is none. */
    Optional<Screen> number(int number) {
        return number >= 1 && number <= screens.size() ? Optional.of(screens.get(number - 1)) : Optional.empty();
    }

    int count() {
        return screens.size();
    }

    /**
     * So many monitors, or as many as there are.
     *
     * @param first the one that comes first; empty: the primary one
     */
    List<Screen> take(int most, Optional<Screen> first) {
        Screen head = first.orElse(primary);
        return Stream.concat(Stream.of(head), screens.stream().filter(screen -> !screen.equals(head)))
                .limit(most)
                .toList();
    }

    /** All of them in one line, such as "1 (1920×1080), 2 (2560×1440)". */
    String words(Texts texts) {
        return IntStream.range(0, screens.size())
                .mapToObj(at -> texts.get(
                        screens.get(at).equals(primary) ? "client.monitorPrimary" : "client.monitorOther",
                        at + 1,
                        pixels(
                                screens.get(at).getBounds().getWidth(),
                                screens.get(at).getOutputScaleX()),
                        pixels(
                                screens.get(at).getBounds().getHeight(),
                                screens.get(at).getOutputScaleY())))
                .collect(Collectors.joining(", "));
    }

    private static long pixels(double logical, double scale) {
        return Math.round(logical * scale);
    }
}
