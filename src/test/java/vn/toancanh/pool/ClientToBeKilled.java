package vn.toancanh.pool;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.base.Clock;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.frames.StripFolder;

/** A client that starts workers, says their process and that of a child in its group, as a worker that only begins is, and then does nothing. */
final class ClientToBeKilled {
    private ClientToBeKilled() {}

    static DecoderPool newPool(ThreadLane desk, ThreadLane lane, Path logs, IntFunction<List<String>> flags) {
        ProcessLauncher launcher = new ProcessLauncher(new ProcessLauncher.Setup(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                flags,
                ChildJvm.asThisOne().classes(),
                Path.of(System.getProperty("java.io.tmpdir")),
                logs,
                ProcessLauncher.Setup.USUAL_FAREWELL));
        StripFolder strips = StripFolder.ofMachine(System.getenv(), System.getProperty("java.io.tmpdir"));
        return new DecoderPool(desk, lane, Clock.SYSTEM, strips, launcher, PoolOptions.forCores(2), new Random(1));
    }

    public static void main(String[] arguments) throws InterruptedException, IOException {
        ThreadLane desk = new ThreadLane("DESK");
        ThreadLane lane = new ThreadLane("POOL");
        DecoderPool pool = newPool(desk, lane, Path.of(arguments[0]), ChildJvm.asThisOne()::workerFlags);
        pool.warmUp(Duration.ZERO);
        System.out.println("child " + new ProcessBuilder("sleep", "60").start().pid());
        while (true) {
            pool.workers().stream()
                    .filter(worker -> worker.state() == WorkerFacts.State.READY)
                    .forEach(worker -> System.out.println("worker " + worker.pid()));
            Thread.sleep(200);
        }
    }
}
