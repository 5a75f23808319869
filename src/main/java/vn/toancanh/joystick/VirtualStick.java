package vn.toancanh.joystick;

import org.lwjgl.sdl.SDLError;
import org.lwjgl.sdl.SDLJoystick;
import org.lwjgl.sdl.SDL_VirtualJoystickDesc;
import org.lwjgl.system.MemoryStack;

/**
 * A stick that nobody can touch, plugged into SDL itself, so that a program that measures has the whole way from a stick on. All of it on
 * the STICK lane's thread, after {@link SdlSticks} has begun.
 */
public final class VirtualStick {
    /** An Axis T8311's. */
    private static final int VENDOR = 0x07c0;

    private static final int PRODUCT = 0x1131;
    private static final int AXES = 3;
    private static final int PAN = 0;
    private static final int TILT = 1;

    private final int number;

    private VirtualStick(int number) {
        this.number = number;
    }

    /**
     * Plugs one in, at rest.
     *
     * @throws IllegalStateException where SDL has not begun, or has none
     */
    public static VirtualStick plug() {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            SDL_VirtualJoystickDesc stick = SDL_VirtualJoystickDesc.calloc(stack);
            stick.version(SDL_VirtualJoystickDesc.SIZEOF);
            stick.type((short) SDLJoystick.SDL_JOYSTICK_TYPE_FLIGHT_STICK);
            stick.vendor_id((short) VENDOR).product_id((short) PRODUCT);
            stick.naxes((short) AXES).nbuttons((short) 0).nhats((short) 0);
            stick.name(stack.UTF8("AXIS T8311"));
            int number = SDLJoystick.SDL_AttachVirtualJoystick(stick);
            if (number == 0) {
                throw new IllegalStateException("no stick can be plugged in: " + SDLError.SDL_GetError());
            }
            return new VirtualStick(number);
        }
    }

    /**
     * Holds it there from now on; nothing where nobody reads it yet.
     *
     * @param pan -1 to 1, to the right
     * @param tilt -1 to 1, upwards
     */
    public void hold(double pan, double tilt) {
        long opened = SDLJoystick.SDL_GetJoystickFromID(number);
        if (opened != 0) {
            SDLJoystick.SDL_SetJoystickVirtualAxis(opened, PAN, raw(pan));
            SDLJoystick.SDL_SetJoystickVirtualAxis(opened, TILT, raw(-tilt));
        }
    }

    private static short raw(double share) {
        return (short) Math.round(Math.clamp(share, -1.0, 1.0) * SDLJoystick.SDL_JOYSTICK_AXIS_MAX);
    }
}
