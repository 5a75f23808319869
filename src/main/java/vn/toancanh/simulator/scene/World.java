package vn.toancanh.simulator.scene;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

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

    /** An empty world under its sky, with the city on the horizon and {@code earth} to stand on. */
    static World city(SplittableRandom random, View view, Mood mood, double loopSeconds, Color earth) {
        World world = new World(view, mood, loopSeconds);
        long seed = random.nextLong();
        double far = 300 + random.nextDouble() * 180;
        double tall = 70 + random.nextDouble() * 100;
        world.ground.add(stage -> Sky.paint(stage, seed));
        world.ground.add(stage -> stage.ground(earth, -900, -30, 900, -30, 900, 1500, -900, 1500));
        world.ground.add(stage -> Sky.skyline(stage, seed, far, tall));
        return world;
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
