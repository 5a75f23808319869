package vn.toancanh.app.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.frames.StripFolder;
import vn.toancanh.pool.DecoderPool;
import vn.toancanh.pool.PoolOptions;
import vn.toancanh.pool.ProcessLauncher;

/** The client's decoder workers, which begin to start before anything else does: JavaFX is under way for as long as they are. */
final class Decoders implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(Decoders.class);

    /** One that writes down which classes it used takes its time. */
    private static final Duration NOTING_FAREWELL = Duration.ofSeconds(20);

    /** By then a wall has opened, as a rule. */
    private static final Duration SPARES_AFTER = Duration.ofSeconds(10);

    private final ThreadLane lane = new ThreadLane("POOL");
    private final ThreadLane aside = new ThreadLane("STRIPS");
    private final DecoderPool pool;

    /** @param desk where answers go; it need not run yet */
    Decoders(Surroundings given, Lane desk) {
        String temporary = System.getProperty("java.io.tmpdir", "/tmp");
        ProcessLauncher.Setup setup = new ProcessLauncher.Setup(
                given.jvm().java(),
                given.jvm()::workerFlags,
                given.jvm().classes(),
                Path.of(temporary),
                given.folders().state(),
                ChildJvm.notes() ? NOTING_FAREWELL : ProcessLauncher.Setup.USUAL_FAREWELL);
        pool = new DecoderPool(
                desk,
                lane,
                aside,
                given.clock(),
                StripFolder.ofMachine(System.getenv(), temporary),
                new ProcessLauncher(setup),
                PoolOptions.forCores(Runtime.getRuntime().availableProcessors()),
                RandomGenerator.getDefault());
        pool.warmUp(SPARES_AFTER);
    }

    DecoderPool pool() {
        return pool;
    }

    /** Workers die with the thread that started them, so one that is to write something down is waited for. */
    @Override
    public void close() {
        pool.close();
        if (ChildJvm.notes()) {
            ProcessHandle.current().children().forEach(Decoders::await);
        }
        aside.close();
        lane.close();
    }

    private static void await(ProcessHandle worker) {
        try {
            worker.onExit().get(NOTING_FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException stays) {
            LOG.debug("worker {} does not end", worker.pid(), stays);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
