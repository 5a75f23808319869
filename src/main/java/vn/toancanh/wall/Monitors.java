package vn.toancanh.wall;

import java.util.List;
import vn.toancanh.base.Handle;
import vn.toancanh.model.Monitor;

/** The port to the monitors of the desktop. Lane: DESK. */
public interface Monitors {
    /** Those that show something now, the primary one first, the others from left to right, then from top to bottom. */
    List<Monitor> now();

    /** Tells that they have changed, once they have come to rest, until the handle is closed. */
    Handle onChange(Runnable changed);
}
