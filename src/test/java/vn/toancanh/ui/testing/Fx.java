package vn.toancanh.ui.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Assumptions;

/** JavaFX for tests: started once a process, on the display there is, with everything its stylesheets complain about. */
public final class Fx {
    private static final List<String> COMPLAINTS = new CopyOnWriteArrayList<>();
    private static final Logger CSS = Logger.getLogger("javafx.css");
    private static final CountDownLatch STARTED = start();

    private Fx() {}

    private static CountDownLatch start() {
        CountDownLatch started = new CountDownLatch(1);
        if (System.getenv("DISPLAY") == null) {
            return started;
        }
        CSS.addHandler(new Handler() {
            @Override
            public void publish(LogRecord record) {
                COMPLAINTS.add(String.valueOf(record.getMessage()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        Platform.startup(started::countDown);
        Platform.setImplicitExit(false);
        return started;
    }

    /** Waits for JavaFX; skips the test where there is no display. */
    public static void needed() throws InterruptedException {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "there is no display");
        assertThat(STARTED.await(60, TimeUnit.SECONDS)).as("JavaFX starts").isTrue();
    }

    /** What the stylesheets were complained about so far. */
    public static List<String> complaints() {
        return List.copyOf(COMPLAINTS);
    }

    /** Runs on the FX thread and waits for what comes of it. */
    public static <T> T on(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }

    /** Runs on the FX thread and waits for its end. */
    public static void run(Runnable work) throws Exception {
        on(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until that holds on the FX thread, a minute at most. */
    public static void until(String what, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!on(holds)) {
            assertThat(System.nanoTime()).as("in time: " + what).isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** Waits until the scene was laid out twice: what one pulse makes, the next one styles. */
    public static void settle(Scene scene) throws Exception {
        for (int i = 0; i < 2; i++) {
            CountDownLatch laid = new CountDownLatch(1);
            Runnable listener = laid::countDown;
            run(() -> {
                scene.addPostLayoutPulseListener(listener);
                Platform.requestNextPulse();
            });
            assertThat(laid.await(60, TimeUnit.SECONDS)).as("a pulse comes").isTrue();
            run(() -> scene.removePostLayoutPulseListener(listener));
        }
    }

    /**
     * A key as it comes to the node that has the keyboard, styled first: until the first pulse a control has no skin and
     * hears no key, and no hand is as quick. FX thread.
     */
    public static void press(Node at, KeyCode code, boolean control) {
        if (at.getScene() != null) {
            at.getScene().getRoot().applyCss();
        }
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Node to = at.getScene() == null || at.getScene().getFocusOwner() == null
                    ? at
                    : at.getScene().getFocusOwner();
            to.fireEvent(new KeyEvent(type, "", "", code, false, control, false, false));
        }
    }

    /** How many nodes hang below that one, itself included. */
    public static int count(Node node) {
        int sum = 1;
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                sum += count(child);
            }
        }
        return sum;
    }
}
