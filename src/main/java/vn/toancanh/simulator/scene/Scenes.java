package vn.toancanh.simulator.scene;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The places the simulated cameras look at. The same index always makes the same place; neighbouring indices are of
 * different kinds, in different light.
 */
public final class Scenes {
    /** Grows whenever a scene comes to look different, so that loops kept on disk are made anew. */
    public static final int VERSION = 2;

    private static final List<Plan> PLANS = List.of(
            Crossings::crossroads,
            Roads::avenue,
            Lakes::lakeside,
            Crossings::roundabout,
            Lanes::market,
            Bridges::bridge,
            Passages::flyover,
            Places::square,
            Stations::railway,
            Roads::expressway,
            Stations::buses,
            Lanes::alley,
            Passages::tunnel,
            Places::parking);

    private static final List<Mood> MOODS = List.of(
            Mood.DAY,
            Mood.NIGHT,
            Mood.AFTERNOON,
            Mood.OVERCAST,
            Mood.DUSK,
            Mood.DAY,
            Mood.RAIN,
            Mood.MORNING,
            Mood.EVENING,
            Mood.AFTERNOON,
            Mood.FOG,
            Mood.DAY,
            Mood.NIGHT_RAIN,
            Mood.MORNING,
            Mood.NIGHT,
            Mood.OVERCAST,
            Mood.DUSK);

    private Scenes() {}

    /**
     * A renderer of one place.
     *
     * @param index 0 and up
     * @param loopSeconds after which everything is as it was
     */
    public static SceneRenderer renderer(int index, double loopSeconds, int width, int height) {
        return renderer(index, MOODS.get(Math.floorMod(index, MOODS.size())), loopSeconds, width, height);
    }

    /** The same place on a dry night. */
    public static SceneRenderer night(int index, double loopSeconds, int width, int height) {
        return renderer(index, Mood.NIGHT, loopSeconds, width, height);
    }

    private static SceneRenderer renderer(int index, Mood mood, double loopSeconds, int width, int height) {
        SplittableRandom random = new SplittableRandom(0x70A2CA4DL * 31 + index * 7919L);
        Plan plan = PLANS.get(Math.floorMod(index, PLANS.size()));
        return new SceneRenderer(plan.build(random, mood, loopSeconds), width, height);
    }
}
