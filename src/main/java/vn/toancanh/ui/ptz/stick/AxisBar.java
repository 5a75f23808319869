package vn.toancanh.ui.ptz.stick;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import vn.toancanh.ptz.stick.StickAxis;

/**
 * An axis as it stands: above, a mark where the stick says it is, over its dead zone; below, a bar from the middle for what comes of it.
 * FX thread.
 */
final class AxisBar extends Region {
    private static final double HEIGHT = 24;
    private static final double RAW = 12;
    private static final double MARK = 4;

    private final Region ground = part("tc-axis-ground");
    private final Region dead = part("tc-axis-dead");
    private final Region middle = part("tc-axis-middle");
    private final Region speed = part("tc-axis-speed");
    private final Region mark = part("tc-axis-mark");
    private StickAxis axis = StickAxis.NONE;
    private double raw;
    private double share;

    AxisBar() {
        getStyleClass().add("tc-axis-bar");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().setAll(ground, dead, middle, speed, mark);
    }

    private static Region part(String style) {
        Region made = new Region();
        made.getStyleClass().add(style);
        return made;
    }

    /**
     * Shows where it stands.
     *
     * @param steers the axis with its dead zone; one that there is not has none
     * @param stands -1 to 1, as the stick tells it
     * @param comes -1 to 1, the speed that comes of it
     */
    void show(StickAxis steers, double stands, double comes) {
        if (!steers.equals(axis) || stands != raw || comes != share) {
            axis = steers;
            raw = stands;
            share = comes;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        place(ground, 0, 0, width, HEIGHT);
        place(middle, width / 2 - 0.5, 0, 1, HEIGHT);
        boolean there = axis.index() != StickAxis.ABSENT;
        dead.setVisible(there && axis.dead() > 0);
        // Either side of an uneven centre has its share of what is left on that side.
        double from = x(axis.centre() - axis.dead() * (1 + axis.centre()));
        double to = x(axis.centre() + axis.dead() * (1 - axis.centre()));
        place(dead, from, 0, to - from, RAW);
        place(mark, Math.clamp(x(raw) - MARK / 2, 0, Math.max(0, width - MARK)), 0, MARK, RAW);
        speed.setVisible(share != 0);
        place(speed, Math.min(x(0), x(share)), RAW, Math.abs(x(share) - x(0)), HEIGHT - RAW);
    }

    private double x(double at) {
        return (Math.clamp(at, -1.0, 1.0) + 1) / 2 * getWidth();
    }

    private void place(Region part, double x, double y, double width, double height) {
        part.resizeRelocate(snapPositionX(x), y, Math.max(1, snapSizeX(width)), height);
    }
}
