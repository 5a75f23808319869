package vn.toancanh.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmStep;

class ReportingTest {
    private static final Instant BEGAN = Instant.parse("2026-11-25T15:00:00Z");

    private final List<Note> notes = new ArrayList<>();

    private void at(Duration since, Happening what, String subject, String words, long seconds) {
        notes.add(new Note(BEGAN.plus(since), what, subject, words, seconds));
    }

    private void at(int minutes, Happening what, String subject, long seconds) {
        at(Duration.ofMinutes(minutes), what, subject, "Tên " + subject, seconds);
    }

    private Report after(Duration since) {
        return Reporting.of(
                new Shift(new UUID(0, 1), BEGAN, false, notes),
                BEGAN.plus(since),
                Optional.of(List.of()),
                List.of(new StandingWall(1, 1, Map.of()), new StandingWall(2, 2, Map.of())));
    }

    @Test
    void theCamerasThatAreStillLostStandFirstAndThenThoseThatWereLostForLongest() {
        at(10, Happening.CAMERA_LOST, "short", 10);
        at(11, Happening.CAMERA_FOUND, "short", 70);
        at(20, Happening.CAMERA_LOST, "long", 10);
        at(80, Happening.CAMERA_FOUND, "long", 3610);
        at(90, Happening.CAMERA_LOST, "short", 10);
        at(91, Happening.CAMERA_FOUND, "short", 70);
        at(118, Happening.CAMERA_LOST, "still", 10);
        at(110, Happening.CAMERA_LOST, "longer still", 10);
        Report report = after(Duration.ofHours(2));
        assertThat(report.cameras())
                .extracting(Report.LostCamera::cameraId)
                .containsExactly("longer still", "still", "long", "short");
        Report.LostCamera twice = report.cameras().getLast();
        assertThat(twice.times()).isEqualTo(2);
        assertThat(twice.seconds()).isEqualTo(140);
        assertThat(twice.name()).isEqualTo("Tên short");
        assertThat(twice.firstAt())
                .as("when it was lost, not when that was noticed")
                .isEqualTo(BEGAN.plusSeconds(590));
        assertThat(report.cameras().get(1).seconds()).isEqualTo(130);
        assertThat(report.counts().cameras()).isEqualTo(4);
        assertThat(report.counts().losses()).isEqualTo(5);
        assertThat(report.counts().stillLost()).isEqualTo(2);
    }

    @Test
    void aShiftOverMidnightCountsOn() {
        Duration beforeMidnight = Duration.ofMinutes(119);
        at(beforeMidnight, Happening.CAMERA_LOST, "a", "A", Note.UNKNOWN);
        at(Duration.ofMinutes(150), Happening.CAMERA_FOUND, "a", "A", Note.UNKNOWN);
        Report report = after(Duration.ofHours(8));
        assertThat(report.cameras().getFirst().seconds()).isEqualTo(31 * 60);
        assertThat(report.beganAt()).isEqualTo(BEGAN);
        assertThat(report.endedAt()).isEqualTo(BEGAN.plus(Duration.ofHours(8)));
    }

    @Test
    void whereTheClockWasSetBackNothingEndsBeforeItBeganOrIsCountedBackwards() {
        at(60, Happening.CAMERA_LOST, "a", Note.UNKNOWN);
        at(10, Happening.CLOCK_SET, "", -3600);
        at(12, Happening.CAMERA_FOUND, "a", Note.UNKNOWN);
        at(13, Happening.CAMERA_LOST, "b", Note.UNKNOWN);
        Report report = after(Duration.ofMinutes(-5));
        assertThat(report.endedAt()).isEqualTo(BEGAN.plus(Duration.ofMinutes(60)));
        assertThat(report.cameras()).allMatch(camera -> camera.seconds() == 0);
        assertThat(report.turns()).extracting(Report.Turn::seconds).containsExactly(-3600L);
    }

    @Test
    void whatWasCountedIsBelievedBeforeTheClock() {
        at(60, Happening.CAMERA_LOST, "a", 10);
        at(10, Happening.CAMERA_FOUND, "a", 300);
        assertThat(after(Duration.ofHours(2)).cameras().getFirst().seconds()).isEqualTo(300);
    }

    @Test
    void layoutsWallsAndAlarmsAreCountedByNameAndWindow() {
        at(1, Happening.LAYOUT_OPENED, "l1", Note.UNKNOWN);
        at(2, Happening.WALL_CHANGED, "2", Note.UNKNOWN);
        at(3, Happening.WALL_CHANGED, "1", Note.UNKNOWN);
        at(4, Happening.WALL_CHANGED, "2", Note.UNKNOWN);
        at(5, Happening.LAYOUT_SAVED, "l1", Note.UNKNOWN);
        at(6, Happening.ALARM_ACCEPTED, "k", Note.UNKNOWN);
        at(7, Happening.ALARM_CLOSED, "k", Note.UNKNOWN);
        Report report = after(Duration.ofHours(1));
        assertThat(report.layouts())
                .containsExactly(new Report.UsedLayout("Tên l1", 1, 1, BEGAN.plus(Duration.ofMinutes(5))));
        assertThat(report.walls())
                .extracting(Report.ChangedWall::window, Report.ChangedWall::changes)
                .containsExactly(tuple(1, 1), tuple(2, 2));
        assertThat(report.doneAlarms()).extracting(Report.DoneAlarm::closed).containsExactly(false, true);
        assertThat(report.counts().wallChanges()).isEqualTo(3);
        assertThat(report.quiet()).isFalse();
    }

