package vn.toancanh.server.ptz;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.http.ApiProblem;

/** A server that cannot steer: leases are kept all the same, for desks that steer themselves. */
public final class NoHeads implements Heads {
    @Override
    public boolean offered() {
        return false;
    }

    @Override
    public void send(String cameraId, HeadCommand command, Consumer<@Nullable ApiProblem> done) {
        done.accept(notOffered());
    }

    static ApiProblem notOffered() {
        return ApiProblem.of(501, "ptz.notOffered", "This server does not steer heads");
    }
}
