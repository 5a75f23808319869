package vn.toancanh.ptz.stick;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Handle;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;

/** Sticks that come, are moved, and go. */
class SticksTest {
    private static final StickMapping MAPPING = StickMapping.parse(
            "pan=0/+/0.10/1.0/0.00 tilt=1/-/0.10/1.0/0.00 zoom=2/+/0.10/1.0/0.00 1=preset:4 2=modifier 3=nearer 4=home 4up=stop 5=farther");
    private static final double[] REST = {0, 0, 0};

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeSticks fake = new FakeSticks();
    private final Sticks sticks = make(Map.of());

    private Sticks make(Map<String, StickMapping> chosen) {
        Sticks made = new Sticks(() -> Optional.of(fake), lane, clock, any -> MAPPING, chosen, fake);
        made.begin();
        return made;
    }

    private Stick atRest(int number) {
        Stick stick = fake.plug(number, FakeSticks.MODEL, REST);
        wait(300);
        return stick;
    }

    private void wait(int millis) {
        lane.advance(Duration.ofMillis(millis));
    }

    private void put(Stick stick, double pan, double tilt, double zoom, int... buttons) {
        fake.put(stick, new double[] {pan, tilt, zoom}, buttons);
        wait(4);
    }

    @Test
    void aStickIsFoundMovesAllAxesTogetherAndStandsWhenItIsLetGo() {
        Stick stick = atRest(1);
        put(stick, 1, 0, 0);
        put(stick, 1, -1, 0.6);
        long moved = clock.nanos();
        assertThat(clock.nanos() - fake.heardNanos)
                .isLessThanOrEqualTo(Duration.ofMillis(4).toNanos());
        put(stick, 0.05, 0, 0);
        assertThat(fake.story).containsExactly("1 came", "1 1.00 0.00 0.00", "1 1.00 1.00 0.58", "1 0.00 0.00 0.00");
        assertThat(fake.heardNanos).isGreaterThan(moved - Duration.ofMillis(4).toNanos());
    }

    @Test
    void itIsLookedAtAtLeastTwoHundredTimesASecondAndSeldomWhileThereIsNone() {
        wait(1000);
        assertThat(fake.polls).isLessThan(10);
        atRest(1);
        int before = fake.polls;
        wait(1000);
        assertThat(fake.polls - before).isGreaterThanOrEqualTo(200);
    }

    @Test
    void whatTremblesIsNotToldAgainAndWhatCreepsIs() {
        Stick stick = atRest(1);
        put(stick, 0.5, 0, 0);
        for (int i = 0; i < 50; i++) {
            put(stick, 0.5 + (i % 3 - 1) * 0.008, 0, 0);
        }
        assertThat(fake.story).hasSize(2);
        for (int i = 0; i < 50; i++) {
            put(stick, 0.5 + i * 0.005, 0, 0);
        }
        assertThat(fake.story).hasSizeGreaterThan(10);
    }

    @Test
    void aStickThatVanishesWhileItIsDeflectedIsLetGoAtOnce() {
        Stick stick = atRest(1);
        put(stick, 0, 1, 0, 4);
        fake.pull(stick);
        wait(4);
        assertThat(fake.story)
                .containsExactly("1 came", "1 0.00 -1.00 0.00", "1 home", "1 0.00 0.00 0.00", "1 stop", "1 left");
    }

    @Test
    void oneThatCannotBeLookedAtAnyMoreIsLetGoAndComesBack() {
        Stick stick = atRest(1);
        put(stick, 1, 0, 0);
        fake.broken = true;
        wait(4);
        assertThat(fake.story).endsWith("1 0.00 0.00 0.00", "1 left");
        fake.broken = false;
        wait(300);
        assertThat(fake.story).as("it is still deflected").endsWith("1 left", "1 came");
        put(stick, 0, 0, 0);
        put(stick, 1, 0, 0);
        assertThat(fake.story).endsWith("1 came", "1 1.00 0.00 0.00");
    }

    @Test
    void severalSticksMoveEachByItself() {
        Stick one = atRest(1);
        Stick other = atRest(2);
        put(one, 1, 0, 0);
        put(other, 0, 0, -1);
        fake.pull(one);
        wait(4);
        put(other, 0, 0, 0);
        assertThat(fake.story)
                .containsExactly(
                        "1 came",
                        "2 came",
                        "1 1.00 0.00 0.00",
                        "2 0.00 0.00 -1.00",
                        "1 0.00 0.00 0.00",
                        "1 left",
                        "2 0.00 0.00 0.00");
    }

