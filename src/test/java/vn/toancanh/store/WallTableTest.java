package vn.toancanh.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Clock;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.WallMemory;

/** At which server a kept wall stood. */
class WallTableTest {
    private record Told(Optional<Layout> wall, boolean here) {}

    private static final Layout WALL = new Layout(null, "w", Layout.Scope.PRIVATE, new Grid(1, 1), List.of(), 0);

    private final ThreadLane desk = new ThreadLane("DESK");
    private Optional<URI> server = Optional.empty();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        desk.close();
    }

    private Told afterAStart() {
        try (ClientDatabase database = ClientDatabase.open(folder, desk, Clock.SYSTEM, failure -> {})) {
            CompletableFuture<Told> answer = new CompletableFuture<>();
            database.walls(2, () -> server).loadHere((wall, here) -> answer.complete(new Told(wall, here)));
            return answer.orTimeout(60, TimeUnit.SECONDS).join();
        }
    }

    private void keep(boolean knowing) {
        try (ClientDatabase database = ClientDatabase.open(folder, desk, Clock.SYSTEM, failure -> {})) {
            WallMemory walls = knowing ? database.walls(2, () -> server) : database.walls(2);
            walls.save(WALL);
        }
    }

    @Test
    void aWallIsKnownFromOneOfAnotherCity() {
        server = Optional.of(URI.create("https://a"));
        assertThat(afterAStart()).isEqualTo(new Told(Optional.empty(), false));
        keep(true);
        assertThat(afterAStart()).isEqualTo(new Told(Optional.of(WALL), true));
        server = Optional.of(URI.create("https://b"));
        assertThat(afterAStart()).isEqualTo(new Told(Optional.empty(), false));
        server = Optional.empty();
        assertThat(afterAStart()).as("nobody knows yet").isEqualTo(new Told(Optional.of(WALL), false));
        keep(true);
        server = Optional.of(URI.create("https://a"));
        assertThat(afterAStart()).as("kept while nobody was signed in").isEqualTo(new Told(Optional.of(WALL), true));
        keep(false);
        assertThat(afterAStart()).isEqualTo(new Told(Optional.of(WALL), true));
    }

    @Test
    void ofAWallFromBeforeItsCamerasMustTell() {
        keep(false);
        server = Optional.of(URI.create("https://a"));
        assertThat(afterAStart()).isEqualTo(new Told(Optional.of(WALL), false));
    }
}
