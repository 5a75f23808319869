package vn.toancanh.live;

import java.util.Set;

/** The networks that this machine is connected to. Called on a lane of its owner's choice, never on DESK: it may take a moment. */
public interface LocalNetworks {
    /** What is up now, each by its plug and its address in a form of the adapter's own; empty where nothing is, or nobody can say. */
    Set<String> up();
}
