package vn.toancanh.app.testing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/**
 * What a person does at the screen of this process: the mouse by way of the window system, keys to whatever has the keyboard, and
 * eyes that wait until something stands there. Things are named by the words on them. Lines are
 *
 * <pre>
 * window N             from now on in the Nth window from the left, from 1
 * see WORDS            waits until that can be read, also as part of more
 * click WORDS          on what bears exactly that
 * keys CONTROL+S       one key, with those held
 * type WORDS           letter by letter, to what has the keyboard
 * field WORDS = TEXT   in place of what stands in the field that is called that
 * picture WIDTH FILE   of all monitors, so wide, as JPEG or PNG by its name; four stand two by two
 * </pre>
 *
 * One thread that is not JavaFX's.
 */
final class Hands {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long LOOK_MILLIS = 100;
    /** What has just been asked for can be seen. */
    private static final long CALM_MILLIS = 1200;

    private static final long STEP_MILLIS = 60;
    private static final int BETWEEN_MONITORS = 8;

    private int window = 1;

    void obey(String line) throws Exception {
        String verb = line.substring(0, line.indexOf(' '));
        String words = line.substring(line.indexOf(' ') + 1);
        switch (verb) {
            case "window" -> window = Integer.parseInt(words);
            case "see" -> find(words, node -> said(node).contains(words));
            case "click" -> click(words);
            case "keys" -> keys(List.of(words.split("\\+")));
            case "type" -> type(words);
            case "field" -> field(words.substring(0, words.indexOf(" = ")), words.substring(words.indexOf(" = ") + 3));
            case "picture" -> {
                String[] parts = words.split(" ", 2);
                picture(Integer.parseInt(parts[0]), Path.of(parts[1]));
            }
            default -> throw new IllegalArgumentException("no such hand: " + line);
        }
    }

    private interface Test {
        boolean is(Node node);
    }

