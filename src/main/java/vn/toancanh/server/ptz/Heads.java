package vn.toancanh.server.ptz;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.http.ApiProblem;

/** The heads themselves: the port that whatever talks to cameras implements. */
public interface Heads {
    /** How long a head goes on by itself where it says nothing of its range. */
    Duration USUAL_LASTING = Duration.ofSeconds(2);

    /** False where no head is told such things; {@link #send} refuses them. */
    boolean offers(HeadCommand.Kind kind);

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

    /** Said where {@link #offers} says no. */
    static ApiProblem notOffered() {
        return ApiProblem.of(501, "ptz.notOffered", "This server does not steer heads in that way");
    }

    static ApiProblem noAnswer() {
        return ApiProblem.of(502, "ptz.noAnswer", "The head does not answer");
    }

    /** True where nobody knows whether the head has done what it was told, or will. */
    static boolean isNoAnswer(ApiProblem problem) {
        return problem.code().equals(noAnswer().code());
    }
}