    private void stood(String subject, String words) {
        notes.add(new Note(BEGAN, Happening.CAMERA_STOOD, subject, words, Note.UNKNOWN));
    }

    @Test
    void whatStandsOtherwiseThanBeforeTheFirstChangeIsToldWindowByWindow() {
        stood("1", "");
        stood("1 a", "Cầu");
        stood("1 b", "Ngã tư");
        stood("3", "");
        stood("3 d", "Ngõ");
        // noted once more while what is kept was being read
        stood("1", "");
        stood("1 z", "Sau");
        Map<String, String> now = new LinkedHashMap<>();
        now.put("c", "Hầm");
        now.put("b", "Ngã tư (mới)");
        List<StandingWall> standing =
                List.of(new StandingWall(1, 1, now), new StandingWall(2, 2, Map.of("x", "Nobody changed it")));
        Report report = Reporting.of(new Shift(new UUID(0, 1), BEGAN, false, notes), BEGAN, Optional.empty(), standing);
        assertThat(report.moved())
                .containsExactly(
                        new Report.MovedCamera(1, "c", "Hầm", true),
                        new Report.MovedCamera(1, "a", "Cầu", false),
                        new Report.MovedCamera(Report.CLOSED, "d", "Ngõ", false));
    }

    @Test
    void aWindowIsItselfWhateverItsNumberIsOnceOneBeforeItWasClosed() {
        for (String window : List.of("7", "9")) {
            stood(window, "");
            at(2, Happening.WALL_CHANGED, window, Note.UNKNOWN);
        }
        stood("7 a", "Cầu");
        stood("9 c", "Ngõ");
        at(3, Happening.WALL_CHANGED, "9", Note.UNKNOWN);
        at(4, Happening.WALL_CHANGED, "7", Note.UNKNOWN);
        Map<String, String> third = Map.of("d", "Hầm");
        Report report = Reporting.of(
                new Shift(new UUID(0, 1), BEGAN, false, notes),
                BEGAN.plusSeconds(600),
                Optional.empty(),
                List.of(new StandingWall(1, 1, Map.of("m", "Chính")), new StandingWall(9, 2, third)));
        assertThat(report.moved())
                .containsExactly(
                        new Report.MovedCamera(2, "d", "Hầm", true),
                        new Report.MovedCamera(2, "c", "Ngõ", false),
                        new Report.MovedCamera(Report.CLOSED, "a", "Cầu", false));
        assertThat(report.walls())
                .extracting(Report.ChangedWall::window, Report.ChangedWall::changes)
                .containsExactly(tuple(2, 2), tuple(Report.CLOSED, 2));
    }

    @Test
    void beyondWhatIsListedCamerasThatCameOrWentAreCounted() {
        stood("1", "");
        IntStream.range(0, Report.MOST_MOVED + 88).forEach(i -> stood("1 c" + i, "Camera " + i));
        Report report = after(Duration.ofHours(1));
        assertThat(report.moved()).hasSize(Report.MOST_MOVED);
        assertThat(report.movedMore()).isEqualTo(88);
    }

    @Test
    void wallsOfTheCityAreCountedByNameWithWhatTheyWereToldLast() {
        at(1, Happening.WALL_TOLD, "Phòng trực", Note.UNKNOWN);
        at(2, Happening.WALL_TOLD, "Sảnh", Note.UNKNOWN);
        at(3, Happening.WALL_TOLD, "Phòng trực", Note.UNKNOWN);
        Report report = after(Duration.ofHours(1));
        assertThat(report.toldWalls())
                .containsExactly(
                        new Report.ToldWall("Phòng trực", 2, "Tên Phòng trực", BEGAN.plus(Duration.ofMinutes(3))),
                        new Report.ToldWall("Sảnh", 1, "Tên Sảnh", BEGAN.plus(Duration.ofMinutes(2))));
        assertThat(report.quiet()).isFalse();
    }

