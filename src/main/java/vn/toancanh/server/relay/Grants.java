package vn.toancanh.server.relay;

import java.util.List;

/** The grants that stand, as a relay needs them. Any thread; may block, but for {@link #of}. */
public interface Grants extends Admissions {
    /** All of them, for a relay that knows none. */
    List<Allowance> all();

    /**
     * Takes up what a relay still knows of a server that was here before.
     *
     * @return those that still stand, with new times
     */
    List<Allowance> takeUp(List<Allowance> known);
}
