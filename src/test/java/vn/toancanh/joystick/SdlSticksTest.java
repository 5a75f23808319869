package vn.toancanh.joystick;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lwjgl.sdl.SDLJoystick;
import org.lwjgl.sdl.SDL_VirtualJoystickDesc;
import org.lwjgl.system.MemoryStack;
import vn.toancanh.base.Handle;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.desk.FreshPreferences;
import vn.toancanh.desk.SetUpSticks;
import vn.toancanh.desk.StickLesson;
import vn.toancanh.desk.StickMappings;
import vn.toancanh.ptz.stick.FakeSticks;
import vn.toancanh.ptz.stick.Stick;
import vn.toancanh.ptz.stick.StickLearning;
import vn.toancanh.ptz.stick.StickMapping;
import vn.toancanh.ptz.stick.Sticks;

/** The whole way from SDL's own sticks, which need no device, to what is heard of them. */
@Tag("slow")
class SdlSticksTest {
    private static final short FULL = Short.MAX_VALUE;

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeSticks heard = new FakeSticks();
    private final StickProfiles profiles = StickProfiles.builtIn();
    private final Sticks sticks = new Sticks(SdlSticks::open, lane, clock, profiles::mapping, Map.of(), heard);

    @AfterEach
    void end() {
        sticks.close();
        lane.runReady();
    }

    @BeforeEach
    void begin() {
        sticks.begin();
    }

    private int plug(int vendor, int product, String name, int axes, int buttons) {
        lane.runReady();
        try (MemoryStack stack = MemoryStack.stackPush()) {
            SDL_VirtualJoystickDesc stick = SDL_VirtualJoystickDesc.calloc(stack);
            stick.version(SDL_VirtualJoystickDesc.SIZEOF);
            stick.type((short) SDLJoystick.SDL_JOYSTICK_TYPE_FLIGHT_STICK);
            stick.vendor_id((short) vendor).product_id((short) product);
            stick.naxes((short) axes).nbuttons((short) buttons).nhats((short) 0);
            stick.name(stack.UTF8(name));
            int number = SDLJoystick.SDL_AttachVirtualJoystick(stick);
            assertThat(number).isNotZero();
            wait(300);
            return number;
        }
    }

    private static void axis(int number, int axis, int value) {
        assertThat(SDLJoystick.SDL_SetJoystickVirtualAxis(
                        SDLJoystick.SDL_GetJoystickFromID(number), axis, (short) value))
                .isTrue();
    }

    private static void button(int number, int button, boolean down) {
        assertThat(SDLJoystick.SDL_SetJoystickVirtualButton(SDLJoystick.SDL_GetJoystickFromID(number), button, down))
                .isTrue();
    }

    private void wait(int millis) {
        lane.advance(Duration.ofMillis(millis));
    }

    @Test
    void aKnownStickIsPluggedMovedPressedAndPulledWhileItIsDeflected() {
        int number = plug(0x07c0, 0x1131, "AXIS T8311", 3, 6);
        axis(number, 0, FULL);
        wait(4);
        axis(number, 1, Short.MIN_VALUE);
        axis(number, 2, FULL);
        wait(4);
        button(number, 2, true);
        wait(4);
        button(number, 2, false);
        axis(number, 0, 0);
        wait(4);
        assertThat(SDLJoystick.SDL_DetachVirtualJoystick(number)).isTrue();
        wait(4);
        assertThat(heard.story)
                .containsExactly(
                        number + " came",
                        number + " 1.00 0.00 0.00",
                        number + " 1.00 1.00 1.00",
                        number + " preset:3",
                        number + " 0.00 1.00 1.00",
                        number + " 0.00 0.00 0.00",
                        number + " left");
    }