    @Test
    void aStickThatComesDeflectedMovesNothingBeforeItWasAtRest() {
        Stick stick = fake.plug(1, FakeSticks.MODEL, 0.9, 0, 0);
        wait(5000);
        assertThat(fake.story).containsExactly("1 came");
        put(stick, 0.9, 1, 0);
        assertThat(fake.story).as("the other axis was at rest").endsWith("1 0.00 -1.00 0.00");
        put(stick, 0, 0, 0);
        put(stick, 0.9, 0, 0);
        assertThat(fake.story).endsWith("1 0.89 0.00 0.00");
    }

    @Test
    void aWornStickRestsWhereItStandsStillWhenItComes() {
        Stick stick = fake.plug(1, FakeSticks.MODEL, 0.22, 0, 0);
        wait(1300);
        put(stick, 1, 0, 0);
        put(stick, 0.25, 0, 0);
        wait(3000);
        assertThat(fake.story).containsExactly("1 came", "1 1.00 0.00 0.00", "1 0.00 0.00 0.00");
    }

    @Test
    void aHeadThatCreepsByADriftingStickStandsAfterAWhileAndMovesNothingWhenItWasAHand() {
        Stick stick = atRest(1);
        put(stick, 0.2, 0, 0);
        wait(19_000);
        assertThat(fake.story).hasSize(2);
        wait(1_500);
        assertThat(fake.story).endsWith("1 0.00 0.00 0.00").hasSize(3);
        put(stick, 0, 0, 0);
        wait(500);
        assertThat(fake.story).as("let go by a hand").hasSize(3);
        wait(1_500);
        put(stick, 0.2, 0, 0);
        assertThat(fake.story).as("forgotten, since it came back").hasSize(4);
    }

    @Test
    void whatIsHeldFarIsNoDrift() {
        Stick stick = atRest(1);
        put(stick, 0.5, 0, 0);
        wait(60_000);
        assertThat(fake.story).hasSize(2);
    }

    @Test
    void aStickWithoutAxesHasButtons() {
        Stick stick = fake.plug(1, FakeSticks.MODEL);
        wait(300);
        fake.put(stick, new double[0], 1, 3);
        wait(4);
        fake.put(stick, new double[0]);
        wait(4);
        assertThat(fake.story).containsExactly("1 came", "1 0.00 0.00 0.50", "1 preset:4", "1 0.00 0.00 0.00");
    }

    @Test
    void buttonsDoOnceWhatTheyDoAndOneThatIsDownAtFirstDoesNothing() {
        Stick stick = fake.plug(1, FakeSticks.MODEL, REST);
        fake.put(stick, REST, 1, 4);
        wait(1000);
        put(stick, 0, 0, 0);
        assertThat(fake.story).containsExactly("1 came");
        put(stick, 0, 0, 0, 1, 4);
        wait(1000);
        put(stick, 0, 0, 0);
        assertThat(fake.story).containsExactly("1 came", "1 preset:4", "1 home", "1 stop");
    }

    @Test
    void buttonsZoomAsLongAsTheyAreHeldAndTheAxisOutranksThem() {
        Stick stick = atRest(1);
        put(stick, 0, 0, 0, 3);
        put(stick, 0, 0, 0, 3, 5);
        put(stick, 0, 0, 0, 5);
        put(stick, 0, 0, 1, 5);
        put(stick, 0, 0, 0);
        assertThat(fake.story)
                .containsExactly(
                        "1 came",
                        "1 0.00 0.00 0.50",
                        "1 0.00 0.00 0.00",
                        "1 0.00 0.00 -0.50",
                        "1 0.00 0.00 1.00",
                        "1 0.00 0.00 0.00");
    }

    @Test
    void withTheModifierItStepsFromTileToTileAndTheHeadStands() {
        Stick stick = atRest(1);
        put(stick, 1, 0, 0);
        put(stick, 1, 0, 0, 2);
        wait(1000);
        assertThat(fake.story)
                .as("it was not let go yet")
                .containsExactly("1 came", "1 1.00 0.00 0.00", "1 0.00 0.00 0.00");
        fake.story.clear();
        put(stick, 0, 0, 0, 2);
        put(stick, 0.9, 0.1, 0, 2);
        wait(850);
        put(stick, 0, 1, 0, 2);
        put(stick, 0, 0, 0, 2);
        put(stick, 0, -1, 1, 2);
        assertThat(fake.story)
                .containsExactly("1 steps 1 0", "1 steps 1 0", "1 steps 1 0", "1 steps 0 1", "1 steps 0 -1");
        fake.story.clear();
        put(stick, 0, -1, 0);
        wait(1000);
        assertThat(fake.story).as("not let go since").isEmpty();
        put(stick, 0, 0, 0);
        put(stick, 0, -1, 0);
        assertThat(fake.story).containsExactly("1 0.00 1.00 0.00");
    }

