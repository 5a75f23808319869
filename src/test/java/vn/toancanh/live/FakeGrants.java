package vn.toancanh.live;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Lane;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.StreamGrant;

/** A central server that grants, refuses or says nothing. Grants last 60 s and want renewal after 45 s. */
final class FakeGrants implements StreamGrants {
    final List<List<Wish>> asked = new ArrayList<>();
    Failure.@Nullable Kind refusal;
    boolean silent;

    /** True where what is granted is kept of earlier, and the server away. */
    boolean kept;

    /** Where all streams are. */
    String host = "camera";

    /** True: all lead to a relay before the cameras. */
    boolean relayed;

    /** Of which nothing is kept, so that only the server could grant them. */
    final Set<CameraId> unknown = new HashSet<>();

    private final Lane desk;
    private final Clock clock;
    private int count;

    FakeGrants(Lane desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public void ask(List<Wish> wishes, Consumer<List<Answer>> answers) {
        asked.add(wishes);
        if (!silent) {
            desk.execute(() -> answers.accept(wishes.stream().map(this::answer).toList()));
        }
    }

    private Answer answer(Wish wish) {
        if (kept && unknown.contains(wish.camera())) {
            return new Answer(wish, null, Failure.of(Failure.Kind.UNREACHABLE, "away"));
        }
        if (refusal != null) {
            return new Answer(wish, null, Failure.of(refusal, "told so"));
        }
        return new Answer(
                wish,
                new StreamGrant(
                        "g" + ++count,
                        wish.camera(),
                        wish.role(),
                        URI.create("rtsp://" + host + "/" + wish.camera() + "/" + wish.role()),
                        null,
                        null,
                        List.of(),
                        new StreamGrant.Way(relayed, List.of()),
                        clock.now().plus(Duration.ofSeconds(60)),
                        clock.now().plus(Duration.ofSeconds(45)),
                        null),
                null,
                kept);
    }
}
