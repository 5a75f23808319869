package vn.toancanh.pool;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.live.PlayRequest;
import vn.toancanh.live.Player;

/** A pool with real workers and lanes of its own, for a test that is no lane. */
final class RealPool implements AutoCloseable {
    final ThreadLane desk = new ThreadLane("DESK");
    final DecoderPool pool;
    private final ThreadLane lane = new ThreadLane("POOL");
    private final List<Player> opened = new CopyOnWriteArrayList<>();

    /** @param logs where workers write what libVLC says */
    RealPool(Path logs) {
        this(logs, ChildJvm.asThisOne()::workerFlags);
    }

    /** @param flags of a worker's JVM, by its number */
    RealPool(Path logs, IntFunction<List<String>> flags) {
        pool = ClientToBeKilled.newPool(desk, lane, logs, flags);
    }

    /** Opens it on the desk, and waits for the player, not for its picture. */
    Player open(PlayRequest request, Player.Listener listener) {
        CompletableFuture<Player> player = new CompletableFuture<>();
        desk.execute(() -> player.complete(pool.open(request, listener)));
        opened.add(player.join());
        return player.join();
    }

    /** Closes what was opened, so that the next test finds workers that play nothing. */
    void clear() {
        List<Player> over = List.copyOf(opened);
        opened.clear();
        desk.execute(() -> over.forEach(Player::close));
        Patience.until("nothing plays", () -> pool.workers().stream().allMatch(worker -> worker.streams() == 0));
    }

    /** Of workers that have a process. */
    List<Long> pids() {
        return pool.workers().stream()
                .map(WorkerFacts::pid)
                .filter(pid -> pid > 0)
                .toList();
    }

    /** Ends the workers, and waits until their processes are gone. */
    @Override
    public void close() {
        List<Long> pids = pids();
        pool.close();
        Patience.until("workers are gone", () -> pids.stream().noneMatch(Patience::lives));
        lane.close();
        desk.close();
    }
}
