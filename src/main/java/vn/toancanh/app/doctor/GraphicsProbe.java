package vn.toancanh.app.doctor;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Starts JavaFX and ends; run as a process of its own, because a broken driver may take its process down. */
public final class GraphicsProbe {
    private GraphicsProbe() {}

    public static void main(String[] args) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        boolean came = started.await(20, TimeUnit.SECONDS);
        Platform.exit();
        System.exit(came ? 0 : 1);
    }
}
