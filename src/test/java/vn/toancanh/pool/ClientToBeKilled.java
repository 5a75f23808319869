package vn.toancanh.pool;

import java.nio.file.Path;
import vn.toancanh.base.ThreadLane;

/** A client that starts workers, says their process and then does nothing. */
final class ClientToBeKilled {
    private ClientToBeKilled() {}

    public static void main(String[] arguments) throws InterruptedException {
        ThreadLane desk = new ThreadLane("DESK");
        ThreadLane lane = new ThreadLane("POOL");
        DecoderPool pool = WorkersPlayTest.newPool(desk, lane, Path.of(arguments[0]));
        pool.warmUp();
        while (true) {
            pool.workers().stream()
                    .filter(worker -> worker.state() == WorkerFacts.State.READY)
                    .forEach(worker -> System.out.println("worker " + worker.pid()));
            Thread.sleep(200);
        }
    }
}
