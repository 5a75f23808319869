package vn.toancanh.seeded.ptz;

import org.lwjgl.sdl.SDLInit;

/** Breaks "SDL only where sticks are read". */
final class Plugs {
    boolean begin() {
        return SDLInit.SDL_Init(SDLInit.SDL_INIT_JOYSTICK);
    }
}
