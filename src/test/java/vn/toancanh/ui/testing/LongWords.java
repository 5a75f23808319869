package vn.toancanh.ui.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/**
 * Words of another language, as a translator may send them: longer by a share, with stacked marks, in syllables that can be
 * parted where lines may break. They are put into a window in place of ours, looked at, and ours are put back.
 */
public final class LongWords {
    private static final String SYLLABLE = "ẫng ";

    private LongWords() {}

    /** The same words, longer by that share. */
    public static String longer(String words, double share) {
        int more = (int) Math.ceil(words.length() * share);
        StringBuilder longer = new StringBuilder(words);
        // One syllable cannot be parted from the last word, the next ones can.
        for (int i = 0; i < more; i++) {
            longer.append(words.length() < 2 * SYLLABLE.length() ? 'ẫ' : SYLLABLE.charAt(i % SYLLABLE.length()));
        }
        return longer.toString().strip();
    }

    /** Words below a node that are seen; those below a node the predicate names are not ours. */
    public static List<Labeled> of(Parent root, Predicate<Node> foreign) {
        List<Labeled> found = new ArrayList<>();
        for (Node each : root.getChildrenUnmodifiable()) {
            if (!each.isVisible() || each.getOpacity() == 0 || foreign.test(each)) {
                continue;
            }
            if (each instanceof Labeled labeled
                    && labeled.getText() != null
                    && !labeled.getText().isBlank()
                    && labeled.lookup(".text") instanceof Text) {
                found.add(labeled);
            } else if (each instanceof Parent parent) {
                found.addAll(of(parent, foreign));
            }
        }
        return found;
    }

    /** Looks whether words longer by that share have room: none cut, none above another, none outside the window. */
    public static void haveRoom(Scene scene, double share, String where, Predicate<Node> foreign) throws Exception {
        Fx.settle(scene);
        List<Labeled> words = Fx.on(() -> of(scene.getRoot(), foreign));
        assertThat(words).as(where).isNotEmpty();
        List<String> before = Fx.on(() -> words.stream().map(Labeled::getText).toList());
        Fx.run(() -> words.forEach(each -> each.setText(longer(each.getText(), share))));
        Fx.settle(scene);
        List<String> faults = Fx.on(() -> {
            // The clock of the window may have ticked since it was laid out.
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return faults(scene, words);
        });
        Fx.run(() -> {
            for (int i = 0; i < words.size(); i++) {
                words.get(i).setText(before.get(i));
            }
        });
        assertThat(faults).as(where).isEmpty();
    }

    private static List<String> faults(Scene scene, List<Labeled> words) {
        List<String> faults = new ArrayList<>();
        List<Bounds> places = new ArrayList<>();
        for (Labeled each : words) {
            Text text = (Text) each.lookup(".text");
            if (!text.getText().replace("\n", "").equals(each.getText().replace("\n", ""))) {
                faults.add("cut: " + each.getText() + " → " + text.getText());
            }
            Bounds place = text.localToScene(text.getLayoutBounds());
            places.add(place);
            if (place.getMinX() < 0
                    || place.getMinY() < 0
                    || place.getMaxX() > scene.getWidth() + 0.5
                    || place.getMaxY() > scene.getHeight() + 0.5) {
                faults.add("outside: " + each.getText() + " at " + place);
            }
            Bounds room = each.localToScene(each.getLayoutBounds());
            if (place.getWidth() > room.getWidth() + 0.5 || place.getHeight() > room.getHeight() + 0.5) {
                faults.add("larger than its place: " + each.getText() + " " + place + " in " + room);
            }
        }
        for (int i = 0; i < places.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (overlap(places.get(i), places.get(j))) {
                    faults.add("one over the other: " + words.get(i).getText() + " and "
                            + words.get(j).getText());
                }
            }
        }
        return faults;
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return one.getMinX() + 1 < other.getMaxX()
                && other.getMinX() + 1 < one.getMaxX()
                && one.getMinY() + 1 < other.getMaxY()
                && other.getMinY() + 1 < one.getMaxY();
    }
}
