package vn.toancanh.server.ptz;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.http.ApiProblem;

/** The heads themselves: the port that whatever talks to cameras implements. */
public interface Heads {
    /** How long a head goes on by itself where it says nothing of its range. */
    Duration USUAL_LASTING = Duration.ofSeconds(2);

    /** How long that head goes on after a movement where it hears nothing more: whole seconds. Returns at once. */
    Duration lasting(String cameraId);

    /** Somebody will steer that head: whatever is asked before a first movement may be asked now. Returns at once. */
    void prepare(String cameraId);

    /**
     * Sends one command. Returns at once; commands of one head may be under way together, and a stop has a connection of its own.
     *
     * @param done told once, on any thread: null where the head has acknowledged, else why not
     */
    void send(String cameraId, HeadCommand command, Consumer<@Nullable ApiProblem> done);

    /** There is a head, and it cannot do that. */
    static ApiProblem cannot() {
        return ApiProblem.of(422, "ptz.cannot", "This head cannot do that");
    }

    static ApiProblem noAnswer() {
        return ApiProblem.of(502, "ptz.noAnswer", "The head does not answer");
    }

    /** True where nobody knows whether the head has done what it was told, or will. */
    static boolean isNoAnswer(ApiProblem problem) {
        return problem.code().equals(noAnswer().code());
    }
}
