package vn.toancanh.simulator.scene;

/** Things that move together, the same again after every loop. */
interface Flow {
    /** Takes each thing where it is. */
    interface Placer {
        /**
         * Takes one thing.
         *
         * @param heading radians clockwise from y
         * @param pace seconds of its own movement, for legs and wheels
         */
        void place(Actor actor, double x, double y, double z, double heading, double pace);
    }

    /** Places all that is in sight {@code t} seconds into the loop. */
    void place(double t, Placer placer);
}
