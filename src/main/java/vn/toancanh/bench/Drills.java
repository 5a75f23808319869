package vn.toancanh.bench;

import java.util.List;
import vn.toancanh.bench.hands.HandsDrill;
import vn.toancanh.bench.ptz.PtzDrill;
import vn.toancanh.bench.server.ServerDrill;

/** The drills there are. */
public final class Drills {
    private Drills() {}

    /** All of them, in the order they are listed to a person. */
    public static List<Drill> all() {
        return List.of(
                new FaultDrill(),
                new HandsDrill(),
                new CrashDrill(),
                new FuzzDrill(),
                new SoakDrill(),
                new ServerDrill(),
                new PtzDrill());
    }
}
