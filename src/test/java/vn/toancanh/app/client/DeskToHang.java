package vn.toancanh.app.client;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import vn.toancanh.app.Exit;
import vn.toancanh.base.Clock;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.ui.kit.FxLane;

/**
 * A client with a window that says LIVE and a DESK that does what it is told by lines: {@code hang}, {@code stall MILLIS}. Its patience is two
 * seconds.
 */
final class DeskToHang {
    private static final Object HELD = new Object();

    private DeskToHang() {}

    public static void main(String[] arguments) throws Exception {
        Toolkit toolkit = new Toolkit();
        toolkit.await();
        FxLane desk = new FxLane();
        ThreadLane looks = new ThreadLane("desk-watch");
        desk.execute(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new Label("LIVE"), 320, 180));
            stage.show();
            var terms = new DeskWatch.Terms(Duration.ofMillis(200), 5, 10, 1, 10);
            new DeskWatch(
                    desk,
                    looks,
                    Clock.SYSTEM,
                    terms,
                    () -> System.out.println("last words"),
                    () -> Runtime.getRuntime().halt(Exit.HUNG));
            System.out.println("shown");
        });
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ", 2);
            if (words[0].equals("hang")) {
                new Thread(DeskToHang::holdForEver, "holder").start();
            } else {
                desk.execute(() -> stall(Long.parseLong(words[1])));
            }
        }
        Platform.exit();
    }

    /** Takes a lock and never gives it back, and has DESK wait for it. */
    private static void holdForEver() {
        synchronized (HELD) {
            Platform.runLater(DeskToHang::paint);
            stall(Duration.ofDays(1).toMillis());
        }
    }

    private static void paint() {
        synchronized (HELD) {
            System.out.println("painted");
        }
    }

    private static void stall(long millis) {
        try {
            Thread.sleep(millis);
            System.out.println("stalled for " + millis);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
