package vn.toancanh.simulator.scene;

import java.util.List;

/**
 * Free traffic: one pattern of actors moves along a track at an even speed. The pattern is as long as the way made in one
 * loop, so after a loop every actor stands exactly where its double in front of it stood.
 */
final class Stream implements Flow {
    /** An actor's place in the pattern: metres along, metres to the right of the track. */
    record Member(Actor actor, double offset, double side, double sway) {}

    private final Track track;
    private final double speed;
    private final double loopSeconds;
    private final List<Member> members;

    Stream(Track track, double speed, double loopSeconds, List<Member> members) {
        this.track = track;
        // on a ring the pattern has to close: whole laps a loop
        this.speed = track.closed
                ? track.length() * Math.max(1, Math.round(speed * loopSeconds / track.length())) / loopSeconds
                : speed;
        this.loopSeconds = loopSeconds;
        this.members = List.copyOf(members);
    }

    @Override
    public void place(double t, Placer placer) {
        double[] at = new double[4];
        double pattern = track.closed ? track.length() : speed * loopSeconds;
        for (Member member : members) {
            double first = ((member.offset + speed * t) % pattern + pattern) % pattern;
            for (double s = first; s < track.length(); s += pattern) {
                double side = member.side + member.sway * Math.sin(2 * Math.PI * t / loopSeconds + member.offset);
                track.at(s, side, at);
                placer.place(member.actor, at[0], at[1], at[2], at[3], t + member.offset);
            }
        }
    }
}
