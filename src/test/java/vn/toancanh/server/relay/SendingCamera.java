package vn.toancanh.server.relay;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import vn.toancanh.base.Threads;
import vn.toancanh.model.CameraEntry;

/** A camera that sends small pictures on and on, every fiftieth a key frame, at a steady pace, whether anybody watches or not. */
public final class SendingCamera implements AutoCloseable {
    /** From one picture's RTP time to the next one's: no picture is missing where times go up by it. */
    public static final int TICKS = Footage.TICKS;

    private static final int GROUP = 50;
    private static final int BYTES = 200;

    private final FakeCamera camera = new FakeCamera();
    private final long everyNanos;
    private volatile boolean sends = true;
    private volatile int newest;

    /** @param everyMicros from one picture to the next; 33,333 is the pace of their times */
    public SendingCamera(int everyMicros) throws IOException {
        everyNanos = TimeUnit.MICROSECONDS.toNanos(everyMicros);
        Threads.daemon("camera", this::send).start();
    }

    private void send() {
        Footage footage = new Footage(1);
        long begun = System.nanoTime();
        try {
            for (long i = 0; sends; i++) {
                if (i % GROUP == 0) {
                    camera.rtp(footage.keyWithSets().toArray(byte[][]::new));
                } else {
                    camera.rtp(footage.picture(BYTES));
                }
                newest = footage.time();
                TimeUnit.NANOSECONDS.sleep(begun + (i + 1) * everyNanos - System.nanoTime());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** That entry, its small stream here. */
    public CameraEntry entry(CameraEntry like) {
        return camera.entry(like);
    }

    /** RTP time of the picture that was sent last. */
    public long newest() {
        return newest;
    }

    @Override
    public void close() throws IOException {
        sends = false;
        camera.close();
    }
}