    @Test
    void allTwentyFourButtonsOfAnUnknownStickAreReadAndAnotherOneCanBePlugged() {
        int number = plug(0x0aaa, 0x0001, "who knows", 2, 24);
        StringBuilder line = new StringBuilder("pan=0/+/0.10/1.0/0.00 tilt=none zoom=none");
        for (int i = 1; i <= 24; i++) {
            line.append(" ").append(i).append("=preset:").append(i);
        }
        sticks.map("0aaa:0001", StickMapping.parse(line.toString()));
        wait(40);
        for (int i = 0; i < 24; i++) {
            button(number, i, true);
            wait(4);
            assertThat(heard.story).endsWith(number + " preset:" + (i + 1));
        }
        int other = plug(0x0aaa, 0x0002, "another", 0, 1);
        assertThat(heard.story).endsWith(other + " came");
        axis(number, 0, Short.MIN_VALUE);
        wait(4);
        assertThat(heard.story).endsWith(number + " -1.00 0.00 0.00");
        assertThat(SDLJoystick.SDL_DetachVirtualJoystick(other)).isTrue();
        assertThat(SDLJoystick.SDL_DetachVirtualJoystick(number)).isTrue();
        wait(4);
        assertThat(heard.story)
                .endsWith(number + " -1.00 0.00 0.00", number + " 0.00 0.00 0.00", number + " left", other + " left");
        int again = plug(0x0aaa, 0x0001, "who knows", 2, 24);
        assertThat(again).isNotEqualTo(number);
        axis(again, 0, FULL);
        wait(4);
        assertThat(heard.story).as("what was chosen holds").endsWith(again + " 1.00 0.00 0.00");
        assertThat(SDLJoystick.SDL_DetachVirtualJoystick(again)).isTrue();
    }

    @Test
    void theStickOfAMeasurementIsReadAsAnyOther() {
        lane.runReady();
        VirtualStick measured = VirtualStick.plug();
        measured.hold(1, 0);
        wait(300);
        Stick seen = Optional.ofNullable(heard.last).orElseThrow();
        assertThat(heard.story).as("nobody had opened it yet").containsExactly(seen.number() + " came");
        measured.hold(1, -1);
        wait(4);
        measured.hold(0, 0);
        wait(4);
        assertThat(heard.story).endsWith(seen.number() + " 1.00 -1.00 0.00", seen.number() + " 0.00 0.00 0.00");
        assertThat(SDLJoystick.SDL_DetachVirtualJoystick(seen.number())).isTrue();
        wait(4);
    }

    @Test
    void itTellsTheStickAsItCallsItself() {
        int number = plug(0x068e, 0x005b, "CH PRODUCTS IP DESKTOP CONTROLLER", 3, 12);
        Optional<Stick> seen = Optional.ofNullable(heard.last);
        assertThat(seen).contains(new Stick(number, "068e:005b", "CH PRODUCTS IP DESKTOP CONTROLLER", 3, 12));
        assertThat(SdlSticks.version()).startsWith("SDL 3.");
        assertThat(SDLJoystick.SDL_DetachVirtualJoystick(number)).isTrue();
        wait(4);
    }

    @Test
    void aStickIsTaughtByMovingItSteersNothingMeanwhileAndAfterwardsAsItWasTaught() {
        StickMappings mappings = new StickMappings(FreshPreferences.on(lane));
        SetUpSticks setUp = new SetUpSticks(lane, sticks, mappings, profiles::known);
        int number = plug(0x0aaa, 0x0003, "who knows", 2, 4);
        assertThat(setUp.offered()).isTrue();
        Handle watching = setUp.watch(() -> {});
        wait(100);
        Stick stick = setUp.touched().orElseThrow().stick();
        assertThat(setUp.name(stick)).isEmpty();
        setUp.teach();
        wait(1200);
        move(number, 1, Short.MIN_VALUE);
        move(number, 0, FULL);
        assertThat(setUp.lesson().orElseThrow().step()).isEqualTo(StickLearning.Step.NEARER);
        setUp.skip();
        button(number, 3, true);
        wait(40);
        button(number, 3, false);
        wait(40);
        assertThat(setUp.lesson().orElseThrow().phase()).isEqualTo(StickLesson.Phase.TRYING);
        setUp.keep();
        watching.close();
        wait(40);
        assertThat(heard.story).as("nothing was steered").containsExactly(number + " came");
        axis(number, 1, Short.MIN_VALUE);
        wait(4);
        axis(number, 0, FULL);
        wait(4);
        assertThat(heard.story).endsWith(number + " 1.00 0.00 0.00", number + " 1.00 1.00 0.00");
        assertThat(mappings.all()).containsOnlyKeys("0aaa:0003");
        assertThat(SDLJoystick.SDL_DetachVirtualJoystick(number)).isTrue();
    }

    private void move(int number, int axis, int value) {
        axis(number, axis, value);
        wait(240);
        axis(number, axis, 0);
        wait(100);
    }
}