    private static <T> T on(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                Platform.runLater(task);
                break;
            } catch (IllegalStateException notYetUp) {
                if (System.nanoTime() > until) {
                    throw notYetUp;
                }
                Thread.sleep(LOOK_MILLIS);
            }
        }
        return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** The window that is meant, if it is there. */
    private Optional<Stage> stage() {
        List<Stage> stages = Window.getWindows().stream()
                .filter(each -> each instanceof Stage && each.isShowing())
                .map(each -> (Stage) each)
                .sorted(Comparator.comparingDouble(Window::getX))
                .toList();
        return stages.stream().skip(window - 1L).findFirst();
    }

    /** What pops up over the window first. */
    private List<Scene> scenes() {
        List<Scene> scenes = new ArrayList<>();
        stage().map(Stage::getScene).ifPresent(scenes::add);
        Window.getWindows().stream()
                .filter(each -> !(each instanceof Stage) && each.isShowing())
                .forEach(each -> scenes.add(each.getScene()));
        return scenes.reversed();
    }

    private Node find(String what, Test test) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<Node> found = on(() -> scenes().stream()
                    .flatMap(scene -> last(scene.getRoot(), test).stream())
                    .findFirst());
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > until) {
                throw new IllegalStateException("nothing says \"" + what + "\"; there is " + on(this::allSaid));
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private List<String> allSaid() {
        List<String> all = new ArrayList<>();
        scenes().forEach(scene -> last(scene.getRoot(), node -> {
            if (node instanceof Labeled && !said(node).isEmpty()) {
                all.add(said(node));
            }
            return false;
        }));
        return all;
    }

    /** The uppermost of those that can be seen. */
    private static Optional<Node> last(Node node, Test test) {
        if (!node.isVisible()) {
            return Optional.empty();
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable().reversed()) {
                Optional<Node> found = last(child, test);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return test.is(node) ? Optional.of(node) : Optional.empty();
    }

    private static String said(Node node) {
        String words = switch (node) {
            case Labeled labeled -> labeled.getText();
            case Text text -> text.getText();
            default -> "";
        };
        return words == null ? "" : words.strip();
    }

    private void click(String words) throws Exception {
        click(find(words, node -> said(node).equals(words) && !node.isDisabled()));
    }

    private static void click(Node node) throws Exception {
        Robot robot = on(Robot::new);
        on(() -> {
            Bounds at = node.localToScreen(node.getBoundsInLocal());
            robot.mouseMove(at.getCenterX(), at.getCenterY());
            return true;
        });
        Thread.sleep(STEP_MILLIS);
        on(() -> {
            robot.mousePress(MouseButton.PRIMARY);
            return true;
        });
        Thread.sleep(STEP_MILLIS);
        on(() -> {
            robot.mouseRelease(MouseButton.PRIMARY);
            return true;
        });
        Thread.sleep(STEP_MILLIS);
    }

    private void field(String called, String text) throws Exception {
        Node found = find(called, node -> !node.isDisabled() && (isField(node, called) || names(node, called)));
        TextInputControl field = (TextInputControl) (found instanceof Label label ? on(label::getLabelFor) : found);
        click(field);
        on(() -> {
            field.requestFocus();
            field.clear();
            return true;
        });
        type(text);
    }

    private static boolean isField(Node node, String called) {
        return node instanceof TextInputControl field
                && (called.equals(field.getPromptText()) || called.equals(field.getAccessibleText()));
    }

    private static boolean names(Node node, String called) {
        return node instanceof Label label
                && said(label).equals(called)
                && label.getLabelFor() instanceof TextInputControl;
    }

    private void type(String words) throws Exception {
        for (int i = 0; i < words.length(); i++) {
            String letter = words.substring(i, i + 1);
            fire(new KeyEvent(KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false));
        }
    }

    private void keys(List<String> names) throws Exception {
        KeyCode code = KeyCode.valueOf(names.getLast().toUpperCase(Locale.ROOT));
        boolean shift = names.contains("SHIFT");
        boolean control = names.contains("CONTROL");
        boolean alt = names.contains("ALT");
        for (var kind : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            fire(new KeyEvent(kind, "", "", code, shift, control, alt, false));
        }
        Thread.sleep(STEP_MILLIS);
    }

    private void fire(KeyEvent event) throws Exception {
        on(() -> {
            Scene scene = stage().orElseThrow().getScene();
            Node owner = scene.getFocusOwner();
            (owner == null ? scene.getRoot() : owner).fireEvent(event);
            return true;
        });
    }

    private static void picture(int width, Path file) throws Exception {
        Thread.sleep(CALM_MILLIS);
        List<BufferedImage> monitors = on(() -> Screen.getScreens().stream()
                .map(Screen::getBounds)
                .sorted(Comparator.comparingDouble(Rectangle2D::getMinX))
                .map(Hands::capture)
                .toList());
        int across = monitors.size() == 4 ? 2 : monitors.size();
        int down = monitors.size() == 4 ? 2 : 1;
        BufferedImage first = monitors.getFirst();
        int each = (width - (across - 1) * BETWEEN_MONITORS) / across;
        int high = Math.round((float) each * first.getHeight() / first.getWidth());
        BufferedImage made =
                new BufferedImage(width, down * high + (down - 1) * BETWEEN_MONITORS, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = made.createGraphics();
        paint.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        paint.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        for (int i = 0; i < monitors.size(); i++) {
            int x = i % across * (each + BETWEEN_MONITORS);
            int y = i / across * (high + BETWEEN_MONITORS);
            paint.drawImage(monitors.get(i), x, y, each, high, null);
        }
        paint.dispose();
        String name = file.toString();
        ImageIO.write(made, name.substring(name.lastIndexOf('.') + 1), file.toFile());
    }

    private static BufferedImage capture(Rectangle2D monitor) {
        WritableImage shot = new Robot().getScreenCapture(null, monitor);
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        int[] argb = new int[width * height];
        shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        return image;
    }
}
