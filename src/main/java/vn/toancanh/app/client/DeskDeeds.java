package vn.toancanh.app.client;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.SessionState;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Lane;
import vn.toancanh.deeds.DeedLog;
import vn.toancanh.deeds.DeedOwner;
import vn.toancanh.deeds.DeedSender;
import vn.toancanh.deeds.DeedStore;
import vn.toancanh.desk.Notices;

/** What is done at this desk, noted for whoever is signed in. Lane: DESK. */
final class DeskDeeds {
    private final DeedLog log;
    private @Nullable DeedOwner owner;

    /** @param notices told what the server would not have */
    DeskDeeds(Lane desk, Clock clock, DeedStore store, DeedSender sender, Consumer<Notices.Notice> notices) {
        log = new DeedLog(
                desk,
                clock,
                store,
                sender,
                UUID::randomUUID,
                RandomGenerator.getDefault(),
                refused -> notices.accept(new Notices.Notice("client.deedsRefused", List.of(refused))));
    }

    DeedLog log() {
        return log;
    }

    /** Another session state: what one saw is seen no more where another comes, and what is on show is seen by the other. */
    void follow(SessionState state, List<WallOnScreen> walls) {
        @Nullable
        DeedOwner next = state.signedIn()
                .map(session -> new DeedOwner(session.server(), session.user()))
                .orElse(null);
        boolean another = !Objects.equals(next, owner);
        if (another) {
            walls.forEach(wall -> wall.shown().leave());
        }
        owner = next;
        log.follow(next, state.connection().isOnline());
        if (another) {
            walls.forEach(wall -> wall.shown().look());
        }
    }
}
