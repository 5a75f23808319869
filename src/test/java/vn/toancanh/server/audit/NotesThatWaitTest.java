package vn.toancanh.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.store.StoreException;

/** What becomes of notes where the disk is full, or somebody tries to fill it. */
class NotesThatWaitTest {
    @TempDir
    Path folder;

    private AuditRig rig;

    @BeforeEach
    void start() {
        rig = new AuditRig(folder);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private static List<GrantNotes.Granted> grants(int count) {
        List<GrantNotes.Granted> grants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            grants.add(new GrantNotes.Granted("g-" + i, "c-" + i, "sub", "direct"));
        }
        return grants;
    }

    private void fill() {
        long pages = rig.database.read(sql -> sql.number("PRAGMA page_count"));
        rig.database.write(sql -> sql.number("PRAGMA max_page_count = " + pages));
    }

    private void makeRoom() {
        rig.database.write(sql -> sql.number("PRAGMA max_page_count = 1000000"));
    }

    @Test
    void grantsOfOneRequestAreOneEntryEach() {
        GrantNotes notes = new GrantNotes(rig.database, rig.trail, Runnable::run);
        notes.note(AuditRig.WHO, grants(64));
        notes.note(AuditRig.WHO, List.of());
        assertThat(rig.actions()).hasSize(65).endsWith("stream.granted");
        assertThat(rig.check().holds()).isTrue();
    }

    @Test
    void aGrantWaitsForNoDiskUnlessTooManyCome() {
        List<Runnable> later = new ArrayList<>();
        GrantNotes notes = new GrantNotes(rig.database, rig.trail, later::add);
        notes.note(AuditRig.WHO, grants(64));
        assertThat(rig.actions()).hasSize(1);
        assertThat(notes.waiting()).isEqualTo(64);
        for (int i = 0; i < 40; i++) {
            notes.note(AuditRig.WHO, grants(128));
        }
        assertThat(notes.waiting()).isLessThanOrEqualTo(GrantNotes.MOST_WAITING);
        later.forEach(Runnable::run);
        assertThat(notes.waiting()).isZero();
        assertThat(rig.actions()).hasSize(1 + 64 + 40 * 128);
        assertThat(rig.check().holds()).isTrue();
    }

    @Test
    void aFullDiskDarkensNoWallAndLosesNoNoteUntilTooManyWait() {
        GrantNotes notes = new GrantNotes(rig.database, rig.trail, Runnable::run);
        fill();
        int given = 0;
        for (; given < 40; given++) {
            try {
                notes.note(AuditRig.WHO, grants(128));
            } catch (StoreException refused) {
                assertThat(refused.kind()).isEqualTo(StoreException.Kind.FULL);
                break;
            }
        }
        assertThat(given).isEqualTo(32);
        assertThat(notes.waiting()).isGreaterThan(4_000).isLessThanOrEqualTo(GrantNotes.MOST_WAITING);
        notes.catchUp();
        assertThat(notes.waiting()).isGreaterThan(4_000);
        makeRoom();
        notes.catchUp();
        assertThat(notes.waiting()).isZero();
        notes.note(AuditRig.WHO, grants(1));
        assertThat(rig.actions()).hasSize(1 + given * 128 + 1);
        assertThat(rig.check().holds()).isTrue();
    }

    private static Principal session(String id) {
        return new Principal(id, "u-1", "truc.ban", "Trực ban", "operator", List.of(), Instant.MAX, Instant.MAX);
    }

    private int shown(GrantNotes notes) {
        notes.catchUp();
        return (int) rig.actions().stream().filter("alarm.pictureShown"::equals).count();
    }

    /** Going up and down the list of alarms asks for the same picture each time. */
    @Test
    void aPictureThatIsShownAgainIsOneEntryForAWhileAndForEachSession() {
        GrantNotes notes = new GrantNotes(rig.database, rig.trail, later -> {});
        ShownPictures pictures = new ShownPictures(rig.database, rig.trail, notes, rig.clock);
        for (int i = 0; i < 5; i++) {
            pictures.note(session("s-1"), "a-1");
        }
        assertThat(shown(notes)).isEqualTo(1);
        pictures.note(session("s-1"), "a-2");
        pictures.note(session("s-2"), "a-1");
        assertThat(shown(notes)).isEqualTo(3);
        rig.clock.advance(ShownPictures.AGAIN.minusSeconds(1));
        pictures.note(session("s-1"), "a-1");
        assertThat(shown(notes)).isEqualTo(3);
        rig.clock.advance(Duration.ofSeconds(1));
        pictures.note(session("s-1"), "a-1");
        assertThat(shown(notes)).isEqualTo(4);
        for (int i = 0; i < ShownPictures.MOST_KNOWN; i++) {
            pictures.note(session("s-3"), "b-" + i);
        }
        pictures.note(session("s-3"), "b-0");
        assertThat(shown(notes))
                .as("what is known is bounded, and nothing of it unnoted")
                .isEqualTo(4 + ShownPictures.MOST_KNOWN);
        pictures.note(session("s-1"), "a-1");
        assertThat(shown(notes)).isEqualTo(5 + ShownPictures.MOST_KNOWN);
        assertThat(rig.check().holds()).isTrue();
    }

