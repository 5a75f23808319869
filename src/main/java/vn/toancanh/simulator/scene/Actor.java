package vn.toancanh.simulator.scene;

/** Something that can be drawn at any place of the world. */
@FunctionalInterface
interface Actor {
    /**
     * Draws it.
     *
     * @param heading radians clockwise from y
     * @param pace seconds of its own movement, for legs and swaying
     */
    void draw(Stage stage, double x, double y, double z, double heading, double pace);
}
