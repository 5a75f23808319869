package vn.toancanh.server.ptz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.http.ApiProblem;

/** Heads whose answers the test gives, one by one. */
final class FakeHeads implements Heads {
    /** A command on its way. */
    record Sent(String cameraId, HeadCommand command, Consumer<@Nullable ApiProblem> done) {}

    final List<Sent> sent = new ArrayList<>();

    /** Not yet answered. */
    final List<Sent> open = new ArrayList<>();

    /** Long enough to be no matter, where the test says nothing else. */
    Duration lasting = Duration.ofMinutes(10);

    @Override
    public Duration lasting(String cameraId) {
        return lasting;
    }

    @Override
    public void prepare(String cameraId) {}

    @Override
    public void send(String cameraId, HeadCommand command, Consumer<@Nullable ApiProblem> done) {
        Sent one = new Sent(cameraId, command, done);
        sent.add(one);
        open.add(one);
    }

    List<HeadCommand.Kind> kinds() {
        return sent.stream().map(one -> one.command().kind()).toList();
    }

    /** Answers the oldest open command of that kind. */
    void answer(HeadCommand.Kind kind, @Nullable ApiProblem problem) {
        Sent one = open.stream()
                .filter(each -> each.command().kind() == kind)
                .findFirst()
                .orElseThrow();
        open.remove(one);
        one.done().accept(problem);
    }

    HeadCommand last() {
        return sent.getLast().command();
    }
}
