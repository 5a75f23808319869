package vn.toancanh.simulator.scene;

import java.util.SplittableRandom;

/** Lays out one kind of place; what the random generator says makes each of the kind a place of its own. */
interface Plan {
    World build(SplittableRandom random, Mood mood, double loopSeconds);
}
