package vn.toancanh.simulator.scene;

import java.util.ArrayList;
import java.util.List;

/** What a scene is made of; filled by a plan, painted by {@link SceneRenderer}. */
final class World {
    /** A part that is painted once or every picture. */
    interface Part {
        void paint(Stage stage);
    }

    /** A part that changes with the time in the loop. */
    interface Living {
        void paint(Stage stage, double t);
    }

    /** A part with its place in the order of painting; {@code depth} metres ahead of the camera. */
    record Placed<P>(double depth, P part) {}

    final View view;
    final Mood mood;
    final double loopSeconds;
    /** Ground and sky, in the order given. */
    final List<Part> ground = new ArrayList<>();
    /** Solid things that nothing moves behind, painted far to near. */
    final List<Placed<Part>> solid = new ArrayList<>();
    /** Solid things that traffic passes behind. */
    final List<Placed<Part>> standing = new ArrayList<>();
    /** Things that change in their place: lights, barriers, flags. */
    final List<Placed<Living>> living = new ArrayList<>();
    /** Pools of lamp light, over the ground and under everything that stands. */
    final List<Part> pools = new ArrayList<>();

    final List<Flow> flows = new ArrayList<>();

    World(View view, Mood mood, double loopSeconds) {
        this.view = view;
        this.mood = mood;
        this.loopSeconds = loopSeconds;
    }

    double depth(double x, double y) {
        double yaw = Math.toRadians(view.yawDeg());
        return (x - view.x()) * Math.sin(yaw) + (y - view.y()) * Math.cos(yaw);
    }

    void solid(double x, double y, Part part) {
        solid.add(new Placed<>(depth(x, y), part));
    }

    void stand(double x, double y, Part part) {
        standing.add(new Placed<>(depth(x, y), part));
    }

    void live(double x, double y, Living part) {
        living.add(new Placed<>(depth(x, y), part));
    }
}
