package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Handle;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ptz.stick.FakeSticks;
import vn.toancanh.ptz.stick.Stick;
import vn.toancanh.ptz.stick.StickAxis;
import vn.toancanh.ptz.stick.StickDeed;
import vn.toancanh.ptz.stick.StickDeed.Kind;
import vn.toancanh.ptz.stick.StickLearning.Step;
import vn.toancanh.ptz.stick.StickLearning.Trouble;
import vn.toancanh.ptz.stick.StickMapping;
import vn.toancanh.ptz.stick.StickReading;
import vn.toancanh.ptz.stick.Sticks;

/** What sticks do is looked at, changed and taught at the desk. */
class SetUpSticksTest {
    private static final StickMapping USUAL =
            StickMapping.parse("pan=0/+/0.10/1.0/0.00 tilt=1/-/0.10/1.0/0.00 zoom=none 1=home");
    private static final StickMapping OTHER = USUAL.withAxes(StickAxis.NONE, USUAL.tilt(), StickAxis.NONE);

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);

    /** DESK by itself, so that it can hang. */
    private final ManualLane desk = new ManualLane(clock);

    private final FakeSticks fake = new FakeSticks();
    private final Preferences preferences = FreshPreferences.on(desk);
    private final StickMappings mappings = new StickMappings(preferences);
    private final Sticks sticks = new Sticks(() -> Optional.of(fake), lane, clock, any -> USUAL, mappings.all(), fake);
    private final SetUpSticks setUp =
            new SetUpSticks(desk, sticks, mappings, stick -> Optional.of("Axis").filter(any -> stick.axes() == 3));
    private final List<Integer> told = new ArrayList<>();

    @BeforeEach
    void begin() {
        assertThat(setUp.offered()).isFalse();
        sticks.begin();
        wait(4);
    }

    private void wait(int millis) {
        lane.runReady();
        for (int i = 0; i < millis; i += 4) {
            lane.advance(Duration.ofMillis(4));
            desk.advance(Duration.ZERO);
            lane.runReady();
        }
    }

    private Handle watch() {
        Handle watching = setUp.watch(() -> told.add(setUp.readings().size()));
        wait(300);
        return watching;
    }

    private void put(Stick stick, double pan, double tilt, int... buttons) {
        fake.put(stick, new double[] {pan, tilt}, buttons);
        wait(240);
    }

    private List<Integer> numbers() {
        return setUp.readings().stream().map(each -> each.stick().number()).toList();
    }

    @Test
    void sticksAreListedAsTheyComeAndGoAndOneIsLookedAt() {
        assertThat(setUp.offered()).isTrue();
        watch();
        assertThat(told).isNotEmpty();
        assertThat(setUp.touched()).isEmpty();
        Stick one = fake.plug(1, FakeSticks.MODEL, 0, 0);
        Stick two = fake.plug(2, "068e:005b", 0, 0, 0);
        wait(300);
        assertThat(numbers()).containsExactly(1, 2);
        assertThat(setUp.touched().map(StickReading::stick)).contains(one);
        assertThat(setUp.name(one)).isEmpty();
        assertThat(setUp.name(two)).contains("Axis");
        setUp.touch(two);
        wait(100);
        assertThat(setUp.touched().map(StickReading::stick)).contains(two);
        fake.pull(two);
        wait(100);
        assertThat(numbers()).containsExactly(1);
        assertThat(setUp.touched().map(StickReading::stick)).as("the other one").contains(one);
        setUp.touch(two);
        assertThat(setUp.touched().map(StickReading::stick)).as("it is gone").contains(one);
        fake.pull(one);
        wait(100);
        assertThat(setUp.touched()).isEmpty();
    }

    @Test
    void itIsSeenHowItStandsWhatComesOfItAndWhetherItWasAtRest() {
        Stick stick = fake.plug(1, FakeSticks.MODEL, 0.9, 0);
        watch();
        StickReading reading = setUp.touched().orElseThrow();
        assertThat(reading.state().axis(0)).isEqualTo(0.9);
        assertThat(reading.speed().pan()).isEqualTo(USUAL.pan().speed(0.9));
        assertThat(reading.rested()).isFalse();
        put(stick, 0, 1);
        reading = setUp.touched().orElseThrow();
        assertThat(reading.rested()).as("tilt was at rest before").isTrue();
        assertThat(reading.speed().tilt()).isEqualTo(-1);
    }

    @Test
    void whileItIsLookedAtNothingIsSteeredAndAfterwardsNotBeforeItWasAtRest() {
        Stick stick = fake.plug(1, FakeSticks.MODEL, 0, 0);
        wait(300);
        Handle watching = watch();
        put(stick, 1, 0, 1);
        assertThat(fake.story).containsExactly("1 came");
        watching.close();
        wait(100);
        assertThat(fake.story).as("still deflected").containsExactly("1 came");
        int before = told.size();
        put(stick, 0, 0);
        put(stick, 1, 0);
        assertThat(fake.story).endsWith("1 1.00 0.00 0.00");
        assertThat(told).as("nobody looks any more").hasSize(before);
    }

    @Test
    void whatIsChangedHoldsAtOnceForThatModelIsKeptAndPutBack() {
        Stick stick = fake.plug(1, FakeSticks.MODEL, 0, 0);
        watch();
        assertThat(setUp.mapping()).contains(USUAL);
        assertThat(setUp.changed()).isFalse();
        setUp.change(OTHER);
        assertThat(setUp.mapping()).as("before the stick knows it").contains(OTHER);
        assertThat(setUp.changed()).isTrue();
        put(stick, 1, 0);
        assertThat(setUp.touched().orElseThrow().speed().pan()).isZero();
        assertThat(new StickMappings(preferences).all()).containsEntry(FakeSticks.MODEL, OTHER);
        setUp.toDefaults();
        put(stick, 1, 0);
        assertThat(setUp.mapping()).contains(USUAL);
        assertThat(setUp.changed()).isFalse();
        assertThat(setUp.touched().orElseThrow().speed().pan()).isEqualTo(1);
        assertThat(new StickMappings(preferences).all()).isEmpty();
    }

    /** Left alone, to the right by the second axis, upwards by the first, no zoom, and the third button. */
    private StickLesson learn(Stick stick) {
        setUp.teach();
        put(stick, 0, 0);
        wait(1000);
        put(stick, 0, -1);
        put(stick, 0, 0);
        put(stick, 1, 0);
        put(stick, 0, 0);
        setUp.skip();
        put(stick, 0, 0, 3);
        put(stick, 0, 0);
        return setUp.lesson().orElseThrow();
    }

    @Test
    void itIsTaughtTriedAndKept() {
        Stick stick = fake.plug(1, FakeSticks.MODEL, 0, 0);
        watch();
        StickLesson lesson = learn(stick);
        assertThat(lesson.phase()).isEqualTo(StickLesson.Phase.TRYING);
        assertThat(lesson.heard(Step.RIGHT).map(StickAxis::index)).contains(1);
        assertThat(lesson.heard(Step.RIGHT).map(StickAxis::inverted)).contains(true);
        assertThat(lesson.heard(Step.NEARER)).isEmpty();
        put(stick, 1, -1);
        assertThat(lesson.speed().pan()).isEqualTo(1);
        assertThat(lesson.speed().tilt()).isEqualTo(1);
        assertThat(setUp.mapping()).as("nothing holds yet").contains(USUAL);
        setUp.keep();
        assertThat(setUp.lesson()).isEmpty();
        StickMapping kept = new StickMappings(preferences).all().getOrDefault(FakeSticks.MODEL, USUAL);
        assertThat(kept.pan().index()).isEqualTo(1);
        assertThat(kept.pressed())
                .containsEntry(0, StickDeed.of(Kind.HOME))
                .containsEntry(2, StickDeed.of(Kind.MODIFIER));
        assertThat(fake.story).as("it steered nothing").containsExactly("1 came");
    }

    @Test
    void whatIsGivenUpOrLeftHoldsNothing() {
        Stick stick = fake.plug(1, FakeSticks.MODEL, 0, 0);
        Handle watching = watch();
        setUp.teach();
        setUp.keep();
        assertThat(setUp.lesson()).as("it has learned nothing yet").isPresent();
        setUp.giveUp();
        learn(stick);
        setUp.giveUp();
        assertThat(setUp.lesson()).isEmpty();
        learn(stick);
        watching.close();
        assertThat(setUp.lesson()).isEmpty();
        assertThat(mappings.all()).isEmpty();
    }

    @Test
    void aStickThatVanishesEndsTheLessonAlsoWhenItComesBack() {
        Stick stick = fake.plug(1, FakeSticks.MODEL, 0, 0);
        watch();
        StickLesson lesson = learn(stick);
        fake.pull(stick);
        wait(100);
        assertThat(lesson.phase()).isEqualTo(StickLesson.Phase.GONE);
        fake.plug(2, FakeSticks.MODEL, 0, 0);
        wait(300);
        setUp.keep();
        assertThat(setUp.lesson()).contains(lesson);
        assertThat(lesson.learned()).isEmpty();
        assertThat(mappings.all()).isEmpty();
        setUp.giveUp();
        assertThat(setUp.touched().map(each -> each.stick().number())).contains(2);
    }

    @Test
    void aStickThatDriftsIsSaidToAndOneOfWhichTheSystemTellsNothingIsGone() {
        Stick stick = fake.plug(1, FakeSticks.MODEL, 0, 0);
        watch();
        setUp.teach();
        for (int i = 0; i < 200; i++) {
            fake.put(stick, new double[] {Math.sin(i / 10.0) * 0.5, 0});
            wait(8);
        }
        StickLesson lesson = setUp.lesson().orElseThrow();
        assertThat(lesson.step()).isEqualTo(Step.REST);
        assertThat(lesson.trouble()).isEqualTo(Trouble.RESTLESS);
        fake.broken = true;
        wait(300);
        assertThat(lesson.phase()).isEqualTo(StickLesson.Phase.GONE);
    }

    @Test
    void whatIsMovedWhileDeskHangsIsLearnedAllTheSame() {
        Stick stick = fake.plug(1, FakeSticks.MODEL, 0, 0);
        watch();
        setUp.teach();
        wait(1300);
        assertThat(setUp.lesson().orElseThrow().step()).isEqualTo(Step.RIGHT);
        for (double pan : new double[] {1, 0}) {
            fake.put(stick, new double[] {pan, 0});
            lane.advance(Duration.ofMillis(200));
        }
        // The answer to what was asked before it hung comes first.
        wait(100);
        assertThat(setUp.lesson().orElseThrow().step()).isEqualTo(Step.UP);
    }
}
