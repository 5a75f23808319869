package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import vn.toancanh.deeds.Deed;
import vn.toancanh.deeds.DeedLog;
import vn.toancanh.deeds.DeedOwner;
import vn.toancanh.deeds.DeedStore;
import vn.toancanh.live.LiveRig;
import vn.toancanh.live.LiveWall;

class NoteShownTest {
    private final LiveRig rig = new LiveRig();
    private final List<String> noted = new ArrayList<>();
    private final DeedLog log = new DeedLog(
            rig.desk, rig.clock, new Notes(), (deeds, answer) -> {}, UUID::randomUUID, new Random(1), count -> {});
    private final NoteShown notes = new NoteShown(rig.desk, rig.clock, rig.wall, log);

    /** Writes down what is appended. */
    private final class Notes implements DeedStore {
        @Override
        public void append(DeedOwner owner, Deed deed) {
            String seconds = deed.facts().getOrDefault("seconds", "");
            noted.add(deed.action() + " " + deed.subject() + " in "
                    + deed.facts().get("tile") + (seconds.isEmpty() ? "" : " for " + seconds));
        }

        @Override
        public void oldest(DeedOwner owner, boolean notes, int most, Consumer<List<Deed>> answer) {}

        @Override
        public void remove(Set<UUID> ids) {}

        @Override
        public void setAside(Set<UUID> ids) {}

        @Override
        public void count(DeedOwner owner, IntConsumer answer) {}
    }

    NoteShownTest() {
        log.follow(new DeedOwner(URI.create("https://a"), "anna"), false);
    }

    @Test
    void aCameraIsSeenFromItsFirstPictureUntilItLeavesTheWall() {
        rig.show("c1", "");
        assertThat(noted).as("it opens only").isEmpty();
        rig.play(Duration.ofSeconds(5));
        assertThat(noted).containsExactly("desk.shown camera/c1 in 1");
        rig.show("", "c2");
        rig.play(Duration.ofSeconds(1));
        assertThat(noted)
                .containsExactly(
                        "desk.shown camera/c1 in 1", "desk.left camera/c1 in 1 for 4", "desk.shown camera/c2 in 2");
    }

    @Test
    void aStreamThatIsOpenedAnewIsStillTheSameSight() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(5));
        rig.breakOff();
        rig.play(Duration.ofSeconds(20));
        assertThat(noted).containsExactly("desk.shown camera/c1 in 1");
    }

    @Test
    void aCameraThatMovesOnTheWallStays() {
        rig.show("c1", "c2");
        rig.play(Duration.ofSeconds(5));
        rig.wall.rearrange(
                List.of(new LiveWall.Slot(LiveRig.content("c2"), 1), new LiveWall.Slot(LiveRig.content("c1"), 0)));
        rig.play(Duration.ofSeconds(1));
        assertThat(noted).hasSize(2);
    }

    @Test
    void whoeverTakesTheSeatSeesWhatIsOnShow() {
        rig.show("c1");
        rig.play(Duration.ofSeconds(3));
        notes.leave();
        notes.look();
        assertThat(noted)
                .containsExactly(
                        "desk.shown camera/c1 in 1", "desk.left camera/c1 in 1 for 2", "desk.shown camera/c1 in 1");
    }

    @Test
    void whatIsSeenWhenTheWallClosesIsSeenNoMore() {
        rig.show("c1", "c2");
        rig.play(Duration.ofSeconds(3));
        noted.clear();
        notes.close();
        assertThat(noted).containsExactlyInAnyOrder("desk.left camera/c1 in 1 for 2", "desk.left camera/c2 in 2 for 2");
    }
}
