package vn.toancanh.server.ptz;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.http.ApiProblem;

/** The heads themselves: the port that whatever talks to cameras implements. */
public interface Heads {
    /** False as long as nothing can be steered; then {@link #send} refuses everything. */
    boolean offered();

    /**
     * Sends one command. Returns at once; commands of one head may be under way together, and a stop has a connection of its own.
     *
     * @param done told once, on any thread: null where the head has acknowledged, else why not
     */
    void send(String cameraId, HeadCommand command, Consumer<@Nullable ApiProblem> done);
}
