package vn.toancanh.live;

/** The port through which the wall gets decoders. Lane: DESK. */
public interface Players {
    /** Begins to play. Never blocks, never throws: what goes wrong is told to the listener, on DESK, later. */
    Player open(PlayRequest request, Player.Listener listener);
}
