package vn.toancanh.server.streams;

import io.javalin.http.Context;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.inventory.Words;
import vn.toancanh.server.relay.Admission;

/**
 * {@code /mediamtx/auth}: answers MediaMTX's question whether somebody may read a path ({@code authMethod: http}, MediaMTX's
 * documentation, "Authentication", "External HTTP server"). It asks first without user and password, which is answered with
 * 401 so that the viewer is asked for them. One answer for every reason. Whoever has been let in stays: MediaMTX does not ask again.
 */
public final class MediaMtxEndpoints implements Endpoints {
    /** The fields of the question, as MediaMTX sends them; {@code id} and {@code ip} are of no matter here. */
    record Question(
            @Nullable String user,
            @Nullable String password,
            @Nullable String token,
            @Nullable String action,
            @Nullable String path,
            @Nullable String protocol) {
        @Override
        public String toString() {
            return "Question[" + action + " " + path + "]";
        }
    }

    private static final long MOST_BYTES = 16 * 1024;

    private final StreamSessions sessions;
    private final StreamPolicy policy;
    private final Json json;

    public MediaMtxEndpoints(StreamSessions sessions, StreamPolicy policy, Json json) {
        this.sessions = sessions;
        this.policy = policy;
        this.json = json;
    }

    @Override
    public void addTo(Routes routes) {
        routes.post("/mediamtx/auth", Access.ANYONE, this::answer);
    }

    /** MediaMTX's name of a stream, without what the base address adds. */
    static String path(Admission admission) {
        return admission.cameraId() + "/" + Words.of(admission.role());
    }

    private void answer(Context context) {
        Question asked = json.body(context, Question.class, MOST_BYTES);
        if (!may(asked)) {
            throw ApiProblem.unauthenticated();
        }
        context.header("Cache-Control", "no-store").status(204);
    }

    private boolean may(Question asked) {
        @Nullable String user = asked.user();
        @Nullable String base = policy.relayUrl();
        boolean reads = "read".equals(asked.action()) && "rtsp".equals(asked.protocol());
        if (user == null || user.isEmpty() || base == null || !reads) {
            return false;
        }
        @Nullable Admission admission = sessions.stillOf(user);
        return admission != null
                && (prefix(base) + path(admission)).equals(asked.path())
                && (shows(admission, asked.password()) || shows(admission, asked.token()));
    }

    private static boolean shows(Admission admission, @Nullable String secret) {
        return secret != null && admission.token().equals(Secret.of(secret));
    }

    /** What the base address puts in front of a stream's name. */
    private static String prefix(String base) {
        String path = URI.create(base).getPath();
        String bare = path == null ? "" : path.replaceFirst("^/+", "").replaceFirst("/+$", "");
        return bare.isEmpty() ? "" : bare + "/";
    }
}