    @Test
    void whatStandsByThisDeskAtTheEndIsListedAndWhatWasEndedIsNot() {
        at(1, Happening.WALL_HELD, "truc", Note.UNKNOWN);
        at(2, Happening.WALL_SHOWN, "truc", Note.UNKNOWN);
        at(3, Happening.WALL_HELD, "sanh", 3_600);
        at(4, Happening.WALL_HELD, "kho", Note.UNKNOWN);
        at(5, Happening.WALL_LEFT, "kho", Note.UNKNOWN);
        at(6, Happening.WALL_SHOWN, "kho", Note.UNKNOWN);
        at(10, Happening.HEAD_RESERVED, "c1", 3_600);
        at(30, Happening.HEAD_RESERVED, "c1", 3_600);
        at(11, Happening.HEAD_RESERVED, "c2", 3_600);
        at(12, Happening.HEAD_FREED, "c2", Note.UNKNOWN);
        at(13, Happening.HEAD_RESERVED, "c3", 60);
        at(20, Happening.TURNS_STOPPED, "", Note.UNKNOWN);
        Report report = after(Duration.ofHours(1));
        assertThat(report.heldWalls())
                .containsExactly(
                        new Report.HeldWall("Tên truc", "Tên truc", BEGAN.plus(Duration.ofMinutes(1))),
                        new Report.HeldWall("Tên sanh", "", BEGAN.minus(Duration.ofMinutes(57))));
        assertThat(report.reserved())
                .containsExactly(new Report.ReservedHead("c1", "Tên c1", BEGAN.plus(Duration.ofMinutes(90))));
        assertThat(report.stopped()).isEqualTo(new Report.StoppedTurns(BEGAN.plus(Duration.ofMinutes(20)), List.of()));
        assertThat(report.counts().heldWalls()).isEqualTo(2);
        assertThat(report.counts().reserved()).isEqualTo(1);
        assertThat(report.quiet()).isFalse();
        at(50, Happening.SIGNED_OFF, "", Note.UNKNOWN);
        at(51, Happening.TURNS_GO_ON, "", Note.UNKNOWN);
        assertThat(after(Duration.ofHours(1)).reserved()).as("with the session").isEmpty();
        assertThat(after(Duration.ofHours(1)).stopped()).isNull();
        assertThat(after(Duration.ofHours(1)).heldWalls())
                .as("that outlives it")
                .hasSize(2);
    }

    @Test
    void windowsInWhichTurnsWaitAreInTheirOrder() {
        at(20, Happening.TURNS_STOPPED, "", Note.UNKNOWN);
        List<StandingWall> standing = List.of(
                new StandingWall(9, 3, Map.of(), true),
                new StandingWall(1, 1, Map.of(), true),
                new StandingWall(2, 2, Map.of(), false));
        Report report = Reporting.of(
                new Shift(new UUID(0, 1), BEGAN, false, notes), BEGAN.plusSeconds(1_800), Optional.empty(), standing);
        assertThat(report.stopped())
                .isEqualTo(new Report.StoppedTurns(BEGAN.plus(Duration.ofMinutes(20)), List.of(1, 3)));
    }

    @Test
    void whatWasKeptOutsideIsListedAndWhatALaterVersionKeepsIsPassedOver() {
        at(1, Happening.EXPORTED, Export.TRAIL.name(), Note.UNKNOWN);
        at(2, Happening.EXPORTED, "HOLOGRAM", Note.UNKNOWN);
        at(3, Happening.EXPORTED, Export.PAPER.name(), Note.UNKNOWN);
        Report report = after(Duration.ofHours(1));
        assertThat(report.exports())
                .containsExactly(
                        new Report.Exported(Export.TRAIL, "Tên TRAIL", BEGAN.plus(Duration.ofMinutes(1))),
                        new Report.Exported(Export.PAPER, "Tên PAPER", BEGAN.plus(Duration.ofMinutes(3))));
        assertThat(report.counts().exports()).isEqualTo(2);
        assertThat(report.quiet()).isFalse();
    }

    @Test
    void openAlarmsAreThoseThatAreOpenNowOrNobodyKnows() {
        Alarm open = new Alarm(
                new AlarmId("k"), "x", 70, AlarmStep.NEW, List.of(), null, null, "Có khói", "", false, BEGAN, "", 1);
        Shift shift = new Shift(new UUID(0, 1), BEGAN, false, notes);
        Report report = Reporting.of(shift, BEGAN, Optional.of(List.of(open)), List.of());
        assertThat(report.openAlarms().getFirst().accepted()).isFalse();
        assertThat(report.counts().openAlarms()).isEqualTo(1);
        assertThat(Reporting.of(shift, BEGAN, Optional.empty(), List.of())
                        .counts()
                        .openAlarms())
                .isEqualTo(-1);
    }

    @Test
    void aCityThatFellAwayIsCountedWholeAndListedInPart() {
        IntStream.range(0, 300).forEach(i -> at(1, Happening.CAMERA_LOST, "c" + i, 10));
        Report report = after(Duration.ofHours(1));
        assertThat(report.counts().cameras()).isEqualTo(300);
        assertThat(report.cameras()).hasSize(Report.MOST_LINES);
    }

    @Test
    void aQuietShiftIsAReportToo() {
        Report report = after(Duration.ofHours(8));
        assertThat(report.quiet()).isTrue();
        assertThat(report.cameras()).isEmpty();
    }
}
