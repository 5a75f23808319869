package vn.toancanh.joystick;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lwjgl.sdl.SDLError;
import org.lwjgl.sdl.SDLHints;
import org.lwjgl.sdl.SDLInit;
import org.lwjgl.sdl.SDLJoystick;
import org.lwjgl.sdl.SDLStdinc;
import org.lwjgl.sdl.SDLVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.ptz.stick.Stick;
import vn.toancanh.ptz.stick.StickPort;
import vn.toancanh.ptz.stick.StickState;

/**
 * The sticks that SDL finds on this machine. Its events are off: axes and buttons are read as they stand, so that nothing queues up
 * while nobody looks. One at a time in a process, and always from the same thread.
 */
public final class SdlSticks implements StickPort {
    private static final Logger LOG = LoggerFactory.getLogger(SdlSticks.class);

    /** New sticks are looked for at every so many polls: the list is made anew each time it is asked for. */
    private static final int POLLS_A_LIST = 25;

    private static final int MOST_AXES = 32;
    private static final int MOST_BUTTONS = Long.SIZE;
    private static final double FULL = SDLJoystick.SDL_JOYSTICK_AXIS_MAX;

    private record Opened(long handle, Stick stick) {}

    private final Map<Integer, Opened> opened = new LinkedHashMap<>();
    private int polls;

    private SdlSticks() {}

    /** SDL, begun; empty where it cannot be had, which is logged. */
    public static Optional<StickPort> open() {
        try {
            return Optional.of(begin());
        } catch (IllegalStateException | LinkageError absent) {
            LOG.warn("there are no sticks: SDL cannot be used: {}", absent.toString());
            return Optional.empty();
        }
    }

    /**
     * The same, for whoever wants to know why there is none.
     *
     * @throws IllegalStateException where SDL does not begin
     * @throws LinkageError where it cannot be loaded
     */
    public static SdlSticks begin() {
        // No window of ours is SDL's, so that it would think we were in the background for ever; signals are the JVM's.
        SDLHints.SDL_SetHint(SDLHints.SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1");
        SDLHints.SDL_SetHint(SDLHints.SDL_HINT_NO_SIGNAL_HANDLERS, "1");
        // SDL's own drivers for game pads open devices past the system and talk to them; what the system reports is
        // enough.
        SDLHints.SDL_SetHint(SDLHints.SDL_HINT_JOYSTICK_HIDAPI, "0");
        // Windows tells of sticks by messages to a thread with a window; SDL makes one where it is told to.
        SDLHints.SDL_SetHint(SDLHints.SDL_HINT_JOYSTICK_THREAD, "1");
        if (!SDLInit.SDL_Init(SDLInit.SDL_INIT_JOYSTICK)) {
            throw new IllegalStateException("SDL does not begin: " + SDLError.SDL_GetError());
        }
        SDLJoystick.SDL_SetJoystickEventsEnabled(false);
        LOG.info("sticks by {}", version());
        return new SdlSticks();
    }

    /** Which SDL it is. */
    public static String version() {
        int number = SDLVersion.SDL_GetVersion();
        return "SDL " + number / 1_000_000 + "." + number / 1000 % 1000 + "." + number % 1000;
    }

    @Override
    public List<StickState> poll() {
        SDLJoystick.SDL_UpdateJoysticks();
        for (Iterator<Opened> all = opened.values().iterator(); all.hasNext(); ) {
            Opened each = all.next();
            if (!SDLJoystick.SDL_JoystickConnected(each.handle)) {
                SDLJoystick.SDL_CloseJoystick(each.handle);
                all.remove();
            }
        }
        if (polls++ % POLLS_A_LIST == 0 || opened.isEmpty()) {
            openNew();
        }
        return opened.values().stream().map(SdlSticks::state).toList();
    }

    private void openNew() {
        IntBuffer there = SDLJoystick.SDL_GetJoysticks();
        if (there == null) {
            throw new IllegalStateException("SDL lists no sticks: " + SDLError.SDL_GetError());
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = there.position(); i < there.limit(); i++) {
            numbers.add(there.get(i));
        }
        SDLStdinc.SDL_free(there);
        for (int number : numbers) {
            if (!opened.containsKey(number)) {
                long handle = SDLJoystick.SDL_OpenJoystick(number);
                if (handle == 0) {
                    // One that is gone again, or that this user may not read.
                    LOG.debug("a stick cannot be opened: {}", SDLError.SDL_GetError());
                } else {
                    opened.put(number, new Opened(handle, stick(number, handle)));
                }
            }
        }
    }

    private static Stick stick(int number, long handle) {
        String name = SDLJoystick.SDL_GetJoystickName(handle);
        String model = String.format(
                Locale.ROOT,
                "%04x:%04x",
                Short.toUnsignedInt(SDLJoystick.SDL_GetJoystickVendor(handle)),
                Short.toUnsignedInt(SDLJoystick.SDL_GetJoystickProduct(handle)));
        return new Stick(
                number,
                model,
                name == null ? "" : name.strip(),
                Math.clamp(SDLJoystick.SDL_GetNumJoystickAxes(handle), 0, MOST_AXES),
                Math.clamp(SDLJoystick.SDL_GetNumJoystickButtons(handle), 0, MOST_BUTTONS));
    }

    private static StickState state(Opened from) {
        double[] axes = new double[from.stick.axes()];
        for (int i = 0; i < axes.length; i++) {
            // It goes from -32768 to 32767.
            axes[i] = Math.max(-1, SDLJoystick.SDL_GetJoystickAxis(from.handle, i) / FULL);
        }
        long buttons = 0;
        for (int i = 0; i < from.stick.buttons(); i++) {
            if (SDLJoystick.SDL_GetJoystickButton(from.handle, i)) {
                buttons |= 1L << i;
            }
        }
        return new StickState(from.stick, axes, buttons);
    }

    @Override
    public void close() {
        opened.values().forEach(each -> SDLJoystick.SDL_CloseJoystick(each.handle));
        opened.clear();
        SDLInit.SDL_QuitSubSystem(SDLInit.SDL_INIT_JOYSTICK);
    }
}
