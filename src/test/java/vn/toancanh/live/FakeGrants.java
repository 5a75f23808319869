package vn.toancanh.live;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Lane;
import vn.toancanh.model.StreamGrant;

/** A central server that grants, refuses or says nothing. Grants last 60 s and want renewal after 45 s. */
final class FakeGrants implements StreamGrants {
    final List<List<Wish>> asked = new ArrayList<>();
    Failure.@Nullable Kind refusal;
    boolean silent;
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
        if (refusal != null) {
            return new Answer(wish, null, Failure.of(refusal, "told so"));
        }
        return new Answer(
                wish,
                new StreamGrant(
                        "g" + ++count,
                        wish.camera(),
                        wish.role(),
                        URI.create("rtsp://camera/" + wish.camera() + "/" + wish.role()),
                        null,
                        null,
                        List.of(),
                        clock.now().plus(Duration.ofSeconds(60)),
                        clock.now().plus(Duration.ofSeconds(45))),
                null);
    }
}