    @Test
    void whileSomebodyTriesThemSticksSteerNothing() {
        Stick stick = atRest(1);
        List<Double> seen = new ArrayList<>();
        put(stick, 1, 0, 0);
        Handle watching = sticks.watch(
                look -> look.readings().forEach(each -> seen.add(each.state().axis(0))));
        wait(4);
        put(stick, 0.5, 0, 0, 1);
        assertThat(fake.story).endsWith("1 1.00 0.00 0.00", "1 0.00 0.00 0.00");
        assertThat(seen).contains(1.0, 0.5);
        watching.close();
        wait(40);
        assertThat(fake.story).as("still deflected").hasSize(3);
        put(stick, 0, 0, 0);
        put(stick, 1, 0, 0);
        assertThat(fake.story).endsWith("1 1.00 0.00 0.00").hasSize(4);
    }

    @Test
    void whatWasChosenHoldsAlsoAfterPluggingAgainAndForThatModelOnly() {
        Stick stick = atRest(1);
        Stick another = fake.plug(2, "068e:005b", REST);
        wait(100);
        put(stick, 1, 0, 0);
        StickMapping other = StickMapping.parse("pan=0/-/0.10/1.0/0.00 tilt=none zoom=none");
        sticks.map(FakeSticks.MODEL, other);
        wait(40);
        assertThat(fake.story).as("let go").endsWith("1 1.00 0.00 0.00", "1 0.00 0.00 0.00");
        put(stick, 0, 0, 0);
        put(stick, 1, 0, 0);
        put(another, 1, 0, 0);
        assertThat(fake.story).endsWith("1 -1.00 0.00 0.00", "2 1.00 0.00 0.00");
        fake.pull(stick);
        wait(4);
        Stick again = atRest(3);
        put(again, 1, 0, 0);
        assertThat(fake.story).endsWith("3 came", "3 -1.00 0.00 0.00");
    }

    @Test
    void whatWasChosenBeforeHoldsFromTheBeginning() {
        sticks.close();
        lane.runReady();
        StickMapping other = StickMapping.parse("pan=0/-/0.10/1.0/0.00 tilt=none zoom=none");
        make(Map.of(FakeSticks.MODEL, other));
        Stick stick = atRest(1);
        put(stick, 1, 0, 0);
        assertThat(fake.story).containsExactly("1 came", "1 -1.00 0.00 0.00");
    }

    @Test
    void aListenerThatFailsEndsNoPolling() {
        Stick stick = atRest(1);
        fake.deaf = true;
        try {
            put(stick, 1, 0, 0);
        } catch (IllegalStateException heard) {
            assertThat(heard).hasMessage("a listener fails");
        }
        fake.deaf = false;
        put(stick, 0, 0, 0);
        assertThat(fake.story).endsWith("1 0.00 0.00 0.00");
    }

    @Test
    void atTheEndWhatIsDeflectedIsLetGo() {
        Stick stick = atRest(1);
        put(stick, 1, 0, 0);
        sticks.close();
        lane.runReady();
        assertThat(fake.story).endsWith("1 0.00 0.00 0.00", "1 left");
        assertThat(fake.closed).isTrue();
        int before = fake.polls;
        wait(1000);
        assertThat(fake.polls).isEqualTo(before);
    }

    @Test
    void whatEndsBeforeItBeganOpensNothing() {
        List<String> opened = new ArrayList<>();
        Sticks late = new Sticks(
                () -> {
                    opened.add("opened");
                    return Optional.empty();
                },
                lane,
                clock,
                any -> MAPPING,
                Map.of(),
                fake);
        late.close();
        late.begin();
        wait(1000);
        assertThat(opened).isEmpty();
    }

    @Test
    void withoutSticksOfTheMachineThereAreNone() {
        Sticks none = new Sticks(Optional::empty, lane, clock, any -> MAPPING, Map.of(), fake);
        none.begin();
        none.watch(look -> fake.story.add("seen"));
        assertThat(none.areRead()).isFalse();
        wait(1000);
        none.map(FakeSticks.MODEL, MAPPING);
        none.close();
        lane.runReady();
        assertThat(fake.story).isEmpty();
    }
}
