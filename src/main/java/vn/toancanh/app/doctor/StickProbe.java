package vn.toancanh.app.doctor;

import vn.toancanh.joystick.SdlSticks;
import vn.toancanh.ptz.stick.StickState;

/** Loads SDL and tells which sticks it sees; run as a process of its own, because native code may take its process down. */
public final class StickProbe {
    static final String VERSION = "version: ";
    static final String STICK = "stick: ";

    private StickProbe() {}

    public static void main(String[] args) {
        try (SdlSticks sticks = SdlSticks.begin()) {
            System.out.println(VERSION + SdlSticks.version());
            for (StickState state : sticks.poll()) {
                System.out.println(
                        STICK + state.stick().name() + " " + state.stick().model());
            }
        } catch (IllegalStateException | LinkageError absent) {
            System.out.println(absent);
            System.exit(1);
        }
    }
}
