package vn.toancanh.ptz.stick;

import java.util.List;
import vn.toancanh.base.Handle;

/** The sticks of this machine. Everything, closing too, on one thread: the STICK lane's. */
public interface StickPort extends Handle {
    /**
     * Looks at all sticks that are plugged in now. Does not wait.
     *
     * @throws IllegalStateException where the machine's sticks cannot be looked at; the next time may be better
     */
    List<StickState> poll();
}
