package vn.toancanh.desk;

import java.util.List;
import java.util.function.BooleanSupplier;
import vn.toancanh.access.Connection;
import vn.toancanh.access.SessionService;
import vn.toancanh.alarms.AlarmBell;
import vn.toancanh.alarms.AlarmBook;
import vn.toancanh.alarms.Chime;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;

/**
 * The bell of a desk: it rings for whoever may act, where a tone is chosen, and not while rights have run out, when nothing is
 * seen of an alarm and nobody could quiet it. Lane: DESK.
 */
public final class AlarmSound implements Handle {
    private final AlarmBell bell;
    private final List<Handle> held;

    /** @param mayAct whether somebody is there who may do something about alarms */
    public AlarmSound(
            AlarmBook book,
            Chime chime,
            AlarmChoices choices,
            SessionService sessions,
            BooleanSupplier mayAct,
            Lane desk) {
        bell = new AlarmBell(
                book,
                chime,
                () -> choices.sound()
                        && mayAct.getAsBoolean()
                        && sessions.state().connection().phase() != Connection.Phase.LAPSED,
                desk);
        held = List.of(choices.onChange(bell::look), sessions.onChange(any -> bell.look()), bell);
    }

    public AlarmBell bell() {
        return bell;
    }

    @Override
    public void close() {
        held.forEach(Handle::close);
    }
}
