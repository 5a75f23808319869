package vn.toancanh.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Clock;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.deeds.Deed;
import vn.toancanh.deeds.DeedOwner;
import vn.toancanh.model.SiteId;
import vn.toancanh.shift.HandoverDeed;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.Note;
import vn.toancanh.shift.Shift;
import vn.toancanh.shift.ShiftMemory;
import vn.toancanh.shift.ShiftOwner;

/** A shift comes back as it was noted, whatever became of the program meanwhile. */
class KeptShiftsTest {
    private static final URI SERVER = URI.create("https://a");
    private static final ShiftOwner ANNA = new ShiftOwner(SERVER, "anna");
    private static final ShiftOwner BINH = new ShiftOwner(SERVER, "bình");
    private static final Instant BEGAN = Instant.parse("2026-11-25T23:00:00.123Z");
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    private final ThreadLane desk = new ThreadLane("DESK");

    @TempDir
    Path folder;

    private ClientDatabase database;

    @BeforeEach
    void open() {
        database = ClientDatabase.open(folder, desk, Clock.SYSTEM, failure -> {});
    }

    @AfterEach
    void close() {
        database.close();
        desk.close();
    }

    private static <T> T ask(Consumer<Consumer<T>> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        question.accept(answer::complete);
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private Optional<Shift> shift(ShiftOwner owner) {
        return ask(answer -> database.shifts().load(owner, answer, () -> {}));
    }

    private List<ShiftMemory.Untold> untold(ShiftOwner owner) {
        return ask(answer -> database.shifts().untold(owner, answer));
    }

    private static Note note(String camera, long seconds) {
        return new Note(BEGAN.plusSeconds(60), Happening.CAMERA_LOST, camera, "Ngã tư 'số' 1", seconds);
    }

    @Test
    void notesComeBackInTheirOrderAfterTheProgramIsStartedAgain() {
        database.shifts().begin(ANNA, FIRST, BEGAN, false);
        List<Note> notes = List.of(note("c-2", 10), note("c-1", Note.UNKNOWN), note("c-2", -5));
        notes.forEach(each -> database.shifts().append(FIRST, List.of(each)));
        database.close();
        open();
        assertThat(shift(ANNA)).contains(new Shift(FIRST, BEGAN, false, notes));
        assertThat(shift(BINH)).isEmpty();
    }

    @Test
    void onePersonHasOneShiftAndAnotherHisOwn() {
        database.shifts().begin(ANNA, FIRST, BEGAN, false);
        database.shifts().append(FIRST, List.of(note("c-1", 1)));
        database.shifts().begin(BINH, new UUID(0, 3), BEGAN, false);
        database.shifts().begin(ANNA, SECOND, BEGAN, true);
        assertThat(shift(ANNA)).contains(new Shift(SECOND, BEGAN, true, List.of()));
        database.shifts().append(FIRST, List.of(note("c-9", 1)));
        database.shifts().end(SECOND);
        assertThat(shift(ANNA)).isEmpty();
        assertThat(shift(BINH)).isPresent();
        assertThat(database.trouble())
                .as("a note of a shift that is gone is no trouble")
                .isEmpty();
    }

    @Test
    void whatIsHandedOverIsNeitherOpenNorForgottenUntilTheServerHasIt() {
        database.shifts().begin(ANNA, FIRST, BEGAN, false);
        database.deeds()
                .append(
                        new DeedOwner(SERVER, "anna"),
                        new Deed(
                                FIRST,
                                BEGAN.plusSeconds(3600),
                                HandoverDeed.ACTION,
                                "record/" + FIRST,
                                HandoverDeed.facts(
                                        "Ca đêm", new SiteId("s"), BEGAN, BEGAN.plusSeconds(3600), "{\"a\":1}")));
        database.deeds()
                .append(
                        new DeedOwner(SERVER, "anna"),
                        new Deed(SECOND, BEGAN, "desk.shown", "camera/c-1", Map.of("tile", "1")));
        assertThat(shift(ANNA)).as("the program fell before it was forgotten").isEmpty();
        assertThat(untold(ANNA))
                .containsExactly(new ShiftMemory.Untold(
                        FIRST, BEGAN.plusSeconds(3600), "Ca đêm", BEGAN, BEGAN.plusSeconds(3600), "{\"a\":1}", false));
        assertThat(untold(BINH)).isEmpty();
        database.deeds().setAside(Set.of(FIRST));
        assertThat(untold(ANNA)).extracting(ShiftMemory.Untold::refused).containsExactly(true);
        database.deeds().remove(Set.of(FIRST));
        assertThat(untold(ANNA)).isEmpty();
    }
}