    @Test
    void aFullDiskHidesNoPictureAndLosesNoNoteOfIt() {
        GrantNotes notes = new GrantNotes(rig.database, rig.trail, Runnable::run);
        ShownPictures pictures = new ShownPictures(rig.database, rig.trail, notes, rig.clock);
        fill();
        for (int i = 0; notes.waiting() == 0; i++) {
            pictures.note(session("s-" + i), "a-1");
        }
        int before = shown(notes);
        pictures.note(session("s-x"), "a-1");
        assertThat(notes.waiting()).isEqualTo(2);
        makeRoom();
        assertThat(shown(notes)).isEqualTo(before + 2);
    }

    @Test
    void picturesThatAreLeafedThroughLeaveRoomForGrants() {
        GrantNotes notes = new GrantNotes(rig.database, rig.trail, Runnable::run);
        ShownPictures pictures = new ShownPictures(rig.database, rig.trail, notes, rig.clock);
        fill();
        int shown = 0;
        for (; shown < GrantNotes.MOST_WAITING; shown++) {
            try {
                pictures.note(session("s-1"), "a-" + shown);
            } catch (StoreException refused) {
                assertThat(refused.kind()).isEqualTo(StoreException.Kind.FULL);
                break;
            }
        }
        assertThat(notes.waiting()).isEqualTo(GrantNotes.MOST_PICTURES);
        notes.note(AuditRig.WHO, grants(GrantNotes.MOST_WAITING - GrantNotes.MOST_PICTURES));
        assertThat(notes.waiting()).isEqualTo(GrantNotes.MOST_WAITING);
        makeRoom();
        assertThat(shown(notes)).isEqualTo(shown);
        assertThat(rig.check().holds()).isTrue();
    }

    @Test
    void refusedSignInsAreNotedUpToABoundAndTheRestAreCounted() {
        RefusedSignIns refused = new RefusedSignIns(rig.database, rig.trail, rig.clock);
        for (int i = 0; i < 100; i++) {
            refused.note("ai-do", "10.0.0.1", "x", "badCredentials");
        }
        assertThat(rig.actions()).hasSize(1 + RefusedSignIns.MOST_OF_ONE_ADDRESS);
        refused.note("ai-do", "10.0.0.2", null, "badCredentials");
        assertThat(newestFacts()).contains("\"notNoted\":" + (100 - RefusedSignIns.MOST_OF_ONE_ADDRESS));
        for (int i = 0; i < 500; i++) {
            refused.note("ai-do", "10.0.1." + i, null, "badCredentials");
        }
        assertThat(rig.actions()).hasSize(1 + RefusedSignIns.MOST);
        rig.clock.advance(Duration.ofMinutes(1));
        refused.note("ai-do", "10.0.0.1", null, "badCredentials");
        assertThat(rig.actions()).hasSize(2 + RefusedSignIns.MOST);
        assertThat(rig.check().holds()).isTrue();
    }

    private String newestFacts() {
        return rig.database
                .read(sql -> sql.first("SELECT facts FROM audit ORDER BY seq DESC LIMIT 1", row -> row.getString(1)))
                .orElse("");
    }

    @Test
    void aRefusedSignInOnAFullDiskStaysARefusedSignIn() {
        RefusedSignIns refused = new RefusedSignIns(rig.database, rig.trail, rig.clock);
        fill();
        for (int i = 0; i < 30; i++) {
            refused.note("ai-do", "10.0.0.1", "x".repeat(100), "badCredentials");
        }
        makeRoom();
        refused.note("ai-do", "10.0.0.2", null, "badCredentials");
        assertThat(newestFacts()).contains("notNoted");
    }

    @Test
    void whatCannotBeAUserNameIsNotKept() {
        assertThat(RefusedSignIns.name(" Truc.Ban ")).isEqualTo("truc.ban");
        assertThat(RefusedSignIns.name("mật khẩu của tôi!")).isEqualTo("***");
        assertThat(RefusedSignIns.name("x".repeat(65))).isEqualTo("***");
        assertThat(RefusedSignIns.name("")).isEqualTo("***");
    }

    @Test
    void anAllowanceIsTakenWholeOrNotAtAll() {
        Allowance allowance = new Allowance(10, Duration.ofHours(1), rig.clock);
        assertThat(allowance.take("a", 8)).isTrue();
        assertThat(allowance.take("a", 3)).isFalse();
        assertThat(allowance.take("a", 2)).isTrue();
        assertThat(allowance.take("b", 10)).isTrue();
        rig.clock.advance(Duration.ofHours(1));
        assertThat(allowance.take("a", 10)).isTrue();
    }
}
