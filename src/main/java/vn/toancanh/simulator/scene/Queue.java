package vn.toancanh.simulator.scene;

import java.util.List;

/**
 * Traffic at a light: arrives, waits behind the stop line, starts when green, leaves. Each actor is placed twice, for the
 * loop it came in and the loop it leaves in, so the light's period is the loop.
 */
final class Queue implements Flow {
    /** An actor's place in the queue: metres behind the stop line, metres to the right of the track. */
    record Member(Actor actor, double behind, double side) {}

    private static final double ACCELERATION = 2.4;

    private final Track track;
    private final double stop;
    private final double greenAt;
    private final double speed;
    private final double loopSeconds;
    private final List<Member> members;

    /**
     * @param stop metres along the track to the stop line
     * @param greenAt seconds into the loop
     */
    Queue(Track track, double stop, double greenAt, double speed, double loopSeconds, List<Member> members) {
        this.track = track;
        this.stop = stop;
        this.greenAt = greenAt;
        this.speed = speed;
        this.loopSeconds = loopSeconds;
        this.members = List.copyOf(members);
    }

    @Override
    public void place(double t, Placer placer) {
        double since = Math.floorMod(Math.round((t - greenAt) * 1e6), Math.round(loopSeconds * 1e6)) / 1e6;
        double[] at = new double[4];
        for (Member member : members) {
            // negative: seconds before this one's green
            for (double time : new double[] {since, since - loopSeconds}) {
                double s = stop - member.behind + moved(member, time);
                if (s >= 0 && s < track.length()) {
                    track.at(s, member.side, at);
                    placer.place(member.actor, at[0], at[1], at[2], at[3], s / Math.max(1, speed));
                }
            }
        }
    }

    private double moved(Member member, double time) {
        double start = 0.35 + member.behind * 0.09;
        if (time > start) {
            double rolling = time - start;
            double ramp = speed / ACCELERATION;
            return rolling < ramp ? ACCELERATION * rolling * rolling / 2 : speed * ramp / 2 + speed * (rolling - ramp);
        }
        double stopped = -(loopSeconds - 5.5) + member.behind * 0.12;
        if (time < stopped) {
            double left = stopped - time;
            double ramp = speed / ACCELERATION;
            return left < ramp ? -ACCELERATION * left * left / 2 : -(speed * ramp / 2 + speed * (left - ramp));
        }
        return 0;
    }
}
