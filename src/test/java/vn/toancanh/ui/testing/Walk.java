package vn.toancanh.ui.testing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.shell.WindowPicture;

/** Goes through a window as somebody does who has no mouse, or does not see it, or does not hit small things. */
public final class Walk {
    private static final int MOST_STEPS = 60;

    private Walk() {}

    /** Everything in the window that can be worked, from the top of the tree down. FX thread. */
    public static List<Node> controls(Scene scene) {
        List<Node> found = new ArrayList<>();
        add(scene.getRoot(), found);
        return found;
    }

    private static void add(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable() || node instanceof ButtonBase || node instanceof TextInputControl) {
            found.add(node);
        }
        if (node instanceof Parent parent && !(node instanceof ListView)) {
            parent.getChildrenUnmodifiable().forEach(child -> add(child, found));
        }
    }

    /** What a screen reader says of a control; empty where it can say nothing. FX thread. */
    public static String name(Node node) {
        String said = node.getAccessibleText();
        if (said == null && node instanceof Labeled labeled) {
            said = labeled.getText();
        }
        return said == null ? "" : said;
    }

    /** Whether it, or its group of which one is chosen by the arrows, is among those. FX thread. */
    public static boolean isReached(Node node, List<Node> reached) {
        if (reached.contains(node)) {
            return true;
        }
        return node instanceof ToggleButton one
                && one.getToggleGroup() != null
                && reached.stream()
                        .anyMatch(each -> each instanceof ToggleButton other
                                && one.getToggleGroup().equals(other.getToggleGroup()));
    }

    /** Controls that say nothing, or are hard to hit. FX thread. */
    public static List<String> faults(Scene scene) {
        List<String> faults = new ArrayList<>();
        for (Node each : controls(scene)) {
            if (name(each).isBlank()) {
                faults.add("says nothing: " + each);
            }
            Bounds bounds = each.localToScene(each.getLayoutBounds());
            if (bounds.getWidth() < Tokens.TARGET || bounds.getHeight() < Tokens.TARGET) {
                faults.add("is small: " + name(each) + " " + bounds.getWidth() + "x" + bounds.getHeight());
            }
        }
        return faults;
    }

    /** Where Tab leads, from who has the keyboard until it comes round. */
    public static List<Node> byTab(Scene scene) throws Exception {
        Set<Node> seen = new LinkedHashSet<>();
        for (int i = 0; i < MOST_STEPS; i++) {
            Node owner = Fx.on(scene::getFocusOwner);
            if (owner == null || !seen.add(owner)) {
                break;
            }
            Fx.run(() -> Fx.press(owner, KeyCode.TAB, false));
        }
        return List.copyOf(seen);
    }

    /** How many pixels of a control tell that the keyboard is there: as WCAG 2.2 reckons, contrast 3 between with and without. */
    public static int told(WindowPicture with, WindowPicture without, Bounds place) {
        int told = 0;
        int[] on = with.argb();
        int[] off = without.argb();
        int fromY = Math.max(0, (int) place.getMinY());
        int fromX = Math.max(0, (int) place.getMinX());
        for (int y = fromY; y < Math.min(with.height(), place.getMaxY()); y++) {
            for (int x = fromX; x < Math.min(with.width(), place.getMaxX()); x++) {
                int one = on[y * with.width() + x];
                int other = off[y * with.width() + x];
                if (one != other && Contrast.of(colour(one), colour(other)) >= Contrast.AA_OF_SHAPES) {
                    told++;
                }
            }
        }
        return told;
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
    }
}
