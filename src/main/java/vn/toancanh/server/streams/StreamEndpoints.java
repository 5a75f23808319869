package vn.toancanh.server.streams;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.GrantNotes;
import vn.toancanh.server.http.Access;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.ProblemBody;
import vn.toancanh.server.http.RequestIds;
import vn.toancanh.server.http.Routes;

/** {@code /stream-sessions}. */
public final class StreamEndpoints implements Endpoints {
    private static final int MOST = 128;

    record Requests(@Nullable List<@Nullable Request> streams) {}

    record Request(
            @Nullable String cameraId,
            @Nullable String role,
            @Nullable String transport,
            @Nullable String purpose) {}

    private final StreamSessions sessions;
    private final GrantNotes notes;
    private final Json json;

    public StreamEndpoints(StreamSessions sessions, GrantNotes notes, Json json) {
        this.sessions = sessions;
        this.notes = notes;
        this.json = json;
    }

    /** Grants that have not ended. */
    public int open() {
        return sessions.count();
    }

    @Override
    public void addTo(Routes routes) {
        routes.post("/stream-sessions", Access.VIEW_SOMEWHERE, this::grant)
                .put("/stream-sessions/{id}", Access.VIEW_SOMEWHERE, this::renew)
                .delete("/stream-sessions/{id}", Access.VIEW_SOMEWHERE, this::close);
    }

    private void grant(Context context) {
        List<@Nullable Request> requests = json.body(context, Requests.class).streams();
        if (requests == null || requests.isEmpty() || requests.size() > MOST) {
            throw ApiProblem.badField("/streams", requests == null ? "required" : "length", "1 to " + MOST);
        }
        Principal principal = Principal.of(context);
        List<StreamSessions.Asked> asked = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            @Nullable Request request = requests.get(i);
            @Nullable String camera = request == null ? null : request.cameraId();
            @Nullable String role = request == null ? null : request.role();
            if (camera == null || role == null || camera.isBlank() || camera.length() > 64 || role.length() > 64) {
                throw ApiProblem.badField("/streams/" + i, "required", "cameraId and role of at most 64 characters");
            }
            asked.add(new StreamSessions.Asked(camera, role));
        }
        List<GrantBody> answers = sessions.grant(
                principal,
                asked,
                ReachedHost.of(context),
                (one, problem) -> GrantBody.refused(
                        one.cameraId(), one.roleWord(), ProblemBody.of(problem, RequestIds.of(context))));
        try {
            // While the relay reads what it was told.
            notes.note(principal, granted(answers));
        } finally {
            sessions.settle(principal);
        }
        context.header("Cache-Control", "no-store");
        json.answer(context, 200, new GrantBody.All(answers));
    }

    private static List<GrantNotes.Granted> granted(List<GrantBody> answers) {
        List<GrantNotes.Granted> granted = new ArrayList<>();
        for (GrantBody answer : answers) {
            @Nullable String id = answer.sessionId();
            @Nullable String access = answer.access();
            if (id != null && access != null) {
                granted.add(new GrantNotes.Granted(id, answer.cameraId(), answer.role(), access));
            }
        }
        return granted;
    }

    private void renew(Context context) {
        GrantBody grant = sessions.renew(Principal.of(context), context.pathParam("id"), ReachedHost.of(context));
        context.header("Cache-Control", "no-store");
        json.answer(context, 200, grant);
    }

    private void close(Context context) {
        sessions.close(Principal.of(context), context.pathParam("id"));
        context.status(204);
    }
}
